import type { ArchiveOutcome, ArchivedFiles } from '../corpus/folder/archive.js';
import type { FileHashes } from '../corpus/folder/input-files.js';
import { type FaultMessage, reviveFault } from './fault-message.js';
import { type Task, runWorker } from './task.js';

/** What the worker is started with. */
export interface CheckOrder extends FileHashes {
  readonly corpusDir: string;
}

/** What the worker says, once. */
export type CheckMessage = { readonly kind: 'checked'; readonly changed: readonly string[] } | FaultMessage;

/**
 * Reads the files of a corpus in a thread of its own and gives the paths of those that hold something else
 * than they did. The result may also reject with `CORPUS_MISSING`.
 */
export function checkInWorker(workerUrl: URL, order: CheckOrder): Task<readonly string[]> {
  return runWorker(workerUrl, order, (said, { resolve, reject }) => {
    const message = said as CheckMessage;
    if (message.kind === 'checked') resolve(message.changed);
    else reject(reviveFault(message));
  });
}

/** What the worker is started with. */
export interface ArchiveOrder {
  /** The folder of the archive. */
  readonly archiveDir: string;
  readonly corpusDir: string;
  readonly revision: string;
  readonly files: ArchivedFiles;
  /** In ms since 1970. */
  readonly at: number;
}

/** What the worker says, once. */
export type ArchiveMessage =
  | ArchiveOutcome
  /** With the code of a system error. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Keeps a revision's files in a thread of its own: going through ten lists of files takes a tenth of a second. */
export function archiveInWorker(workerUrl: URL, order: ArchiveOrder): Task<ArchiveMessage> {
  return runWorker(workerUrl, order, (said, { resolve }) => {
    resolve(said as ArchiveMessage);
  });
}
