import type { Keeping } from '../corpus/archive/create-archive.js';
import type { ReadFiles } from '../corpus/archive/list-kept-files.js';
import type { Run } from './run.js';
import { runWorker } from './run-worker.js';

/** What the worker is started with. */
export interface KeepOrder {
  /** The folder of the archive. */
  readonly archiveDir: string;
  readonly corpusDir: string;
  readonly revision: string;
  readonly files: ReadFiles;
  /** In ms since 1970. */
  readonly at: number;
}

/** What the worker says, once. */
export type KeepMessage =
  | Keeping
  /** With the code of a system error. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Keeps a revision's files in a thread of its own: going through ten lists of files takes a tenth of a second. */
export function keepInWorker(workerUrl: URL, order: KeepOrder): Run<KeepMessage> {
  return runWorker(workerUrl, order, (said, { resolve }) => {
    resolve(said as KeepMessage);
  });
}
