import type { Language } from './analysis.js';
import { DEFAULT_RESULTS } from './limits.js';

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
