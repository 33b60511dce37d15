import { type App, startApp } from '../app.js';
import { Fault } from '../core/model/fault.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { ENGLISH as say } from '../core/texts/english.js';
import { sayFault } from '../core/texts/sentences.js';

interface TerminalAppParts {
  readonly corpusDir: string;
  /** The folder of snapshots; absent: none is read or written. */
  readonly dataDir: string | undefined;
}

/** Starts the program for a person: builds draw a bar on stderr, and warnings go there. */
export async function startInTerminal(parts: TerminalAppParts): Promise<App> {
  const bar = createBuildBar(process.stderr);
  const app = await startApp({ ...parts, log: TERMINAL_LOG, onProgress: bar.show }).finally(bar.clear);
  const changeCorpus: App['services']['changeCorpus'] = (files, options) =>
    app.services.changeCorpus(files, { ...options, onProgress: bar.show }).finally(bar.clear);
  return { ...app, services: { ...app.services, changeCorpus } };
}

/** What goes well is not told. */
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
interface BuildBar {
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

/** What a person at the terminal reads of a fault; of a mistake in the program, all there is. */
export function describeFault(error: unknown): string {
  if (error instanceof Fault) return sayFault(say, error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
