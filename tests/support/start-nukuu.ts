import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeSignal } from './local-discord/change-signal.js';
import type { InteractionResponse, LiveMessage, LocalDiscord } from './local-discord/index.js';

/** The compiled program: `npx tsc -b` makes it. */
export const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');

/** A change that is kept ends the check, too, and leaves a snapshot. */
const CHECK_ENDS =
  /^(?:the articles are those of the snapshot|the articles could not be checked|corpus rebuilt|snapshot written|the snapshot could not be written)/u;

/** One line of the bot's log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [fact: string]: unknown;
}

/** The bot as its users run it: a separate process of the compiled files. */
export interface Nukuu {
  readonly process: ChildProcess;
  /** Returns the raw output so far. */
  readonly output: () => string;
  readonly log: () => readonly LogLine[];
  /** Waits for a line of the log with this message. @param count - Which of them; default 1, the first. */
  logged(message: string, count?: number): Promise<LogLine>;
  /**
   * Waits until the bot has checked the files against the snapshot that it started from. It loads a change made
   * before that by itself, and refuses every reload meanwhile.
   */
  checked(): Promise<void>;
  /** Stops it and returns the exit code, which is above 0 if it exceeded the time that it allows itself. */
  stop(signal?: NodeJS.Signals): Promise<{ readonly code: number | null }>;
}

/** @param env - Without `DATA_DIR`, the bot gets a temporary folder that is removed when it ends. */
export function startNukuu(env: Readonly<Record<string, string>>): Nukuu {
  const ownDataDir = env['DATA_DIR'] === undefined ? mkdtempSync(join(tmpdir(), 'nukuu-data-')) : null;
  // A folder without a .env, so that no local settings reach the tests.
  const child = spawn(process.execPath, [MAIN], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...(ownDataDir === null ? {} : { DATA_DIR: ownDataDir }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.once('exit', () => {
    if (ownDataDir !== null) rmSync(ownDataDir, { recursive: true, force: true });
  });
  let output = '';
  const changes = new ChangeSignal();
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    changes.notify();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // By then it has been read to its end.
  let isClosed = false;
  child.once('close', () => {
    isClosed = true;
    changes.notify();
  });
  const log = (): LogLine[] =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as LogLine);
  return {
    process: child,
    output: () => output,
    log,
    logged: (message, count = 1) =>
      changes.waitFor(
        () => {
          const line = log().filter(({ msg }) => msg === message)[count - 1];
          if (!line && isClosed) throw new Error(`the bot ended before "${message}":\n${output}`);
          return line;
        },
        { what: `"${message}" in the log` },
      ),
    checked: async () => {
      const isChecked = () =>
        log().some(({ msg, startedFrom }) => startedFrom === 'files' || CHECK_ENDS.test(msg));
      await changes.waitFor(isChecked, { what: 'the end of the check of the files' });
    },
    async stop(signal = 'SIGTERM') {
      if (!isClosed) {
        const closed = once(child, 'close');
        child.kill(signal);
        await closed;
      }
      return { code: child.exitCode };
    },
  };
}

/** Starts the bot, connected to a local Discord, with its commands registered. */
export async function joinDiscord(
  discord: LocalDiscord,
  corpusDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Nukuu> {
  const nukuu = startNukuu({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    CORPUS_DIR: corpusDir,
    ...env,
  });
  await nukuu.logged('commands in line');
  return nukuu;
}

/** A corpus folder for one test file. */
export interface CorpusFolder {
  readonly dir: string;
  write(file: string, text: string | Buffer): Promise<void>;
  remove(file: string): Promise<void>;
  dispose(): Promise<void>;
}

/** @param from - A folder to copy first. */
export async function makeCorpusFolder(
  files: Readonly<Record<string, string>> = {},
  from?: string,
): Promise<CorpusFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'nukuu-corpus-'));
  if (from !== undefined) await cp(from, dir, { recursive: true });
  const folder: CorpusFolder = {
    dir,
    write: (file, text) => writeFile(join(dir, file), text),
    remove: (file) => rm(join(dir, file)),
    dispose: () => rm(dir, { recursive: true, force: true }),
  };
  for (const [file, text] of Object.entries(files)) await folder.write(file, text);
  return folder;
}

const PROGRESS = /^(?:Reading|Analysing|Learning) .* …$/u;

/** Returns the message of a command once the bot neither thinks nor shows progress. */
export async function awaitReport(
  discord: LocalDiscord,
  { message }: InteractionResponse,
): Promise<LiveMessage> {
  await discord.waitFor(() => !message.loading && !PROGRESS.test(message.text), { what: 'the report' });
  return message;
}
