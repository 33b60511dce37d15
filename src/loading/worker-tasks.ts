/** The tasks of the worker `worker.ts`: its orders and messages, and how to start it. */

import type { ArchivedFiles, ArchiveOutcome } from '../corpus/files/archive.js';
import type { FileHashes } from '../corpus/files/input-files.js';
import { type FaultMessage, reviveFault } from './fault-message.js';
import { runWorker, type Task } from './task.js';

/** An order to compare the files of a corpus with the hashes they had. */
export interface CheckOrder extends FileHashes {
  readonly kind: 'check';
  readonly corpusDir: string;
}

/** An order to archive the files of a revision. */
export interface ArchiveOrder {
  readonly kind: 'archive';
  readonly archiveDir: string;
  readonly corpusDir: string;
  readonly revision: string;
  readonly files: ArchivedFiles;
  /** In ms since 1970. */
  readonly at: number;
}

/** The `workerData` of the worker. */
export type WorkerOrder = CheckOrder | ArchiveOrder;

/** The worker's reply to a {@link CheckOrder}; `changed` lists paths. */
export type CheckMessage = { readonly kind: 'checked'; readonly changed: readonly string[] } | FaultMessage;

/** The worker's reply to an {@link ArchiveOrder}. */
export type ArchiveMessage =
  | ArchiveOutcome
  /** `reason` is the code of a system error, or the message of an error without one. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Hashes the files of a corpus in a thread of its own and returns the paths of those whose contents have changed. The
 * result may also reject with `CORPUS_MISSING`.
 */
export function checkInWorker(workerUrl: URL, order: Omit<CheckOrder, 'kind'>): Task<readonly string[]> {
  return runWorker(workerUrl, { kind: 'check', ...order } satisfies WorkerOrder, (received, callbacks) => {
    const message = received as CheckMessage;
    if (message.kind === 'checked') callbacks.resolve(message.changed);
    else callbacks.reject(reviveFault(message));
  });
}

/** Archives a revision's files in a thread of its own, since going through ten lists of files takes 0.1 s. */
export function archiveInWorker(workerUrl: URL, order: Omit<ArchiveOrder, 'kind'>): Task<ArchiveMessage> {
  return runWorker(
    workerUrl,
    { kind: 'archive', ...order } satisfies WorkerOrder,
    (received, { resolve }) => {
      resolve(received as ArchiveMessage);
    },
  );
}
