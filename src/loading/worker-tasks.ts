import type { ArchivedFiles, ArchiveOutcome } from '../corpus/folder/archive.js';
import type { FileHashes } from '../corpus/folder/input-files.js';
import { type FaultMessage, reviveFault } from './fault-message.js';
import { runWorker, type Task } from './task.js';

/** Holds the files of a corpus against what they held. */
export interface CheckOrder extends FileHashes {
  readonly kind: 'check';
  readonly corpusDir: string;
}

/** Puts the files of a revision into the archive. */
export interface ArchiveOrder {
  readonly kind: 'archive';
  /** The folder of the archive. */
  readonly archiveDir: string;
  readonly corpusDir: string;
  readonly revision: string;
  readonly files: ArchivedFiles;
  /** In ms since 1970. */
  readonly at: number;
}

/** One of these is what the worker is started with. */
export type WorkerOrder = CheckOrder | ArchiveOrder;

/** The worker's answer to a {@link CheckOrder}. */
export type CheckMessage = { readonly kind: 'checked'; readonly changed: readonly string[] } | FaultMessage;

/** The worker's answer to an {@link ArchiveOrder}. */
export type ArchiveMessage =
  | ArchiveOutcome
  /** With the code of a system error. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Reads the files of a corpus in a thread of its own and gives the paths of those that hold something else
 * than they did. The result may also reject with `CORPUS_MISSING`.
 */
export function checkInWorker(workerUrl: URL, order: Omit<CheckOrder, 'kind'>): Task<readonly string[]> {
  return runWorker(workerUrl, { kind: 'check', ...order } satisfies WorkerOrder, (received, callbacks) => {
    const message = received as CheckMessage;
    if (message.kind === 'checked') callbacks.resolve(message.changed);
    else callbacks.reject(reviveFault(message));
  });
}

/** Archives a revision's files in a thread of its own: going through ten lists of files takes a tenth of a second. */
export function archiveInWorker(workerUrl: URL, order: Omit<ArchiveOrder, 'kind'>): Task<ArchiveMessage> {
  return runWorker(
    workerUrl,
    { kind: 'archive', ...order } satisfies WorkerOrder,
    (received, { resolve }) => {
      resolve(received as ArchiveMessage);
    },
  );
}
