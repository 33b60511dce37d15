/** Tells what a token can answer: a name, a place, a number or a date. */

import { MARKS } from '../core/model/analyzer.js';
import { isMonthName, isWeekday } from './calendar.js';
import { STOP_WORDS } from './languages.js';
import { CAPITAL } from './terms.js';
import { wordSet } from './word-list.js';

/** The tokens of a text; entry i of each array describes token i. */
interface Tokens {
  /** As printed, folded. */
  readonly values: readonly string[];
  readonly lower: readonly string[];
  /** Universal part of speech, e.g. `PROPN`. */
  readonly parts: readonly string[];
}

const YEAR = /^(?:1\d|20)\d\ds?$/u;
const DIGIT = /\d/u;
const TIME_OF_DAY = /^\d\d:\d\d$/u;
/** F16, A380 */
const CODE = /^\p{Lu}\p{L}*\d+$/u;
const RELATIVE_DAYS = wordSet('yesterday today tomorrow tonight jana leo kesho juzi');
/** Number words that are no figure alone. */
const NUMBER_WORDS = wordSet(
  'one hundred thousand million millions billion billions trillion dozen moja mia elfu milioni mamilioni bilioni',
);
const BEFORE_PLACES = wordSet('in at from near to of katika nchini huko mjini kaunti');

/**
 * Returns what a token can answer, as a sum of {@link MARKS}.
 *
 * @param startsSentence - The first word of a sentence is capitalised whatever it is.
 */
export function markToken({ values, lower, parts }: Tokens, at: number, startsSentence: boolean): number {
  const value = values[at] ?? '';
  const normal = lower[at] ?? '';
  if (CODE.test(value)) return MARKS.name;
  if (TIME_OF_DAY.test(normal)) return MARKS.number + MARKS.date;
  if (DIGIT.test(normal)) return YEAR.test(normal) ? MARKS.date : MARKS.number;
  if (RELATIVE_DAYS.has(normal) || isWeekday(normal)) return MARKS.date;
  if (NUMBER_WORDS.has(normal)) return MARKS.number;
  if (!CAPITAL.test(value)) return 0;
  if (isMonthName(normal)) return MARKS.date;
  if (STOP_WORDS.en.has(normal) || (startsSentence && parts[at] !== 'PROPN')) return 0;
  return BEFORE_PLACES.has(lower[at - 1] ?? '') ? MARKS.name + MARKS.place : MARKS.name;
}
