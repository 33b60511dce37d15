import type { Language } from '../core/analysis.js';
import { TELLTALE_WORDS } from './stop-words.js';

/**
 * Guesses the language of a text from the common words it uses.
 *
 * @param words - Lower case.
 * @returns `sw` when more of them are Swahili than English, otherwise `en`.
 */
export function detectLanguage(words: readonly string[]): Language {
  const count = (language: Language): number =>
    words.filter((word) => TELLTALE_WORDS[language].has(word)).length;
  return count('sw') > count('en') ? 'sw' : 'en';
}
