import { desc, eq } from 'drizzle-orm';
import type { RevisionStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { revisions } from './schema.js';

export function createRevisionStore(use: UseDatabase): RevisionStore {
  return {
    add: (entry) => use((database) => database.insert(revisions).values(entry).returning().get()),
    list: (limit) =>
      use((database) => database.select().from(revisions).orderBy(desc(revisions.number)).limit(limit)),
    get: (number) =>
      use(async (database) => {
        const row = await database.select().from(revisions).where(eq(revisions.number, number)).get();
        return row ?? null;
      }),
  };
}
