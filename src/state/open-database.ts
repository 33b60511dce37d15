import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { fetchInTime } from './fetch-in-time.js';
import { findCode } from './find-code.js';
import { findMigrations } from './find-migrations.js';

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
