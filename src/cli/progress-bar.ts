import { ENGLISH as say } from '../core/sentences/english/english.js';
import type { ReportProgress } from '../core/progress.js';

const WIDTH = 30;
const STEPS = 100;
/** Back to the start of the line, which is erased (ECMA-48, EL). */
const ANEW = '\r\u001B[K';

/** Draws a bar over one line of a terminal; anywhere else it draws nothing. */
export function createProgressBar(output: NodeJS.WriteStream): (done: number, total: number) => void {
  if (!output.isTTY) return () => undefined;
  let last = -1;
  return (done, total) => {
    const step = Math.floor((done / total) * STEPS);
    if (step === last) return;
    last = step;
    output.write(`\r${drawBar(done, total)} ${done}/${total}${done === total ? '\n' : ''}`);
  };
}

/** A bar that tells of a build. */
export interface BuildBar {
  readonly show: ReportProgress;
  /** Leaves the line empty. */
  readonly clear: () => void;
}

/** Draws over one line of a terminal how far a build has come; anywhere else it draws nothing. */
export function createBuildBar(output: NodeJS.WriteStream): BuildBar {
  if (!output.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (progress) => {
      output.write(`${ANEW}${drawBar(progress.done, progress.total)} ${say.progress(progress)}`);
    },
    clear: () => {
      output.write(ANEW);
    },
  };
}

function drawBar(done: number, total: number): string {
  return '█'.repeat(Math.round((done / total) * WIDTH)).padEnd(WIDTH, '░');
}
