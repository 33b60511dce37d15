import type { CorpusSummary } from './corpus.js';
import { Fault } from './errors.js';
import type { Log } from './services.js';
import type { RevisionStore } from './state.js';

export interface StartParts {
  readonly revisions: Pick<RevisionStore, 'add' | 'list'>;
  readonly log: Log;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** Puts the corpus that a bot starts with into the history, unless it is the newest there: what follows leads back to it. */
export async function recordStart(
  { revision, articles }: Pick<CorpusSummary, 'revision' | 'articles'>,
  { revisions, log, now }: StartParts,
): Promise<void> {
  try {
    const [last] = await revisions.list(1);
    if (last?.revision === revision) return;
    const unlisted = { added: [], changed: [], removed: [] };
    await revisions.add({ revision, at: now(), by: null, action: 'start', articles, ...unlisted });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.error('the history of the corpus could not be written', error);
  }
}
