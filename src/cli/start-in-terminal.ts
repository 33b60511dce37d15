import { startApp, type App } from '../app.js';
import type { Log } from '../core/services.js';
import { createBuildBar } from './progress-bar.js';
import { describeFault } from './describe-fault.js';

export interface TerminalAppParts {
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
