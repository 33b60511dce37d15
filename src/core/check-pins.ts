import type { Ask } from './ask.js';
import type { LoadedCorpus } from './corpus.js';
import { articleIdOf } from './handle.js';
import { DEFAULT_RESULTS } from './limits.js';
import type { Pin } from './state.js';

/** How the pinned questions fare when a corpus takes the place of another. */
export interface PinReport {
  /** Answered by their articles now. */
  readonly kept: readonly Pin[];
  /** Answered by their articles before, and no longer. */
  readonly lost: readonly Pin[];
  /** Answered by their articles neither before nor now. */
  readonly unmet: readonly Pin[];
}

/**
 * Asks every pinned question: a pin is kept when its article is quoted, or named as telling the same story.
 *
 * @param before - What is to be replaced; `null` finds no pin lost.
 */
export async function checkPins(
  ask: Ask,
  pins: readonly Pin[],
  before: LoadedCorpus | null,
  after: LoadedCorpus,
): Promise<PinReport> {
  const kept: Pin[] = [];
  const lost: Pin[] = [];
  const unmet: Pin[] = [];
  for (const pin of pins) {
    if (await isKept(ask, pin, after)) kept.push(pin);
    else if (before && (await isKept(ask, pin, before))) lost.push(pin);
    else unmet.push(pin);
  }
  return { kept, lost, unmet };
}

async function isKept(ask: Ask, { question, articleId }: Pin, loaded: LoadedCorpus): Promise<boolean> {
  const request = { question, results: DEFAULT_RESULTS, outlet: null, since: null, until: null };
  const { evidence } = await ask(loaded, request);
  return evidence
    .flatMap(({ passage, alsoIn }) => [passage, ...alsoIn])
    .some(({ handle }) => articleIdOf(handle) === articleId);
}
