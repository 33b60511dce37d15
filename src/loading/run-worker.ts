import { Worker } from 'node:worker_threads';
import { Fault } from '../core/errors.js';
import type { Replies, Run } from './run.js';

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Starts a worker that gives one result.
 *
 * @param handle - Called with each message; what it throws becomes `BUILD_FAILED`.
 */
export function runWorker<T>(
  url: URL,
  workerData: unknown,
  handle: (message: unknown, replies: Replies<T>) => void,
): Run<T> {
  const worker = new Worker(url, { workerData });
  let isStopped = false;
  const result = new Promise<T>((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      try {
        handle(message, { resolve, reject });
      } catch (cause) {
        reject(new Fault('BUILD_FAILED', 'what the worker made cannot be used', { cause }));
        void worker.terminate();
      }
    });
    worker.on('error', (cause) => {
      const isTooLarge = (cause as { code?: unknown }).code === OUT_OF_MEMORY;
      reject(new Fault(isTooLarge ? 'CORPUS_TOO_LARGE' : 'BUILD_FAILED', 'the worker failed', { cause }));
    });
    worker.on('exit', (exitCode) => {
      const code = isStopped ? 'BUILD_STOPPED' : 'BUILD_FAILED';
      reject(new Fault(code, `the worker ended early with ${exitCode}`));
    });
  });
  return {
    result,
    ended: new Promise((resolve) =>
      worker.once('exit', () => {
        resolve();
      }),
    ),
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
}
