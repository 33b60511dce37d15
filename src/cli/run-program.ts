import { Command, CommanderError } from 'commander';
import { config as readDotenv } from 'dotenv';
import { startApp, type App } from '../app.js';
import { parseConfig } from '../config.js';
import { Fault } from '../core/errors.js';
import { ENGLISH_FAULTS } from '../core/sentences.js';

export const EXIT_FOUND = 0;
export const EXIT_NOTHING_FOUND = 1;
export const EXIT_FAULT = 2;

/** A program of the command line with the corpus folder it works on. */
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

/** What a person at the terminal reads of a fault; of a mistake in the program, all there is. */
export function describeFault(error: unknown): string {
  if (error instanceof Fault) return ENGLISH_FAULTS[error.code](error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Loads `corpusDir`, or the folder that the environment names, and closes it after `use`. */
export async function withApp<T>(corpusDir: string | undefined, use: (app: App) => Promise<T>): Promise<T> {
  readDotenv({ quiet: true });
  const app = await startApp({ corpusDir: corpusDir ?? parseConfig(process.env).corpusDir });
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
