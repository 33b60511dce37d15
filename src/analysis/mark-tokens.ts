import { MARKS } from '../core/analysis.js';
import { STOP_WORDS } from './stop-words.js';

/** A token of a sentence. */
export interface Token {
  /** As printed, folded. */
  readonly value: string;
  /** Universal part of speech, e.g. `PROPN`. */
  readonly pos: string;
}

const YEAR = /^(?:1\d|20)\d\ds?$/u;
const DIGIT = /\d/u;
const CAPITAL = /^\p{Lu}/u;
const WORD = /[\p{L}\p{N}]/u;
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

/** What each token of a sentence can answer: a sum of {@link MARKS}. */
export function markTokens(tokens: readonly Token[]): number[] {
  const firstWord = tokens.findIndex(({ value }) => WORD.test(value));
  return tokens.map((token, i) => {
    const normal = token.value.toLowerCase();
    if (isDate(token, normal)) return MARKS.date;
    if (DIGIT.test(normal) || NUMBER_WORDS.has(normal)) return MARKS.number;
    if (!isName(token, normal, i === firstWord)) return 0;
    const before = tokens[i - 1]?.value.toLowerCase() ?? '';
    return BEFORE_PLACES.has(before) ? MARKS.name + MARKS.place : MARKS.name;
  });
}

function isDate({ value }: Token, normal: string): boolean {
  return YEAR.test(normal) || DAYS.has(normal) || (MONTHS.has(normal) && CAPITAL.test(value));
}

/** The first word of a sentence is capitalised whatever it is. */
function isName({ value, pos }: Token, normal: string, isFirst: boolean): boolean {
  return CAPITAL.test(value) && (!isFirst || pos === 'PROPN') && !STOP_WORDS.en.has(normal);
}
