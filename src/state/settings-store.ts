import { eq } from 'drizzle-orm';
import type { SettingsStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { readSettings } from './read-settings.js';
import { settings } from './schema.js';

export function createSettingsStore(use: UseDatabase): SettingsStore {
  return {
    get: (guildId) =>
      use(async (database) => {
        const row = await database.select().from(settings).where(eq(settings.guildId, guildId)).get();
        return row ? readSettings(row.settings) : null;
      }),
    put: (guildId, chosen) =>
      use(async (database) => {
        const row = { settings: JSON.stringify(chosen) };
        await database
          .insert(settings)
          .values({ guildId, ...row })
          .onConflictDoUpdate({ target: settings.guildId, set: row });
      }),
  };
}
