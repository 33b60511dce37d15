/** Stop words, language detection and the Swahili stemmer. */

import { eng, swa } from 'stopword';
import type { Language } from '../core/model/analyzer.js';

/** Common words of questions, missing from the list of the library. */
const ENGLISH_EXTRA = ['why', 'whom', 'whose', 'does', 'please', 'tell', 'its', 'will', 'not', "n't"];

/** Missing from the list of the library. */
const SWAHILI_QUESTION_WORDS =
  'nini nani lini wapi gani je ngapi wangapi mangapi vingapi ipi yupi kwanini vipi';

/** Prepositions, conjunctions, pronouns and demonstratives; the list of the library goes beyond these. */
const SWAHILI_FUNCTION_WORDS = `
  na ya wa kwa ni za la katika cha vya pa po mwa kwamba kuwa kama pia tu bado hata lakini au si ili kuhusu
  hii huu huo hiyo hilo hizo hao hayo huyo hicho hivyo haya hili hizi hawa pale hapo hapa huko kwenye
  yake wake lake zake vyake chake yao wao zao lao yetu wetu zetu yeye sisi
  ambao ambaye ambayo ambazo ndio ndiyo`;

/** Forms of "said", which the English list of the library contains. */
const SWAHILI_SAID = 'kusema alisema walisema amesema wamesema anasema wanasema akisema';

const list = (words: string): string[] => words.trim().split(/\s+/u);

/** Words too common to search for, lower case. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([...eng, ...ENGLISH_EXTRA]),
  sw: new Set([...list(SWAHILI_FUNCTION_WORDS), ...list(SWAHILI_QUESTION_WORDS), ...list(SWAHILI_SAID)]),
};

/** Words that identify a language, lower case. */
export const TELLTALE_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: STOP_WORDS.en,
  sw: new Set([...swa, ...STOP_WORDS.sw]),
};

/**
 * Guesses the language of a text from its common words.
 *
 * @param words - Lower case.
 * @returns `sw` if more of them are Swahili than English, otherwise `en`.
 */
export function detectLanguage(words: readonly string[]): Language {
  const count = (language: Language): number =>
    words.filter((word) => TELLTALE_WORDS[language].has(word)).length;
  return count('sw') > count('en') ? 'sw' : 'en';
}

const MIN_CHARS = 7;
const LOCATIVE = /ni$/u;
const NOUN_CLASS = /^(?:wa|vi|ki|ma|mi|m|u|ku|zi|i|a)(?=[b-df-hj-np-tv-z])/u;

/**
 * Strips the locative ending and the noun-class prefix from a word of 7 letters or more, so that singular and
 * plural share a stem (mgombea, wagombea). Shorter words stay as they are.
 *
 * @param word - Lower case.
 */
export function stemSwahili(word: string): string {
  const base = word.length < MIN_CHARS ? word : word.replace(LOCATIVE, '');
  return base.length < MIN_CHARS ? base : base.replace(NOUN_CLASS, '');
}
