import { MARKS } from '../core/analysis.js';
import { STOP_WORDS } from './stop-words.js';

/** The tokens of a text: entry i of each is about token i. */
export interface Tokens {
  /** As printed, folded. */
  readonly values: readonly string[];
  /** In lower case. */
  readonly lower: readonly string[];
  /** Universal part of speech, e.g. `PROPN`. */
  readonly parts: readonly string[];
}

const YEAR = /^(?:1\d|20)\d\ds?$/u;
const DIGIT = /\d/u;
const CAPITAL = /^\p{Lu}/u;
const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/u));
const MONTHS = words(`january february march april may june july august september october november december
  januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba`);
const DAYS = words(`monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight
  jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili jana leo kesho juzi`);
const NUMBER_WORDS = words(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
  thousand million billion trillion dozen
  moja mbili tatu nne tano sita saba nane tisa kumi mia elfu milioni bilioni`);
const BEFORE_PLACES = words('in at from near to of katika nchini huko mjini kaunti');

/** What a token can answer: a sum of {@link MARKS}. @param startsSentence - The first word of a sentence has a capital whatever it is. */
export function markToken({ values, lower, parts }: Tokens, at: number, startsSentence: boolean): number {
  const value = values[at] ?? '';
  const normal = lower[at] ?? '';
  if (DIGIT.test(normal)) return YEAR.test(normal) ? MARKS.date : MARKS.number;
  if (DAYS.has(normal)) return MARKS.date;
  if (NUMBER_WORDS.has(normal)) return MARKS.number;
  if (!CAPITAL.test(value)) return 0;
  if (MONTHS.has(normal)) return MARKS.date;
  if (STOP_WORDS.en.has(normal) || (startsSentence && parts[at] !== 'PROPN')) return 0;
  return BEFORE_PLACES.has(lower[at - 1] ?? '') ? MARKS.name + MARKS.place : MARKS.name;
}
