import { eng, swa } from 'stopword';
import type { Language } from '../core/analysis.js';

/** Words that questions are asked with and that the list of the library leaves in. */
const ENGLISH_EXTRA = ['why', 'whom', 'whose', 'does', 'please', 'tell', 'its', 'will', 'not', "n't"];
const SWAHILI_EXTRA = [
  'nani',
  'lini',
  'wapi',
  'je',
  'ngapi',
  'wangapi',
  'mangapi',
  'ipi',
  'yupi',
  'kwanini',
  'vipi',
];

/** Words of the library's Swahili list that carry meaning in the news. */
const SWAHILI_KEPT = new Set(['mkuu', 'nafasi', 'habari', 'muda', 'upande', 'hatua', 'sababu']);

/** Words too common to search for, lower case. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([...eng, ...ENGLISH_EXTRA]),
  sw: new Set([...swa.filter((word) => !SWAHILI_KEPT.has(word)), ...SWAHILI_EXTRA]),
};
