/** Changes the corpus: builds it aside, compares it with the loaded one, and accepts or discards the build. */

import { parseAskRequest } from '../answering/answer.js';
import type { Ask } from '../answering/ask.js';
import { type Article, articleIdOf, type WithdrawnArticle } from '../model/article.js';
import type { Corpus, CorpusSummary, LoadedCorpus } from '../model/corpus.js';
import type { FileChange } from '../model/desk.js';
import { Fault } from '../model/fault.js';
import type { ReportProgress } from '../model/log.js';
import type { FileProblem } from '../model/problem.js';
import type { CorpusAction, Pin } from '../model/state.js';

/** The articles that differ between two corpora, each list in order of article id. */
interface CorpusDifference {
  readonly added: readonly Article[];
  readonly changed: readonly Article[];
  /** Quoted or withdrawn before, and unknown after. */
  readonly removed: readonly Article[];
  /** Withdrawn after; before, quoted, unknown, or withdrawn under another fingerprint. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Withdrawn before and quoted after. */
  readonly restored: readonly Article[];
  readonly glossaryChanged: boolean;
}

export interface ChangeReport {
  readonly before: CorpusSummary;
  readonly after: CorpusSummary;
  readonly difference: CorpusDifference;
  readonly problems: readonly FileProblem[];
  /** `null` if the pinned questions could not be read. */
  readonly pins: PinReport | null;
  /** Removed articles that had not been withdrawn before. */
  readonly missing: readonly Article[];
}

export type ChangeOutcome =
  | {
      readonly kind: 'applied';
      readonly report: ChangeReport;
      /** False if the audit log or the history could not be written. */
      readonly isRecorded: boolean;
    }
  /** Nothing changed: a preview, or a careful change that loses a pin or an article or cannot read the pins. */
  | { readonly kind: 'held'; readonly report: ChangeReport };

/** Who changes the corpus and why, as the audit log records it. */
export interface ChangeCause {
  /** A member's id; `null` for the program itself. */
  readonly by: string | null;
  readonly action: CorpusAction;
  /** The object of the action, e.g. an article's id. */
  readonly subject?: string;
  /** In the moderator's words. */
  readonly note?: string;
}

export interface ChangeOptions extends ChangeCause {
  /**
   * `preview` changes nothing; `careful` applies a change that loses no pin and no article; `forced` applies the
   * change whatever it loses; `accept` does too, but only if it leads to that revision.
   */
  readonly mode: 'preview' | 'careful' | 'forced' | { readonly accept: string };
  readonly onProgress?: ReportProgress | undefined;
}

/**
 * Builds the corpus aside with `files` changed; if the mode allows the result, writes the files and swaps it in.
 *
 * @param files - `[]` reloads the folder as it is.
 * @throws {Fault} `RELOAD_RUNNING` while another change runs; `CHANGE_STALE` if `accept` names another revision;
 *   `CHANGE_UNWRITTEN`, `CORPUS_MISSING`, `CORPUS_EMPTY`, `CORPUS_TOO_LARGE`, `BUILD_FAILED` or `BUILD_STOPPED`.
 *   The loaded corpus and the files then stay as they were.
 */
export type ChangeCorpus = (files: readonly FileChange[], options: ChangeOptions) => Promise<ChangeOutcome>;

/** A corpus built aside that waits to be accepted or discarded. */
export interface PendingBuild {
  readonly loaded: LoadedCorpus;
  /**
   * Writes the changed files, all or none, and makes this the corpus that answers.
   *
   * @throws {Fault} `CHANGE_UNWRITTEN`; the build must then be discarded.
   */
  accept(): Promise<void>;
  discard(): void;
}

interface BuildMode {
  /** True if the build will be discarded whatever it holds. */
  readonly isPreview: boolean;
  readonly onProgress?: ReportProgress | undefined;
}

export interface ChangeParts {
  readonly loaded: () => LoadedCorpus;
  readonly build: (files: readonly FileChange[], options: BuildMode) => Promise<PendingBuild>;
  /** @throws {Fault} `STATE_UNAVAILABLE`. */
  readonly listPins: () => Promise<readonly Pin[]>;
  readonly ask: Ask;
  /** Waits for the next turn of the event loop. */
  readonly yieldToEventLoop: () => Promise<unknown>;
  /** Called after a change is applied; resolves to false if it could not be recorded. */
  readonly record: (report: ChangeReport, cause: ChangeCause) => Promise<boolean>;
}

export function createChangeCorpus(parts: ChangeParts): ChangeCorpus {
  return async (files, options) => {
    const before = parts.loaded();
    const { mode, onProgress } = options;
    const pending = await parts.build(files, { isPreview: mode === 'preview', onProgress });
    let isApplied = false;
    try {
      const report = await describeChange(parts, before, pending.loaded);
      if (!mayApply(report, mode)) return { kind: 'held', report };
      await pending.accept();
      isApplied = true;
      return { kind: 'applied', report, isRecorded: await parts.record(report, options) };
    } finally {
      if (!isApplied) pending.discard();
    }
  };
}

async function describeChange(
  { ask, listPins, yieldToEventLoop }: ChangeParts,
  before: LoadedCorpus,
  after: LoadedCorpus,
): Promise<ChangeReport> {
  // Lets questions be answered between opening, comparing and reporting a large corpus.
  await yieldToEventLoop();
  const difference = await compareCorpora(before, after, yieldToEventLoop);
  await yieldToEventLoop();
  const pins = await listPins().catch((error: unknown) => {
    if (error instanceof Fault) return null;
    throw error;
  });
  return {
    before: before.corpus.summary,
    after: after.corpus.summary,
    difference,
    problems: after.problems,
    pins: pins && (await checkPins(ask, pins, before, after)),
    missing: difference.removed.filter(({ id }) => before.corpus.withdrawn(id) === undefined),
  };
}

function mayApply({ pins, missing, after }: ChangeReport, mode: ChangeOptions['mode']): boolean {
  if (mode === 'preview') return false;
  if (mode === 'forced') return true;
  if (mode === 'careful') return missing.length === 0 && pins?.lost.length === 0;
  if (mode.accept !== after.revision) {
    throw new Fault('CHANGE_STALE', `this leads to ${after.revision}, not to ${mode.accept}`);
  }
  return true;
}

/** The pinned questions, grouped by outcome, when one corpus replaces another. */
export interface PinReport {
  /** Answered by their articles after. */
  readonly kept: readonly Pin[];
  /** Answered by their articles before, but not after. */
  readonly lost: readonly Pin[];
  /** Answered by their articles neither before nor after. */
  readonly unmet: readonly Pin[];
}

/**
 * Asks every pinned question. A pin is kept if the answer quotes its article or names it as telling the same story.
 *
 * @param before - The corpus being replaced; with `null`, no pin is lost.
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
  const request = parseAskRequest({ question }, loaded.corpus.outlets);
  const { evidence } = await ask(loaded, request);
  return evidence
    .flatMap(({ passage, alsoIn }) => [passage, ...alsoIn])
    .some(({ handle }) => articleIdOf(handle) === articleId);
}

const ARTICLES_AT_ONCE = 250;

/**
 * Lists what changes when `next` replaces `loaded`.
 *
 * @param yieldToEventLoop - Awaited between slices of work, each of a few milliseconds at most.
 */
export async function compareCorpora(
  loaded: LoadedCorpus,
  next: LoadedCorpus,
  yieldToEventLoop: () => Promise<unknown>,
): Promise<CorpusDifference> {
  const before = loaded.corpus;
  const after = next.corpus;
  const added: Article[] = [];
  const changed: Article[] = [];
  const removed: Article[] = [];
  const append = (list: Article[], article: Article | undefined): void => {
    if (article) list.push(article);
  };

  let done = 0;
  for (const { id, was, is } of pairById(before.fingerprints(), after.fingerprints())) {
    if (was === undefined) {
      if (!before.withdrawn(id)) append(added, after.article(id));
    } else if (is === undefined) {
      if (!after.withdrawn(id)) append(removed, before.article(id));
    } else if (was !== is) append(changed, after.article(id));
    done += 1;
    if (done % ARTICLES_AT_ONCE === 0) await yieldToEventLoop();
  }
  for (const { article } of before.withdrawnArticles) {
    const isKnown = after.fingerprint(article.id) !== undefined || after.withdrawn(article.id) !== undefined;
    if (!isKnown) removed.push(article);
  }
  return {
    added,
    changed,
    removed: removed.sort((a, b) => (a.id < b.id ? -1 : 1)),
    withdrawn: after.withdrawnArticles.filter(
      ({ article, fingerprint }) => before.withdrawn(article.id)?.fingerprint !== fingerprint,
    ),
    restored: before.withdrawnArticles.flatMap(({ article }) => after.article(article.id) ?? []),
    glossaryChanged: JSON.stringify(loaded.glossary) !== JSON.stringify(next.glossary),
  };
}

/** An article's fingerprints before and after; `undefined` in a corpus without it. */
interface Pair {
  readonly id: string;
  readonly was?: bigint;
  readonly is?: bigint;
}

type Fingerprints = ReturnType<Corpus['fingerprints']>;

/** Merges both in one pass: looking each article up by id takes several times as long. */
function* pairById(before: Fingerprints, after: Fingerprints): Generator<Pair> {
  const [entriesBefore, entriesAfter] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let [was, is] = [entriesBefore.next(), entriesAfter.next()];
  while (!was.done || !is.done) {
    if (is.done || (!was.done && was.value[0] < is.value[0])) {
      if (was.done) return;
      yield { id: was.value[0], was: was.value[1] };
      was = entriesBefore.next();
    } else if (was.done || is.value[0] < was.value[0]) {
      yield { id: is.value[0], is: is.value[1] };
      is = entriesAfter.next();
    } else {
      yield { id: is.value[0], was: was.value[1], is: is.value[1] };
      was = entriesBefore.next();
      is = entriesAfter.next();
    }
  }
}
