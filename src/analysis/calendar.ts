/** Reads dates: months, days of the week and days of the month. */

import { MARKS } from '../core/model/analyzer.js';
import { between, type Word } from './word.js';

const MONTHS = `january jan januari|february feb februari|march mar machi|april apr aprili|may mei|june jun juni
|july jul julai|august aug agosti|september sep sept septemba|october oct oktoba|november nov novemba
|december dec desemba`;
const DAYS = `monday jumatatu|tuesday jumanne|wednesday jumatano|thursday alhamisi|friday ijumaa|saturday jumamosi
|sunday jumapili`;

/** The position of each name in a list of names with the same meaning, from 1. */
function numberNames(names: string): ReadonlyMap<string, number> {
  return new Map(
    names.split('|').flatMap((same, i) =>
      same
        .trim()
        .split(/\s+/u)
        .map((name) => [name, i + 1] as const),
    ),
  );
}

/** The months by name in English and Swahili, in full or shortened, lower case; from 1. */
const MONTH_NUMBERS = numberNames(MONTHS);
const DAY_NUMBERS = numberNames(DAYS);
const MONTH_TERMS = `januari februari march april may june juli august septemb octob novemb decemb`.split(
  ' ',
);
const DAY_TERMS = `monday tuesday wednesday thursday friday saturday sunday`.split(' ');
/** Short or everyday words that are a month only beside a day or year. */
const UNCLEAR_ALONE = new Set(['jan', 'mar', 'apr', 'may', 'march', 'jun', 'jul', 'sep', 'dec', 'mei']);

/** True for a weekday's name in English or Swahili. @param word - Lower case. */
export const isWeekday = (word: string): boolean => DAY_NUMBERS.has(word);

/** True for a month's name of four letters or more, May and Mei. @param word - Lower case. */
export const isMonthName = (word: string): boolean =>
  MONTH_NUMBERS.has(word) && (word.length > 3 || word === 'may' || word === 'mei');

/** A date as far as it is written; numbers from 1. */
interface WrittenDate {
  readonly year: string | null;
  readonly month: number;
  readonly day: number | null;
}

/** The term of a month (1..12) in every language. */
const monthTerm = (month: number): string => MONTH_TERMS[month - 1] ?? '';

/** Replaces dates by their month, day of the month (08-09) and year, and gives months and weekdays one name. */
export function readDates(words: readonly Word[], text: string): readonly Word[] {
  if (!words.some(({ normal }) => mayBelong(normal))) return words;
  const read: Word[] = [];
  const reader = new Reader(words, text);
  for (let i = 0; i < words.length;) {
    const found = readNumericDate(words[i]) ?? readDate(reader, i);
    const first = words[i];
    if (found === null || !first) {
      if (first) read.push(nameAlone(first));
      i += 1;
      continue;
    }
    const last = words[i + found.count - 1] ?? first;
    for (const date of found.dates) read.push(...toWords(date, first, last));
    i += found.count;
  }
  return read;
}

function mayBelong(normal: string): boolean {
  return MONTH_NUMBERS.has(normal) || DAY_NUMBERS.has(normal) || /\d[-/.]\d/u.test(normal);
}

function nameAlone(word: Word): Word {
  const weekday = DAY_NUMBERS.get(word.normal);
  if (weekday !== undefined) return { ...word, term: DAY_TERMS[weekday - 1] ?? null, kind: 'date' };
  const month = MONTH_NUMBERS.get(word.normal);
  const isCapital = /^\p{Lu}/u.test(word.value);
  if (month === undefined || (UNCLEAR_ALONE.has(word.normal) && !(isCapital && word.normal === 'march')))
    return word;
  if (word.normal.length < 4 && !isCapital) return word;
  return { ...word, term: monthTerm(month), marks: MARKS.date, kind: 'date' };
}

interface Found {
  readonly dates: readonly WrittenDate[];
  /** The number of words read. */
  readonly count: number;
}

const YEAR_FIRST = /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/u;
const YEAR_LAST = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)$/u;

/** Reads 2022-08-09 and 9/8/2022, the day first unless it cannot be. */
function readNumericDate(word: Word | undefined): Found | null {
  const value = word?.value.replace(/\.$/u, '') ?? '';
  const [, year, month, day] = YEAR_FIRST.exec(value) ?? [];
  if (year !== undefined) return toFound(year, Number(month), Number(day));
  const [, first, second, last = ''] = YEAR_LAST.exec(value) ?? [];
  if (first === undefined) return null;
  const full = last.length === 2 ? `20${last}` : last;
  return toFound(full, Number(second), Number(first)) ?? toFound(full, Number(first), Number(second));
}

function toFound(year: string, month: number, day: number): Found | null {
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? { dates: [{ year, month, day }], count: 1 } : null;
}

const DAY = /^(\d\d?)(?:st|nd|rd|th)?$/u;
const YEAR = /^(?:1[0-9]|20)\d\d$/u;
const ORDINALS = new Map(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/u)
    .map((word, i) => [word, i + 1]),
);
/** Gaps between the parts of a date. */
const GAP = /^[ ,.\n]{0,3}$/u;

/** Reads the parts of a date from words. */
class Reader {
  readonly #words: readonly Word[];
  readonly #text: string;

  constructor(words: readonly Word[], text: string) {
    this.#words = words;
    this.#text = text;
  }

  normal(at: number): string {
    return this.#words[at]?.normal ?? '';
  }

  /** True if nothing but a space, a comma, or the full stop of a shortened month stands before a word. */
  follows(at: number): boolean {
    const [left, right] = [this.#words[at - 1], this.#words[at]];
    if (!left || !right) return false;
    const gap = between(this.#text, left, right);
    return (
      GAP.test(gap) && (!gap.includes('.') || (MONTH_NUMBERS.has(left.normal) && left.normal.length < 5))
    );
  }

  month(at: number): number | null {
    return MONTH_NUMBERS.get(this.normal(at)) ?? null;
  }

  day(at: number): number | null {
    const normal = this.normal(at);
    const day = Number(DAY.exec(normal)?.[1] ?? ORDINALS.get(normal) ?? 0);
    return day >= 1 && day <= 31 ? day : null;
  }

  year(at: number): string | null {
    return YEAR.test(this.normal(at)) ? this.normal(at) : null;
  }

  /** Skips words between the parts of a date. */
  skip(at: number, ...fillers: readonly string[]): number {
    let next = at;
    while (fillers.includes(this.normal(next)) && this.follows(next)) next += 1;
    return next;
  }
}

function readDate(reader: Reader, at: number): Found | null {
  const from = reader.normal(at) === 'tarehe' ? at + 1 : at;
  const found = readDayFirst(reader, from) ?? readMonthFirst(reader, from);
  return found && { ...found, count: found.count + from - at };
}

/** Reads 9 August 2022, 9th of August, 9 and 10 August, 9 mwezi Agosti mwaka 2022. */
function readDayFirst(reader: Reader, at: number): Found | null {
  const day = reader.day(at);
  if (day === null) return null;
  const joined = reader.skip(at + 1, 'and', 'to', 'na', 'hadi');
  const second = reader.follows(joined) ? reader.day(joined) : null;
  const next = reader.skip(second === null ? at + 1 : joined + 1, 'of', 'ya', 'mwezi', 'wa');
  const month = reader.follows(next) ? reader.month(next) : null;
  if (month === null) return null;
  const days = second === null ? [day] : [day, second];
  return endWithYear(reader, at, next + 1, month, days);
}

/** Reads August 9, 2022, August 9 and August 2022. */
function readMonthFirst(reader: Reader, at: number): Found | null {
  const month = reader.month(at);
  if (month === null) return null;
  const day = reader.follows(at + 1) ? reader.day(at + 1) : null;
  const found = endWithYear(reader, at, day === null ? at + 1 : at + 2, month, [day]);
  return found.count > 1 ? found : null;
}

function endWithYear(
  reader: Reader,
  at: number,
  next: number,
  month: number,
  days: (number | null)[],
): Found {
  const last = reader.skip(next, 'of', 'mwaka', 'wa', 'in');
  const year = reader.follows(last) ? reader.year(last) : null;
  const dates = days.map((day) => ({ year, month, day }));
  return { dates, count: (year === null ? next : last + 1) - at };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function toWords({ year, month, day }: WrittenDate, first: Word, last: Word): Word[] {
  const common: Word = {
    ...first,
    kind: 'date',
    marks: MARKS.date,
    span: { start: first.span.start, end: last.span.end },
    place: { start: first.place.start, end: last.place.end },
    partOfSpeech: 'NUM',
  };
  const terms = [
    monthTerm(month),
    ...(day === null ? [] : [`${twoDigits(month)}-${twoDigits(day)}`]),
    ...(year === null ? [] : [year]),
  ];
  return terms.map((term, i) => ({ ...common, normal: term, lemma: term, term, isBeside: i > 0 }));
}
