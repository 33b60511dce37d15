/** The settings of servers, their store and its cache. */

import type { Language } from './analyzer.js';
import { Fault } from './fault.js';
import { DEFAULT_RESULTS } from './limits.js';
import type { Log } from './log.js';

/** A server's choices made with `/settings`. */
export interface ServerSettings {
  /** The language of the bot's own sentences; quotes stay as printed. */
  readonly language: Language;
  /** True if `/ask` and `/source` reply ephemerally when the `private` option is omitted. */
  readonly isPrivateByDefault: boolean;
  /** True if public answers carry the two vote buttons. */
  readonly hasVotes: boolean;
  readonly answersMentions: boolean;
  /** The most passages shown when the `results` option is omitted. */
  readonly results: number;
  /** The most questions per minute and member. */
  readonly questionsAMember: number;
  /** The most questions per minute in the whole server. */
  readonly questionsAServer: number;
}

/** The settings of direct messages and of servers that have chosen none. */
export const DEFAULT_SETTINGS: ServerSettings = {
  language: 'en',
  isPrivateByDefault: false,
  hasVotes: true,
  answersMentions: true,
  results: DEFAULT_RESULTS,
  questionsAMember: 10,
  questionsAServer: 120,
};

/** The highest value that can be chosen for either limit on questions. */
export const MAX_QUESTIONS_A_MINUTE = 1_000;

export interface SettingsStore {
  /** @returns `null` for a server that has chosen nothing. */
  get(guildId: string): Promise<ServerSettings | null>;
  put(guildId: string, settings: ServerSettings): Promise<void>;
}

/** Serves settings from memory, since every interaction needs them. */
export interface SettingsCache {
  /**
   * Never rejects with a fault: if the store cannot be read, returns the settings read last, or the default.
   *
   * @param guildId - `null` for direct messages.
   */
  settingsOf(guildId: string | null): Promise<ServerSettings>;
  /** @throws {Fault} `STATE_UNAVAILABLE`; nothing has changed then. */
  saveSettings(guildId: string, settings: ServerSettings): Promise<void>;
}

/** Short, since another bot may share the store. */
const CACHE_MS = 30_000;

interface CachedSettings {
  readonly settings: ServerSettings;
  readonly until: number;
}

/** @param now - Returns the current time in ms. */
export function createSettingsCache(store: SettingsStore, log: Log, now: () => number): SettingsCache {
  const cache = new Map<string, CachedSettings>();
  const remember = (guildId: string, settings: ServerSettings): ServerSettings => {
    cache.set(guildId, { settings, until: now() + CACHE_MS });
    return settings;
  };
  return {
    settingsOf: async (guildId) => {
      if (guildId === null) return DEFAULT_SETTINGS;
      const cached = cache.get(guildId);
      if (cached && now() < cached.until) return cached.settings;
      try {
        return remember(guildId, (await store.get(guildId)) ?? DEFAULT_SETTINGS);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        log.error('the settings of a server cannot be read', error, { guildId });
        return remember(guildId, cached?.settings ?? DEFAULT_SETTINGS);
      }
    },
    saveSettings: async (guildId, settings) => {
      await store.put(guildId, settings);
      remember(guildId, settings);
    },
  };
}
