import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { fetchInTime } from './fetch-in-time.js';
import { findMigrations } from './find-migrations.js';

export type Database = LibSQLDatabase & { readonly $client: Client };

/** How long a file waits for another process; the program waits with it. */
const BUSY_TIMEOUT_MS = 2_000;
const FILE_URL = /^file:(?:\/\/[^/?#]*)?(?<path>[^?#]*)/iu;

/**
 * Opens a database and brings its tables up to date; the folder of a file is made where there is none.
 *
 * @param url - Begins with `file:`, or with `libsql:`, `http:`, `https:`, `ws:` or `wss:`.
 * @throws Errors of the driver and of the system, which may hold a token.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = FILE_URL.exec(url)?.groups?.['path'];
  const client = path === undefined ? createClient({ url, fetch: fetchInTime }) : await openFile(url, path);
  try {
    const database = drizzle(client);
    await bringUpToDate(database);
    return database;
  } catch (error) {
    client.close();
    throw error;
  }
}

async function openFile(url: string, path: string): Promise<Client> {
  await mkdir(dirname(decodeURIComponent(path)), { recursive: true });
  // One connection, since what a pragma sets holds for the connection that it ran on.
  const client = createClient({ url, concurrency: 1, timeout: BUSY_TIMEOUT_MS });
  try {
    // With a write-ahead log, NORMAL can lose the last writes in a power cut, but cannot break the file.
    await client.executeMultiple('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

async function bringUpToDate(database: Database): Promise<void> {
  const migrationsFolder = findMigrations();
  try {
    await migrate(database, { migrationsFolder });
  } catch {
    // Another bot may have done it in between; if not, this fails alike.
    await migrate(database, { migrationsFolder });
  }
}
