import { asc, eq } from 'drizzle-orm';
import type { PinStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { pins } from './schema.js';

export function createPinStore(use: UseDatabase): PinStore {
  return {
    add: (pin) =>
      use((database) =>
        database
          .insert(pins)
          .values(pin)
          // Changes nothing, but without a change no row comes back.
          .onConflictDoUpdate({ target: [pins.question, pins.articleId], set: { question: pin.question } })
          .returning()
          .get(),
      ),
    remove: (id) =>
      use(async (database) => {
        const row = await database.delete(pins).where(eq(pins.id, id)).returning().get();
        return row ?? null;
      }),
    list: () => use((database) => database.select().from(pins).orderBy(asc(pins.id))),
  };
}
