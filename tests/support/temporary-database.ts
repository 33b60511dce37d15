import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client } from '@libsql/client';

/** A place for a database that no other test uses. */
export interface TemporaryDatabase {
  readonly dir: string;
  /** A path in a folder that does not exist yet. */
  readonly file: string;
  readonly url: string;
  /** Runs one statement on a connection of its own. */
  query(statement: string): Promise<Awaited<ReturnType<Client['execute']>>['rows']>;
  remove(): void;
}

export function placeDatabase(): TemporaryDatabase {
  const dir = mkdtempSync(join(tmpdir(), 'nukuu-state-'));
  const file = join(dir, 'data', 'nukuu.db');
  const url = pathToFileURL(file).href;
  return {
    dir,
    file,
    url,
    query: async (statement) => {
      const client = createClient({ url });
      try {
        return (await client.execute(statement)).rows;
      } finally {
        client.close();
      }
    },
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
