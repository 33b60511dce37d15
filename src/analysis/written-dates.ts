/** Finds dates written out: "9 Aug 2022", "09.08.2022", "August 2023", "2022", "tarehe 9 Agosti 2022". */

import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node/en';
import { parsePartialDate, type PartialDate } from '../core/model/partial-date.js';
import { onlyDate, type Period, toPartialDate } from './periods.js';
import { anyOf, MONTH, MONTH_NUMBERS, NUMBERED_MONTHS, WEEKDAY_NUMBERS } from './date-words.js';
import type { FoundDate } from './found-date.js';
import { toYear, YEAR_BEFORE_OR_THIS } from './relative-dates.js';

/**
 * Finds the written dates, perhaps overlapping.
 *
 * @param text - Of ASCII characters alone, spaces single.
 * @param today - Tells the year of "9 August last year"; `null` leaves it unread.
 */
export function findWrittenDates(text: string, today: PartialDate | null): FoundDate[] {
  return /\d/u.test(text) ? [...findChronoDates(text, today), ...findMonths(text), ...findYears(text)] : [];
}

/** The parsers of chrono that read a date of the calendar, and the weekday before it. */
const PARSERS = new Set([
  'ENYearMonthDayParser',
  'ISOFormatParser',
  'SlashDateFormatParser',
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
  'ENMonthNameParser',
  'ENYearMonthNameParser',
  'ENSlashMonthFormatParser',
  'ENWeekdayParser',
]);
const DAY_FIRST = true;

let reader: Chrono.Chrono | undefined;

/** Loads chrono at the first question with a digit: it takes longer to load than a question to be answered. */
function getChrono(): Chrono.Chrono {
  if (reader) return reader;
  const en = createRequire(import.meta.url)('chrono-node/en') as typeof Chrono;
  const { parsers, refiners } = en.configuration.createCasualConfiguration(DAY_FIRST);
  return (reader = new en.Chrono({
    parsers: parsers.filter((parser) => PARSERS.has(parser.constructor.name)),
    refiners,
  }));
}

/** Chrono completes what a text leaves open from this day; what it completed is not read. */
const ANY_DAY = new Date('2000-01-01T12:00:00Z');
/** A year of four digits, or a date of numbers alone. */
const HAS_YEAR = /\d{4}|^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/u;
const YEAR_AFTER = new RegExp(`^,? (?:of |ya )?(${YEAR_BEFORE_OR_THIS})(?![\\w-])`, 'u');

function findChronoDates(text: string, today: PartialDate | null): FoundDate[] {
  const english = translate(text);
  return getChrono()
    .parse(english.text, ANY_DAY)
    .flatMap((result): FoundDate[] => {
      if (!result.start.isCertain('month')) return [];
      const start = english.starts[result.index] ?? 0;
      const end = english.ends[result.index + result.text.length - 1] ?? 0;
      const yearAfter = today && YEAR_AFTER.exec(text.slice(end).toLowerCase());
      if (yearAfter && result.start.isCertain('day') && !HAS_YEAR.test(result.text)) {
        const year = toYear(yearAfter[1] ?? '', today);
        return [{ start, end: end + yearAfter[0].length, period: toPeriod(result, year), isRelative: true }];
      }
      const hasYear = HAS_YEAR.test(result.text) && !(/\d{4}$/u.test(result.text) && isAmount(text, end));
      return [{ start, end, period: hasYear ? toPeriod(result) : null, isRelative: false }];
    });
}

/** @param knownYear - Default: the year that the text names. */
function toPeriod({ start, end }: Chrono.ParsedResult, knownYear?: number): Period | null {
  const year = knownYear ?? (end ?? start).get('year');
  const toDate = (components: Chrono.ParsedResult['start']): PartialDate | null => {
    const ownYear = knownYear === undefined && components.isCertain('year') ? components.get('year') : year;
    const day = components.isCertain('day') ? components.get('day') : null;
    return parsePartialDate(toPartialDate(ownYear ?? 0, components.get('month'), day));
  };
  const since = toDate(start);
  const until = end ? toDate(end) : since;
  return since && until && { since, until };
}

const MONTH_IN_NUMBERS = /(?<![\w.,/-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w/-]|[.,]\d)/gu;

function findMonths(text: string): FoundDate[] {
  return [...text.matchAll(MONTH_IN_NUMBERS)].map(({ 0: month, index: start }) => {
    const period = onlyDate(month as PartialDate);
    return { start, end: start + month.length, period, isRelative: false };
  });
}

const YEARS = /(?<![\w.,:/#$£€+@-])((?:19|20)\d\d)(?: ?- ?((?:19|20)\d\d))?(?:'s)?(?![\w/-]|[.,:]\d| ?%)/gu;
/** What stands before an amount, an article of a law or the name of a plan rather than a year. */
const BEFORE_AMOUNT =
  /(?:\b(?:sh|shs|ksh|kshs|kes|usd|shillings?|shilingi|dola|vision|agenda|dira ya|over|than|least|most|about|around|nearly|almost|only|some|zaidi ya|karibu|takriban|article|section|clause|page|number|no|room|plot|paragraph|ibara ya|kifungu cha)\.?|[$]) ?$/u;
const UNITS_OF_AMOUNTS =
  `shillings?|bob|dollars?|kg|kgs|kilos?|km|kms|kilomet(?:re|er)s?|m|met(?:re|er)s?|litres?|liters?|
  tonnes?|tons?|acres?|hectares?|hours?|hrs|minutes?|days?|weeks?|months?|percent|per cent|people|persons?|men|women|children|
  students?|pupils?|learners?|teachers?|doctors?|nurses?|officers?|police|workers?|farmers?|families|households|houses|homes|
  residents?|voters?|votes?|jobs|bags?|crates?|boxes|trees?|cows?|goats?|cattle|animals|units?|copies|schools|seats|tickets|
  million|billion|thousand|words?|passengers?|members?|soldiers?|refugees|victims|patients|beds|litas?`.replace(
    /\s*\n\s*/gu,
    '',
  );
const AFTER_AMOUNT = new RegExp(`^ (?:${UNITS_OF_AMOUNTS})\\b`, 'u');

function findYears(text: string): FoundDate[] {
  return [...text.matchAll(YEARS)].flatMap(({ 0: words, 1: from = '', 2: to = from, index: start }) => {
    const end = start + words.length;
    if (BEFORE_AMOUNT.test(text.slice(0, start).toLowerCase()) || isAmount(text, end)) return [];
    const period = { since: from as PartialDate, until: to as PartialDate };
    return from > to ? [] : { start, end, period, isRelative: false };
  });
}

/** True if the number that ends there counts or measures something. */
function isAmount(text: string, end: number): boolean {
  return AFTER_AMOUNT.test(text.slice(end).toLowerCase());
}

interface Translation {
  readonly text: string;
  /** By place in {@link text}: where the word that stands there starts and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ENGLISH_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NUMBERED_MONTH = `(?:(?:ya|wa) )?mwezi (?:wa )?(?<numbered>${anyOf(NUMBERED_MONTHS)})\\b`;
const NAME = `(?<name>${anyOf([...MONTH_NUMBERS.keys(), ...WEEKDAY_NUMBERS.keys()])})\\b`;
const LEFT_OUT = `tarehe |(?:(?:ya|wa) )?mwezi (?:wa )?(?=${MONTH}\\b)|(?:(?:ya|wa) )?mwaka (?:wa )?(?=\\d{4})`;
const SWAHILI = new RegExp(`\\b(?:${NUMBERED_MONTH}|${NAME}|${LEFT_OUT})`, 'giu');

/** Replaces the Swahili words of dates by English ones, and removes those that English leaves out. */
function translate(original: string): Translation {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const copy = (from: number, to: number): void => {
    text += original.slice(from, to);
    for (let at = from; at < to; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  let read = 0;
  for (const { 0: words, index, groups = {} } of original.matchAll(SWAHILI)) {
    copy(read, index);
    read = index + words.length;
    for (const character of toEnglish(groups)) {
      text += character;
      starts.push(index);
      ends.push(read);
    }
  }
  copy(read, original.length);
  return { text, starts, ends };
}

/** @returns `''` for a word that English leaves out. */
function toEnglish({ numbered, name }: Readonly<Partial<Record<string, string>>>): string {
  if (numbered !== undefined) return ENGLISH_MONTHS[NUMBERED_MONTHS.indexOf(numbered.toLowerCase())] ?? '';
  const word = name?.toLowerCase() ?? '';
  const weekday = WEEKDAY_NUMBERS.get(word);
  return (
    (weekday === undefined
      ? ENGLISH_MONTHS[(MONTH_NUMBERS.get(word) ?? 0) - 1]
      : ENGLISH_WEEKDAYS[weekday - 1]) ?? ''
  );
}
