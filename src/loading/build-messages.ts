/** The messages between the program and the process that builds a corpus. */

import type { ArticleText, WithdrawnArticle } from '../core/model/article.js';
import type { Glossary } from '../core/model/corpus.js';
import type { Progress } from '../core/model/log.js';
import { type StagedFiles } from '../corpus/files/staged-files.js';
import { type ArrayPlace } from '../snapshot/pack-arrays.js';
import type { SnapshotPlace } from '../snapshot/snapshot.js';
import type { FaultMessage } from './fault-message.js';

/** The first message to the build process. */
export interface BuildOrder {
  readonly corpusDir: string;
  /** The snapshot of the last build, which may be missing; `null` if none is read or written. */
  readonly snapshot: SnapshotPlace | null;
  readonly staged: StagedFiles;
  /** True if the build will be discarded in any case; no snapshot is written then. */
  readonly isPreview: boolean;
  /** True if the process lowers its priority. */
  readonly isLowPriority: boolean;
}

/** A request for articles of the previous corpus. */
export interface PreviousRequest {
  readonly articleIds: readonly string[];
  /** Also requests every article whose id starts with one of these. */
  readonly idPrefixes: readonly string[];
}

/**
 * A message from the build process. It sends `previous` any number of times, awaiting each reply, and then `built`
 * or `fault`. After `built` it waits for the {@link BuildReply} and sends `saved` if the build is accepted and has a
 * snapshot. `progress` may come at any time before `built`.
 */
export type BuildMessage =
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'previous' } & PreviousRequest)
  | {
      /** A `SavedCorpus` without its typed arrays, whose bytes are written to `BYTES_DESCRIPTOR`. */
      readonly kind: 'built';
      readonly rest: unknown;
      readonly places: readonly ArrayPlace[];
      readonly byteLength: number;
    }
  | {
      readonly kind: 'saved';
      /** The reason why the snapshot was not written; `null` if it was. */
      readonly failure: string | null;
    }
  | FaultMessage;

/** The reply to `built`. */
export interface BuildReply {
  /** True if the build replaces the previous one. */
  readonly isAccepted: boolean;
}

/** The reply to `previous`. */
export interface Previous {
  /** The requested articles that the previous corpus has. */
  readonly articles: readonly ArticleText[];
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Sent with every reply; empty if there was none. */
  readonly glossary: Glossary;
}
