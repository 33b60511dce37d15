import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InteractionResponse, LiveMessage, LocalDiscord } from './local-discord/index.js';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'src', 'main.js');
const READY_TIMEOUT_MS = 20_000;

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
  /** Waits for a line of the log with this message. */
  logged(message: string): Promise<LogLine>;
  /** Stops it and returns the exit code and how long that took. */
  stop(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>;
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
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const log = (): LogLine[] =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as LogLine);
  return {
    process: child,
    output: () => output,
    log,
    async logged(message) {
      const signal = AbortSignal.timeout(READY_TIMEOUT_MS);
      for (;;) {
        const line = log().find(({ msg }) => msg === message);
        if (line) return line;
        if (child.exitCode !== null) throw new Error(`the bot ended before "${message}":\n${output}`);
        await Promise.race([once(child.stderr, 'data', { signal }), once(child, 'exit', { signal })]);
      }
    },
    async stop(signal = 'SIGTERM') {
      const started = performance.now();
      const ended = once(child, 'exit');
      if (child.exitCode === null) {
        child.kill(signal);
        await ended;
      }
      return { code: child.exitCode, ms: performance.now() - started };
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
