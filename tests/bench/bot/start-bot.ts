import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ProbeReading } from './probe.js';

const MAIN = fileURLToPath(new URL('../../../../src/main.js', import.meta.url));
const PROBE = new URL('./probe.js', import.meta.url).href;
/** pino's level of a warning. */
const WARNING_LEVEL = 40;
const START_TIMEOUT_MS = 10 * 60_000;

/** The memory of the bot's process, in bytes. */
export interface BotMemory {
  readonly resident: number;
  /** The proportional set size and the private dirty pages; absent if the system does not report them. */
  readonly mapped?: { readonly proportional: number; readonly privateDirty: number };
  /** V8's heap of the main thread. */
  readonly heap: number;
  /** Typed arrays and other buffers of the main thread. */
  readonly buffers: number;
}

/** A line of the bot's log. */
export interface LogLine {
  readonly msg: string;
  readonly level: number;
  readonly [fact: string]: unknown;
}

/** The compiled bot in a process of its own, with the probe preloaded. */
export interface Bot {
  /** On the clock of {@link performance}. */
  readonly startedAt: number;
  /** Warnings and errors it logged. */
  readonly complaints: readonly LogLine[];
  /** Waits for a line of the log with this message, logged before or after the call. */
  logged(message: string): Promise<LogLine>;
  /** Reads the behaviour of the event loop since the last call. */
  probe(): Promise<ProbeReading>;
  memory(): Promise<BotMemory>;
  /**
   * The total time for which the main thread was ready to run and no core was free; `null` if the system does not
   * report it.
   */
  waitedMs(): Promise<number | null>;
  stop(): Promise<void>;
  /** Kills the process without a warning. */
  kill(): void;
}

/** @param nodeOptions - For Node itself, e.g. `--cpu-prof`. */
export function startBot(env: Readonly<Record<string, string>>, nodeOptions: readonly string[]): Bot {
  const startedAt = performance.now();
  // A folder without a .env, so that no local settings reach the bot.
  const child = spawn(process.execPath, ['--import', PROBE, ...nodeOptions, MAIN], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { stderr, pid } = child;
  if (!stderr || pid === undefined) throw new Error('the bot could not be started');
  const lines: LogLine[] = [];
  const others: string[] = [];
  const reader = createInterface({ input: stderr });
  reader.on('line', (line) => {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as LogLine);
    else others.push(line);
  });

  const probe = async (): Promise<ProbeReading> => {
    const answer = once(child, 'message') as Promise<[ProbeReading]>;
    child.send('read');
    return (await answer)[0];
  };
  return {
    startedAt,
    get complaints() {
      return lines.filter(({ level }) => level >= WARNING_LEVEL);
    },
    async logged(message) {
      const signal = AbortSignal.timeout(START_TIMEOUT_MS);
      for (;;) {
        const line = lines.find(({ msg }) => msg === message);
        if (line) return line;
        if (child.exitCode !== null)
          throw new Error(`the bot ended before "${message}":\n${others.join('\n')}`);
        await Promise.race([once(reader, 'line', { signal }), once(child, 'exit', { signal })]);
      }
    },
    probe,
    memory: async () => toBotMemory((await probe()).memory, await readMapped(pid)),
    waitedMs: () => readWaitedMs(pid),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}

function toBotMemory(
  { rss, heapUsed, external }: NodeJS.MemoryUsage,
  mapped: BotMemory['mapped'],
): BotMemory {
  return { resident: rss, heap: heapUsed, buffers: external, ...(mapped ? { mapped } : {}) };
}

/** Reads Linux's `smaps_rollup` of a process; `undefined` on other systems. */
async function readMapped(pid: number): Promise<BotMemory['mapped']> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null);
  if (rollup === null) return undefined;
  const read = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(rollup)?.[1] ?? NaN) * 1024;
  return { proportional: read('Pss'), privateDirty: read('Private_Dirty') };
}

/** Reads the second figure of Linux's `schedstat`, which is in nanoseconds. */
async function readWaitedMs(pid: number): Promise<number | null> {
  const schedstat = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => null);
  return schedstat === null ? null : Number(schedstat.split(' ')[1]) / 1e6;
}
