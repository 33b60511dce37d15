import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { Fault, type StateFailure } from '../core/model/fault.js';
import type { Log } from '../core/model/log.js';

/** How long a database that cannot be opened is left alone. */
export const RETRY_MS = 30_000;

/**
 * Does something with the database.
 *
 * @throws {Fault} `STATE_UNAVAILABLE` for whatever goes wrong.
 */
export type UseDatabase = <T>(act: (database: Database) => Promise<T>) => Promise<T>;

interface KeptDatabase {
  readonly use: UseDatabase;
  /** Waits until the first try to open it has ended, however it ends. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

interface KeepParts {
  readonly open: () => Promise<Database>;
  /** In ms from any moment on. */
  readonly now: () => number;
  readonly log: Log;
}

/** Opens a database at once and, while that fails, again at most every {@link RETRY_MS} when it is used. */
export function keepDatabase({ open, now, log }: KeepParts): KeptDatabase {
  let isClosed = false;
  let isMissed = false;
  let failedAt: number | null = null;

  const tryToOpen = async (): Promise<Database> => {
    try {
      const database = await open();
      if (isMissed) log.info('the database can be used again');
      isMissed = false;
      return database;
    } catch (error) {
      const fault = toStateFault(error);
      if (!isMissed) log.error('the database cannot be opened; answers go on without it', fault);
      isMissed = true;
      failedAt = now();
      throw fault;
    }
  };
  let database = tryToOpen();
  const ignoreFailure = (): void => undefined;

  const reach = (): Promise<Database> => {
    if (isClosed)
      throw new Fault('STATE_UNAVAILABLE', 'the database is closed', { facts: { cause: 'other' } });
    if (failedAt !== null && now() - failedAt >= RETRY_MS) {
      failedAt = null;
      database = tryToOpen();
    }
    return database;
  };

  return {
    use: async (act) => {
      try {
        return await act(await reach());
      } catch (error) {
        throw toStateFault(error);
      }
    },
    settled: () => database.then(ignoreFailure, ignoreFailure),
    close: () => {
      isClosed = true;
      database.then(({ $client }) => {
        $client.close();
      }, ignoreFailure);
    },
  };
}

export type Database = LibSQLDatabase & { readonly $client: Client };

/** How long a file waits for another process; the program waits with it. */
const BUSY_TIMEOUT_MS = 2_000;
const FILE_URL = /^file:(?:\/\/[^/?#]*)?(?<path>[^?#]*)/iu;
/** With a write-ahead log, NORMAL can lose the last writes in a power cut, but cannot break the file. */
const FILE_PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;';
const TRIES = 4;
const PAUSE_MS = 100;

/**
 * Opens a database and brings its tables up to date; the folder of a file is made where there is none.
 *
 * @param url - Begins with `file:`, or with `libsql:`, `http:`, `https:`, `ws:` or `wss:`.
 * @throws Errors of the driver and of the system, which may hold a token.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = FILE_URL.exec(url)?.groups?.['path'];
  if (path === undefined) return prepare(createClient({ url, fetch: fetchInTime }), '');
  await mkdir(dirname(decodeURIComponent(path)), { recursive: true });
  // One connection, since what a pragma sets holds for the connection that it ran on.
  return prepare(createClient({ url, concurrency: 1, timeout: BUSY_TIMEOUT_MS }), FILE_PRAGMAS);
}

async function prepare(client: Client, pragmas: string): Promise<Database> {
  const database = drizzle(client);
  try {
    await tryAgain(async () => {
      if (pragmas !== '') await client.executeMultiple(pragmas);
      await migrate(database, { migrationsFolder: findMigrations() });
    });
    return database;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Another bot may be making the same tables; then they are there, or the file is free, the next time. */
async function tryAgain(act: () => Promise<void>, tries = TRIES): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (tries === 1 || !findCode(error).code.startsWith('SQLITE_')) throw error;
    await wait(PAUSE_MS);
    await tryAgain(act, tries - 1);
  }
}

const REQUEST_TIMEOUT_MS = 5_000;

/** Fetches as the platform does, but gives up on an address that does not answer. */
export function fetchInTime(request: Request, timeoutMs: number = REQUEST_TIMEOUT_MS): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(timeoutMs) });
}

/**
 * Finds the folder of migrations from the root of the package, since the compiler does not copy it.
 *
 * @throws {Error} When no folder above this file holds a `package.json`.
 */
function findMigrations(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json stands above the program');
    folder = parent;
  }
  return join(folder, 'src', 'state', 'migrations');
}

/** What the driver throws for a file that it cannot open, without a code. */
const NOT_OPENED = /^ConnectionFailed\("Unable to open/u;

/** The code of an error and the one on the way to its cause that has it. */
interface FoundCode {
  /** Of SQLite, of the system or of the driver; the name of the error where none has one. */
  readonly code: string;
  /** `null` where none has one. */
  readonly from: unknown;
}

function findCode(error: unknown): FoundCode {
  for (let from = error; from instanceof Error; from = from.cause) {
    if (NOT_OPENED.test(from.message)) return { code: 'SQLITE_CANTOPEN', from };
    const code = readCode(from);
    if (code !== '') return { code, from };
  }
  return { code: error instanceof Error ? error.name : 'unknown error', from: null };
}

/** The one that tells most. @returns `''` where an error has none. */
function readCode(error: Error & { readonly code?: unknown; readonly extendedCode?: unknown }): string {
  const code = error.extendedCode ?? error.code;
  return typeof code === 'string' ? code : '';
}

/** Codes whose errors hold no value of a row, no address and no token in their messages. */
const SAFE_CODE = /^(?:SQLITE_[A-Z_]+|E[A-Z0-9]+)$/u;
/** What stands before the part of a code that tells more, as in `SQLITE_READONLY_DBMOVED`. */
const BASE_CODE = /^SQLITE_[A-Z]+/u;

const CAUSES = new Map<string, StateFailure>([
  ['SQLITE_FULL', 'full'],
  // What shares the log between processes finds no room.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
]);

/**
 * Makes an error of the database a `STATE_UNAVAILABLE`.
 *
 * @returns Its message names a code alone. Its `cause` is the error that has that code, where that is known to
 *   tell no secret: drizzle's own error repeats the values of a row, others the token or a password.
 */
export function toStateFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { code, from } = findCode(error);
  const cause = CAUSES.get(code) ?? CAUSES.get(BASE_CODE.exec(code)?.[0] ?? '') ?? 'other';
  const facts = { cause };
  const message = `the database cannot be used (${code}${tellStatus(from)})`;
  return new Fault('STATE_UNAVAILABLE', message, SAFE_CODE.test(code) ? { facts, cause: from } : { facts });
}

/** With what a server refused a request, e.g. 401 for a token that is wrong. */
function tellStatus(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'status' in cause ? ` ${String(cause.status)}` : '';
}
