import type { Article, Problem, WithdrawnArticle } from './article.js';
import type { Ask } from './ask.js';
import { checkPins, type PinReport } from './check-pins.js';
import { compareCorpora } from './compare-corpora.js';
import type { CorpusSummary, LoadedCorpus } from './corpus.js';
import type { FileChange } from './desk.js';
import { Fault } from './errors.js';
import type { ReportProgress } from './progress.js';
import type { CorpusAction, Pin } from './state.js';

/** What a change does to the articles, by article id. */
export interface CorpusDifference {
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
  readonly problems: readonly Problem[];
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

/** A corpus built aside; one of the two must be called. */
export interface Candidate {
  readonly loaded: LoadedCorpus;
  /**
   * Writes the files, all or none, and makes it the one that answers.
   *
   * @throws {Fault} `CHANGE_UNWRITTEN`; it must be dropped then.
   */
  keep(): Promise<void>;
  drop(): void;
}

export interface BuildCandidate {
  /** Whether it will be dropped in any case. */
  readonly isPreview: boolean;
  readonly onProgress?: ReportProgress | undefined;
}

export interface ChangeParts {
  readonly loaded: () => LoadedCorpus;
  readonly build: (files: readonly FileChange[], options: BuildCandidate) => Promise<Candidate>;
  /** @throws {Fault} `STATE_UNAVAILABLE`. */
  readonly listPins: () => Promise<readonly Pin[]>;
  readonly ask: Ask;
  /** Waits for the next turn of the event loop. */
  readonly rest: () => Promise<unknown>;
  /** Called once a change is applied; says whether it could be recorded. */
  readonly record: (report: ChangeReport, cause: ChangeCause) => Promise<boolean>;
}

export function createChangeCorpus(parts: ChangeParts): ChangeCorpus {
  return async (files, options) => {
    const before = parts.loaded();
    const { mode, onProgress } = options;
    const candidate = await parts.build(files, { isPreview: mode === 'preview', onProgress });
    let isApplied = false;
    try {
      const report = await describeChange(parts, before, candidate.loaded);
      if (!mayApply(report, mode)) return { kind: 'held', report };
      await candidate.keep();
      isApplied = true;
      return { kind: 'applied', report, isRecorded: await parts.record(report, options) };
    } finally {
      if (!isApplied) candidate.drop();
    }
  };
}

async function describeChange(
  { ask, listPins, rest }: ChangeParts,
  before: LoadedCorpus,
  after: LoadedCorpus,
): Promise<ChangeReport> {
  // Questions are answered between the opening, the comparison and the report of a large corpus.
  await rest();
  const difference = await compareCorpora(before, after, rest);
  await rest();
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
