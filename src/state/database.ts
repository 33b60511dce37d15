/** Opens the state's database, and turns its errors into faults. */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { Fault, type StateFailure } from '../core/model/fault.js';
import type { Log } from '../core/model/log.js';

/** The least time between two attempts to open a database. */
export const RETRY_MS = 30_000;

export type Database = LibSQLDatabase & { readonly $client: Client };

/**
 * Runs an operation on the database.
 *
 * @throws {Fault} `STATE_UNAVAILABLE` for any error.
 */
export type UseDatabase = <T>(act: (database: Database) => Promise<T>) => Promise<T>;

interface DatabaseAccess {
  readonly use: UseDatabase;
  /** Resolves once the current attempt to open the database has ended, successfully or not. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

interface ConnectParts {
  readonly open: () => Promise<Database>;
  /** In ms since any fixed moment. */
  readonly now: () => number;
  readonly log: Log;
}

/** Opens a database at once. While that fails, its use triggers another attempt at most every {@link RETRY_MS}. */
export function connectDatabase({ open, now, log }: ConnectParts): DatabaseAccess {
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

/** The time that SQLite waits for another process to unlock the file; the whole program is blocked meanwhile. */
const BUSY_TIMEOUT_MS = 2_000;
const FILE_URL = /^file:(?:\/\/[^/?#]*)?(?<path>[^?#]*)/iu;
/** With a write-ahead log, NORMAL can lose the last writes in a power cut but cannot corrupt the file. */
const FILE_PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;';
const TRIES = 4;
const PAUSE_MS = 100;

/**
 * Opens a database and migrates its tables; creates the folder of a file if it is missing.
 *
 * @param url - Starts with `file:`, or with `libsql:`, `http:`, `https:`, `ws:` or `wss:`.
 * @throws Errors of the driver and of the system, which may contain a token.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = FILE_URL.exec(url)?.groups?.['path'];
  if (path === undefined) return prepare(createClient({ url, fetch: fetchInTime }), '');
  await mkdir(dirname(decodeURIComponent(path)), { recursive: true });
  // One connection, because a pragma applies only to the connection that it ran on.
  return prepare(createClient({ url, concurrency: 1, timeout: BUSY_TIMEOUT_MS }), FILE_PRAGMAS);
}

async function prepare(client: Client, pragmas: string): Promise<Database> {
  const database = drizzle(client);
  try {
    await retry(async () => {
      if (pragmas !== '') await client.executeMultiple(pragmas);
      await migrate(database, { migrationsFolder: findMigrations() });
    });
    return database;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Retries, since another bot may be creating the same tables: on the next try they exist, or the file is unlocked. */
async function retry(act: () => Promise<void>, tries = TRIES): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (tries === 1 || !findCode(error).code.startsWith('SQLITE_')) throw error;
    await wait(PAUSE_MS);
    await retry(act, tries - 1);
  }
}

const REQUEST_TIMEOUT_MS = 5_000;

/** Calls the global `fetch`, but gives up on a server that does not respond. */
export function fetchInTime(request: Request, timeoutMs: number = REQUEST_TIMEOUT_MS): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(timeoutMs) });
}

/**
 * Finds the folder of migrations from the root of the package, since the compiler does not copy it.
 *
 * @throws {Error} If no folder above this file holds a `package.json`.
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

/** Matches the driver's error for a file that it cannot open; the error has no code. */
const NOT_OPENED = /^ConnectionFailed\("Unable to open/u;

/** The code of an error, and the error in its chain of causes that has the code. */
interface FoundCode {
  /** A code of SQLite, the system or the driver; the name of the error if none in the chain has a code. */
  readonly code: string;
  /** `null` if none in the chain has a code. */
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

/** Returns the most specific code of an error; `''` if it has none. */
function readCode(error: Error & { readonly code?: unknown; readonly extendedCode?: unknown }): string {
  const code = error.extendedCode ?? error.code;
  return typeof code === 'string' ? code : '';
}

/** Matches codes whose errors have no value of a row, no address and no token in their messages. */
const SAFE_CODE = /^(?:SQLITE_[A-Z_]+|E[A-Z0-9]+)$/u;
/** Matches the primary part of an extended code, as in `SQLITE_READONLY_DBMOVED`. */
const BASE_CODE = /^SQLITE_[A-Z]+/u;

const CAUSES = new Map<string, StateFailure>([
  ['SQLITE_FULL', 'full'],
  // There is no room for the shared memory through which processes share the log.
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
 * Turns an error of the database into `STATE_UNAVAILABLE`; returns a fault unchanged.
 *
 * @returns Its message contains a code and perhaps an HTTP status, nothing else of the error. Its `cause` is the error
 *   that has the code, if that is known to reveal no secret: drizzle's own error repeats the values of a row, others
 *   the token or a password.
 */
export function toStateFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { code, from } = findCode(error);
  const cause = CAUSES.get(code) ?? CAUSES.get(BASE_CODE.exec(code)?.[0] ?? '') ?? 'other';
  const facts = { cause };
  const message = `the database cannot be used (${code}${describeStatus(from)})`;
  return new Fault('STATE_UNAVAILABLE', message, SAFE_CODE.test(code) ? { facts, cause: from } : { facts });
}

/** Returns the HTTP status of a refused request after a space, e.g. ` 401` for a wrong token; `''` for none. */
function describeStatus(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'status' in cause ? ` ${String(cause.status)}` : '';
}
