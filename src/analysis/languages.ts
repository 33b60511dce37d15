/** Stop words and language detection. */

import { eng, swa } from 'stopword';
import type { Language } from '../core/model/analyzer.js';
import { findSwahiliStem } from './swahili/stem-swahili.js';
import { wordList } from './word-list.js';

/** Common words of questions, missing from the list of the library. */
const ENGLISH_EXTRA = ['when', 'why', 'whom', 'whose', 'does', 'please', 'tell', 'its', 'will', 'not', "n't"];

/** Missing from the list of the library. */
const SWAHILI_QUESTION_WORDS = `
  nini nani akina lini wapi gani je ngapi wangapi mangapi vingapi mingapi zipi ipi yupi upi kipi lipi vipi yapi
  wepi kwanini mbona`;

/** Prepositions, conjunctions, pronouns and demonstratives; the list of the library goes beyond these. */
const SWAHILI_FUNCTION_WORDS = `
  na ya wa kwa ni za la katika cha vya pa po mwa kwamba kuwa kama pia tu bado hata lakini au si ili kuhusu
  hii huu huo hiyo hilo hizo hao hayo huyo hicho hivyo haya hili hizi hawa pale hapo hapa huko kwenye
  yake wake lake zake vyake chake yao wao zao lao yetu wetu zetu yeye sisi
  ambao ambaye ambayo ambazo ambacho ambalo ambapo ambavyo ambako ndio ndiyo ndiye ndizo ndicho ndilo ndipo ndivyo`;

/** Forms of "said", which the English list of the library contains. */
const SWAHILI_SAID = 'kusema alisema walisema amesema wamesema anasema wanasema akisema';

/** Words too common to search for, lower case. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([...eng, ...ENGLISH_EXTRA]),
  sw: new Set([
    ...wordList(SWAHILI_FUNCTION_WORDS),
    ...wordList(SWAHILI_QUESTION_WORDS),
    ...wordList(SWAHILI_SAID),
  ]),
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
  let balance = 0;
  for (const word of words) {
    if (TELLTALE_WORDS.en.has(word)) balance -= 1;
    if (TELLTALE_WORDS.sw.has(word) || findSwahiliStem(word) !== null) balance += 1;
  }
  return balance > 0 ? 'sw' : 'en';
}
