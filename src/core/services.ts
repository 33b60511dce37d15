import type { Article, Problem, WithdrawnArticle } from './article.js';
import type { Ask } from './ask.js';
import type { CorpusSummary, LoadedCorpus } from './corpus.js';
import type { Explain } from './explain.js';
import type { ReportProgress } from './progress.js';
import type { Requote } from './requote.js';

/** What a reload changes, by article id. */
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

export interface ReloadReport {
  /** `true`: what was loaded before still answers. */
  readonly preview: boolean;
  readonly before: CorpusSummary;
  readonly after: CorpusSummary;
  readonly difference: CorpusDifference;
  readonly problems: readonly Problem[];
}

/** What the edges ask of the program. */
export interface Services {
  /** What answers now; hold on to one for the length of one answer. */
  loaded(): LoadedCorpus;
  ask: Ask;
  requote: Requote;
  explain: Explain;
  /**
   * Builds the corpus aside and swaps it in, or with `preview` only compares it.
   *
   * @throws {Fault} `RELOAD_RUNNING` while another runs; `CORPUS_MISSING`, `CORPUS_EMPTY`,
   *   `BUILD_FAILED` or `BUILD_STOPPED`, and then what was loaded stays.
   */
  reload(preview: boolean, onProgress?: ReportProgress): Promise<ReloadReport>;
}

/** Where faults and events are written for those who run the bot. Never a question, never a token. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}
