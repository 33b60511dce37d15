import { Fault } from './errors.js';
import type { Log } from './services.js';
import { DEFAULT_SETTINGS, type ServerSettings } from './settings.js';
import type { SettingsStore } from './state.js';

/** What servers have chosen, at hand for every interaction. */
export interface SettingsKeeper {
  /** Never rejects: where the store cannot be read, what was read last holds, or the default. `null` in direct messages. */
  settingsOf(guildId: string | null): Promise<ServerSettings>;
  /** @throws {Fault} `STATE_UNAVAILABLE`; then nothing has changed. */
  saveSettings(guildId: string, settings: ServerSettings): Promise<void>;
}

/** Another bot may share the store. */
const KEPT_MS = 30_000;

interface Kept {
  readonly settings: ServerSettings;
  readonly until: number;
}

/** @param now - In ms. */
export function keepSettings(store: SettingsStore, log: Log, now: () => number): SettingsKeeper {
  const kept = new Map<string, Kept>();
  const keep = (guildId: string, settings: ServerSettings): ServerSettings => {
    kept.set(guildId, { settings, until: now() + KEPT_MS });
    return settings;
  };
  return {
    settingsOf: async (guildId) => {
      if (guildId === null) return DEFAULT_SETTINGS;
      const last = kept.get(guildId);
      if (last && now() < last.until) return last.settings;
      try {
        return keep(guildId, (await store.get(guildId)) ?? DEFAULT_SETTINGS);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        log.error('the settings of a server cannot be read', error, { guildId });
        return keep(guildId, last?.settings ?? DEFAULT_SETTINGS);
      }
    },
    saveSettings: async (guildId, settings) => {
      await store.put(guildId, settings);
      keep(guildId, settings);
    },
  };
}
