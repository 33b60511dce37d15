import { Fault, type FaultCode, type FaultFacts } from '../core/errors.js';
import type { SourceHashes } from '../corpus/sources.js';
import type { Run } from './run.js';
import { runWorker } from './run-worker.js';

/** What the worker is started with. */
export interface CheckOrder extends SourceHashes {
  readonly corpusDir: string;
}

/** What the worker says, once. */
export type CheckMessage =
  | { readonly kind: 'checked'; readonly changed: readonly string[] }
  | {
      readonly kind: 'fault';
      readonly code: FaultCode;
      readonly message: string;
      readonly facts: FaultFacts;
    };

/**
 * Reads the files of a corpus in a thread of its own and gives the paths of those that hold something else
 * than they did. The result may also reject with `CORPUS_MISSING`.
 */
export function checkInWorker(workerUrl: URL, order: CheckOrder): Run<readonly string[]> {
  return runWorker(workerUrl, order, (said, { resolve, reject }) => {
    const message = said as CheckMessage;
    if (message.kind === 'checked') resolve(message.changed);
    else reject(new Fault(message.code, message.message, { facts: message.facts }));
  });
}
