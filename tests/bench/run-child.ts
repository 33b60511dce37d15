import { fork } from 'node:child_process';
import type { ChildMessage, Measurement, Outcome, Task } from './measurement.js';

/** V8's heap limit, as Node sets it by default on a host with 16 GB or more. */
export const HEAP_LIMIT_MB = 4_096;
export const TIME_LIMIT_MS = 5 * 60_000;

const CHILD = new URL('./bench-child.js', import.meta.url);

/** Measures an engine in a separate process. An engine that takes too long or too much memory is also a result. */
export function runChild(task: Task, onBuilt: (buildMs: number) => void): Promise<Outcome> {
  const child = fork(CHILD, [JSON.stringify(task)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_LIMIT_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let built = false;
  let measurement: Measurement | undefined;
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'measured') {
      measurement = message.measurement;
    } else {
      built = true;
      onBuilt(message.buildMs);
    }
  });

  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, TIME_LIMIT_MS);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (measurement) {
        resolve({ ...task, measurement });
      } else {
        const reason = late ? `took over ${TIME_LIMIT_MS / 60_000} minutes` : explain(errors);
        resolve({ ...task, failure: `${reason}, ${built ? 'searching' : 'building'}` });
      }
    });
  });
}

/** Finds the reason for a failure in what a process wrote before it ended. */
function explain(errors: string): string {
  if (errors.includes('heap out of memory')) return `ran out of ${HEAP_LIMIT_MB / 1024} GB of heap`;
  return /^\w*Error: .*$/mu.exec(errors)?.[0] ?? 'ended early';
}
