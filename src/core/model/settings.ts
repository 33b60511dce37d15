import type { Language } from './analyzer.js';
import { Fault } from './fault.js';
import { DEFAULT_RESULTS } from './limits.js';
import type { Log } from './log.js';

export interface SettingsStore {
  /** `null` for a server that has chosen nothing. */
  get(guildId: string): Promise<ServerSettings | null>;
  put(guildId: string, settings: ServerSettings): Promise<void>;
}

/** What a server has chosen with `/settings`. */
export interface ServerSettings {
  /** Of the bot's own sentences; quotes stay as they were printed. */
  readonly language: Language;
  /** Whether `/ask` and `/source` answer the asker alone where `private` is left out. */
  readonly isPrivateByDefault: boolean;
  /** Whether public answers carry the two buttons for votes. */
  readonly hasVotes: boolean;
  /** Whether a mention of the bot is answered. */
  readonly answersMentions: boolean;
  /** How many passages at most where `results` is left out. */
  readonly results: number;
  /** Most questions a minute of one member. */
  readonly questionsAMember: number;
  /** Most questions a minute of the whole server. */
  readonly questionsAServer: number;
}

/** What holds in a server that has chosen nothing, and in direct messages. */
export const DEFAULT_SETTINGS: ServerSettings = {
  language: 'en',
  isPrivateByDefault: false,
  hasVotes: true,
  answersMentions: true,
  results: DEFAULT_RESULTS,
  questionsAMember: 10,
  questionsAServer: 120,
};

/** The highest of both limits that can be chosen. */
export const MAX_QUESTIONS_A_MINUTE = 1_000;

/** What servers have chosen, at hand for every interaction. */
export interface SettingsCache {
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
export function createSettingsCache(store: SettingsStore, log: Log, now: () => number): SettingsCache {
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
