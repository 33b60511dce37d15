import { eq } from 'drizzle-orm';
import type { DraftStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { drafts } from './schema.js';

export function createDraftStore(use: UseDatabase): DraftStore {
  return {
    put: (draft) =>
      use(async (database) => {
        await database.insert(drafts).values(draft).onConflictDoUpdate({ target: drafts.id, set: draft });
      }),
    get: (id) =>
      use(async (database) => {
        const row = await database.select().from(drafts).where(eq(drafts.id, id)).get();
        return row ?? null;
      }),
    take: (id) =>
      use(async (database) => {
        const row = await database.delete(drafts).where(eq(drafts.id, id)).returning().get();
        return row ?? null;
      }),
  };
}
