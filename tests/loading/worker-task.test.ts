import { describe, expect, it } from 'vitest';
import { runWorker } from '../../src/loading/task.js';

/** A worker that runs this code. */
function run(code: string) {
  return runWorker<unknown>(
    new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    {},
    (message, { resolve }) => {
      resolve(message);
    },
  );
}

describe('runWorker', () => {
  it('gives what the worker says', async () => {
    const { result, ended } = run(
      "import { parentPort } from 'node:worker_threads'; parentPort.postMessage(1);",
    );
    expect(await result).toBe(1);
    await ended;
  });

  it.each([
    [
      'out of memory',
      "throw Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });",
      'CORPUS_TOO_LARGE',
    ],
    ['a mistake', "throw new Error('x');", 'BUILD_FAILED'],
    ['an end without a word', '', 'BUILD_FAILED'],
  ])('tells of %s', async (_name, code, fault) => {
    await expect(run(code).result).rejects.toMatchObject({ code: fault });
  });

  it('tells that it was stopped', async () => {
    const started = run('setInterval(() => {}, 1000);');
    const failure = expect(started.result).rejects.toMatchObject({ code: 'BUILD_STOPPED' });
    await started.stop();
    await failure;
  });
});
