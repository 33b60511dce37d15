import { ENGINES } from './engines/index.js';
import { measureEngine } from './measure-engine.js';
import type { ChildMessage, Task } from './measurement.js';

/** Measures the task in the first argument and sends the measurement to the parent. */
const task = JSON.parse(process.argv[2] ?? '') as Task;
const load = ENGINES[task.engine];
const collectGarbage = globalThis.gc;
if (!load || !collectGarbage) throw new Error('needs the name of an engine, and --expose-gc');

const send = (message: ChildMessage): void => {
  process.send?.(message);
};
const { build } = await load();
const measurement = await measureEngine(
  build,
  task,
  () => {
    collectGarbage();
  },
  (buildMs) => {
    send({ kind: 'built', buildMs });
  },
);
send({ kind: 'measured', measurement });
process.disconnect();
