/** Starts the app for a terminal, with progress bars, warnings and sentences for faults. */

import { type App, startApp } from '../app.js';
import { Fault } from '../core/model/fault.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { ENGLISH as say } from '../core/locales/english.js';
import { sayFault } from '../core/locales/sentences.js';

interface TerminalAppParts {
  readonly corpusDir: string;
  /** The folder of snapshots; absent: none is read or written. */
  readonly dataDir: string | undefined;
}

/** Starts the app so that builds draw a bar on stderr and warnings go there. */
export async function startInTerminal(parts: TerminalAppParts): Promise<App> {
  const bar = createBuildBar(process.stderr);
  const app = await startApp({ ...parts, log: TERMINAL_LOG, onProgress: bar.show }).finally(bar.clear);
  const changeCorpus: App['services']['changeCorpus'] = (files, options) =>
    app.services.changeCorpus(files, { ...options, onProgress: bar.show }).finally(bar.clear);
  return { ...app, services: { ...app.services, changeCorpus } };
}

/** Drops information; prints warnings and errors on stderr. */
export const TERMINAL_LOG: Log = {
  info: () => undefined,
  warn: (message, facts = {}) => {
    const details = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`);
    process.stderr.write(`Warning: ${message} (${details.join(', ')}).\n`);
  },
  error: (message, error) => {
    process.stderr.write(`Warning: ${message}: ${describeFault(error)}\n`);
  },
};

const WIDTH = 30;
const STEPS = 100;
/** Returns to the start of the line and erases it (ECMA-48, EL). */
const CLEAR_LINE = '\r\u001B[K';

/** Draws a bar on one line of a terminal; on any other output, draws nothing. */
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

interface BuildBar {
  readonly show: ReportProgress;
  readonly clear: () => void;
}

/** Draws the progress of a build on one line of a terminal; on any other output, draws nothing. */
export function createBuildBar(output: NodeJS.WriteStream): BuildBar {
  if (!output.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (progress) => {
      output.write(`${CLEAR_LINE}${drawBar(progress.done, progress.total)} ${say.progress(progress)}`);
    },
    clear: () => {
      output.write(CLEAR_LINE);
    },
  };
}

function drawBar(done: number, total: number): string {
  return '█'.repeat(Math.round((done / total) * WIDTH)).padEnd(WIDTH, '░');
}

/** Returns the sentence for a fault, and the stack of any other error. */
export function describeFault(error: unknown): string {
  if (error instanceof Fault) return sayFault(say, error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
