import { eng, swa } from 'stopword';
import type { Language } from '../core/analysis.js';

/** Words that questions are asked with and that the list of the library leaves in. */
const ENGLISH_EXTRA = ['why', 'whom', 'whose', 'does', 'please', 'tell', 'its', 'will', 'not', "n't"];

/** Question words, which the list of the library leaves in. */
const SWAHILI_QUESTION_WORDS =
  'nini nani lini wapi gani je ngapi wangapi mangapi vingapi ipi yupi kwanini vipi';

/** Prepositions, conjunctions, pronouns and demonstratives; the list of the library goes further. */
const SWAHILI_FUNCTION_WORDS = `
  na ya wa kwa ni za la katika cha vya pa po mwa kwamba kuwa kama pia tu bado hata lakini au si ili kuhusu
  hii huu huo hiyo hilo hizo hao hayo huyo hicho hivyo haya hili hizi hawa pale hapo hapa huko kwenye
  yake wake lake zake vyake chake yao wao zao lao yetu wetu zetu yeye sisi
  ambao ambaye ambayo ambazo ndio ndiyo`;

/** What "said" is in English, which the list of the library has. */
const SWAHILI_SAID = 'kusema alisema walisema amesema wamesema anasema wanasema akisema';

const list = (words: string): string[] => words.trim().split(/\s+/u);

/** Words too common to search for, lower case. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([...eng, ...ENGLISH_EXTRA]),
  sw: new Set([...list(SWAHILI_FUNCTION_WORDS), ...list(SWAHILI_QUESTION_WORDS), ...list(SWAHILI_SAID)]),
};

/** Words that tell a language, lower case. */
export const TELLTALE_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: STOP_WORDS.en,
  sw: new Set([...swa, ...STOP_WORDS.sw]),
};
