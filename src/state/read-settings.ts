// As in config.ts: zod 4 loads the messages of fifty languages.
import { z } from 'zod/v3';
import { MAX_RESULTS, MIN_RESULTS } from '../core/limits.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../core/settings.js';

const limit = z.number().int().min(1);

const Settings = z.object({
  language: z.enum(['en', 'sw']).catch(DEFAULT_SETTINGS.language),
  isPrivateByDefault: z.boolean().catch(DEFAULT_SETTINGS.isPrivateByDefault),
  hasVotes: z.boolean().catch(DEFAULT_SETTINGS.hasVotes),
  answersMentions: z.boolean().catch(DEFAULT_SETTINGS.answersMentions),
  results: z.number().int().min(MIN_RESULTS).max(MAX_RESULTS).catch(DEFAULT_SETTINGS.results),
  questionsAMember: limit.catch(DEFAULT_SETTINGS.questionsAMember),
  questionsAServer: limit.catch(DEFAULT_SETTINGS.questionsAServer),
});

/**
 * Reads the settings of a server as another version of the program may have written them.
 *
 * @param text - JSON.
 * @returns The default for each that is missing or cannot be used.
 */
export function readSettings(text: string): ServerSettings {
  return Settings.catch(DEFAULT_SETTINGS).parse(parseJson(text));
}

/** @returns `undefined` for text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
