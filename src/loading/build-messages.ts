import type { ArticleText, WithdrawnArticle } from '../core/model/article.js';
import type { Glossary } from '../core/model/corpus.js';
import type { Progress } from '../core/model/log.js';
import { type StagedFiles } from '../corpus/folder/staged-files.js';
import { type ArrayPlace } from '../snapshot/pack-arrays.js';
import type { SnapshotPlace } from '../snapshot/snapshot.js';
import type { FaultMessage } from './fault-message.js';

/** The first message to the process. */
export interface BuildOrder {
  readonly corpusDir: string;
  /** Where the last build may be; `null`: nowhere. */
  readonly snapshot: SnapshotPlace | null;
  /** Read as if it were in the folder. */
  readonly staged: StagedFiles;
  /** Whether the build will be discarded in any case. */
  readonly isPreview: boolean;
  /** Whether others go first. */
  readonly isPatient: boolean;
}

/** Asks for articles that were loaded before. */
export interface PreviousRequest {
  readonly articleIds: readonly string[];
  /** Every article whose id starts with one of these is wanted, too. */
  readonly idPrefixes: readonly string[];
}

/**
 * A message of the process: `previous` as often as it needs to, one at a time, then `built` or `fault`; once a
 * {@link BuildReply} has come after `built`, perhaps `saved`; `progress` in between.
 */
export type BuildMessage =
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'previous' } & PreviousRequest)
  | {
      /** A `SavedCorpus` without its arrays, whose bytes are written to `BYTES_DESCRIPTOR`. */
      readonly kind: 'built';
      readonly rest: unknown;
      readonly places: readonly ArrayPlace[];
      readonly byteLength: number;
    }
  | {
      readonly kind: 'saved';
      /** Why the snapshot could not be written; `null` when it was. */
      readonly failure: string | null;
    }
  | FaultMessage;

/** The answer to `built`. */
export interface BuildReply {
  /** Whether the build takes the place of the one before. */
  readonly isAccepted: boolean;
}

/** The answer to `previous`. */
export interface Previous {
  /** Of those asked for, those that there were. */
  readonly articles: readonly ArticleText[];
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Asked for or not; empty when there was none. */
  readonly glossary: Glossary;
}
