import type { Ask } from '../answering/ask.js';
import { type Article, articleIdOf, type WithdrawnArticle } from '../model/article.js';
import type { Corpus, CorpusSummary, LoadedCorpus } from '../model/corpus.js';
import type { FileChange } from '../model/desk.js';
import { Fault } from '../model/fault.js';
import { DEFAULT_RESULTS } from '../model/limits.js';
import type { ReportProgress } from '../model/log.js';
import type { FileProblem } from '../model/problem.js';
import type { CorpusAction, Pin } from '../model/state.js';

/** What a change does to the articles, by article id. */
interface CorpusDifference {
  readonly added: readonly Article[];
  readonly changed: readonly Article[];
  /** Known before, withdrawn or not, and known no more. */
  readonly removed: readonly Article[];
  /** Withdrawn now, and before either quoted, unknown or withdrawn in other words. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Withdrawn before and quoted now. */
  readonly restored: readonly Article[];
  readonly glossaryChanged: boolean;
}

export interface ChangeReport {
  readonly before: CorpusSummary;
  readonly after: CorpusSummary;
  readonly difference: CorpusDifference;
  readonly problems: readonly FileProblem[];
  /** `null` when the pinned questions could not be read. */
  readonly pins: PinReport | null;
  /** Articles that are gone without having been withdrawn. */
  readonly missing: readonly Article[];
}

export type ChangeOutcome =
  | {
      readonly kind: 'applied';
      readonly report: ChangeReport;
      /** Whether the audit log and the history have it. */
      readonly isRecorded: boolean;
    }
  /** Nothing has changed: it was a preview, or something would be lost that nobody has agreed to lose. */
  | { readonly kind: 'held'; readonly report: ChangeReport };

/** Who changes a corpus, and why; what the audit log keeps. */
export interface ChangeCause {
  /** A member's id; `null` for the program itself. */
  readonly by: string | null;
  readonly action: CorpusAction;
  /** What it is done to, e.g. an article's id. */
  readonly subject?: string;
  /** In the moderator's words. */
  readonly note?: string;
}

export interface ChangeOptions extends ChangeCause {
  /**
   * `preview` changes nothing; `careful` applies what loses no pin and no article; `forced` applies whatever is
   * lost; `accept` does so only if it leads to that revision.
   */
  readonly mode: 'preview' | 'careful' | 'forced' | { readonly accept: string };
  readonly onProgress?: ReportProgress | undefined;
}

/**
 * Builds the corpus aside with `files` changed, and writes them and swaps it in if nothing is lost that may not be.
 *
 * @param files - `[]` loads the folder as it stands.
 * @throws {Fault} `RELOAD_RUNNING` while another change runs; `CHANGE_STALE` when `accept` names another revision;
 *   `CHANGE_UNWRITTEN`, `CORPUS_MISSING`, `CORPUS_EMPTY`, `CORPUS_TOO_LARGE`, `BUILD_FAILED` or `BUILD_STOPPED`.
 *   What was loaded stays then, and so do the files.
 */
export type ChangeCorpus = (files: readonly FileChange[], options: ChangeOptions) => Promise<ChangeOutcome>;

/** A corpus built aside, which waits for one of the two calls. */
export interface PendingBuild {
  readonly loaded: LoadedCorpus;
  /**
   * Writes the files that it was built with, all or none, and makes it the corpus that answers.
   *
   * @throws {Fault} `CHANGE_UNWRITTEN`; it must be discarded then.
   */
  accept(): Promise<void>;
  discard(): void;
}

interface BuildMode {
  /** Whether the build will be discarded in any case. */
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
  /** Called once a change is applied; says whether it could be recorded. */
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
  // Questions are answered between the opening, the comparison and the report of a large corpus.
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

const ARTICLES_AT_ONCE = 250;

/**
 * What changes when `next` takes the place of `loaded`, each list by article id.
 *
 * @param yieldToEventLoop - Called between slices of work, each of a few milliseconds at most, and waited for.
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
  const take = (list: Article[], article: Article | undefined): void => {
    if (article) list.push(article);
  };

  let done = 0;
  for (const { id, was, is } of pairById(before.fingerprints(), after.fingerprints())) {
    if (was === undefined) {
      if (!before.withdrawn(id)) take(added, after.article(id));
    } else if (is === undefined) {
      if (!after.withdrawn(id)) take(removed, before.article(id));
    } else if (was !== is) take(changed, after.article(id));
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

/** An article's fingerprints; `undefined` where it is in one corpus only. */
interface Pair {
  readonly id: string;
  readonly was?: bigint;
  readonly is?: bigint;
}

type Fingerprints = ReturnType<Corpus['fingerprints']>;

/** Goes through both at once: looking each article up by id takes several times as long. */
function* pairById(before: Fingerprints, after: Fingerprints): Generator<Pair> {
  const [olds, news] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let [old, young] = [olds.next(), news.next()];
  while (!old.done || !young.done) {
    if (young.done || (!old.done && old.value[0] < young.value[0])) {
      if (old.done) return;
      yield { id: old.value[0], was: old.value[1] };
      old = olds.next();
    } else if (old.done || young.value[0] < old.value[0]) {
      yield { id: young.value[0], is: young.value[1] };
      young = news.next();
    } else {
      yield { id: young.value[0], was: old.value[1], is: young.value[1] };
      old = olds.next();
      young = news.next();
    }
  }
}
