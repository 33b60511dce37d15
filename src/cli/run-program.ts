/** Runs the programs of the command line. */

import { Command, CommanderError } from 'commander';
import { config as readDotenv } from 'dotenv';
import type { App } from '../app.js';
import { type Config, parseConfig } from '../config.js';
import { describeFault, startInTerminal } from './start-in-terminal.js';

export const EXIT_FOUND = 0;
export const EXIT_NOTHING_FOUND = 1;
const EXIT_FAULT = 2;

/** Defines a program that throws a {@link CommanderError} where commander would exit. */
export function defineProgram(name: string, description: string): Command {
  return new Command(name).description(description).exitOverride();
}

/**
 * Runs a program and sets the exit code: that of `main`, or 2 with a sentence on stderr for a fault.
 *
 * @param main - Returns the exit code.
 */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT_FOUND : EXIT_FAULT;
    } else {
      process.stderr.write(`${describeFault(error)}\n`);
      process.exitCode = EXIT_FAULT;
    }
  }
}

interface AppOptions {
  /** Default: the folder that the environment names. */
  readonly corpusDir?: string | undefined;
  /** True to read the files whatever a snapshot holds, and to write no snapshot; default false. */
  readonly isFresh?: boolean;
}

/** Starts the app and closes it after `use`. */
export async function withApp<T>(
  { corpusDir, isFresh = false }: AppOptions,
  use: (app: App, config: Config) => Promise<T>,
): Promise<T> {
  readDotenv({ quiet: true });
  const config = parseConfig(process.env);
  const app = await startInTerminal({
    corpusDir: corpusDir ?? config.corpusDir,
    dataDir: isFresh ? undefined : config.dataDir,
  });
  try {
    return await use(app, config);
  } finally {
    await app.close();
  }
}
