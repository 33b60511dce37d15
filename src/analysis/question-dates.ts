/** Reads the dates and periods that a question names. */

import type { ReadDate } from '../core/model/analyzer.js';
import { firstDay, lastDay, parsePartialDate, type PartialDate } from '../core/model/partial-date.js';
import { addDays, dateAfter, dateBefore, type Period } from './periods.js';
import { anyOf, MONTH, MONTH_NUMBERS, WEEKDAY } from './date-words.js';
import type { FoundDate } from './found-date.js';
import { findRelativeDates } from './relative-dates.js';
import { findWrittenDates } from './written-dates.js';

/** Every date holds a digit or one of these; most questions hold neither. */
const MAY_NAME_DATE = new RegExp(
  `\\d|day|night|week|month|year|this (?:morning|afternoon|evening)|leo|jana|juzi|wiki|mwezi|mwaka|liopita|liyopita|zopita|${MONTH}|${WEEKDAY}`,
  'iu',
);

/**
 * Reads the dates in a text, English or Swahili, day before month. Weeks run from Monday to Sunday. A date whose year
 * cannot be told is left out.
 *
 * @param askedOn - The day from which relative dates count; `null` leaves them unread.
 * @returns In reading order, not overlapping.
 */
export function readQuestionDates(text: string, askedOn: PartialDate | null): ReadDate[] {
  if (!MAY_NAME_DATE.test(text)) return [];
  const folded = foldToAscii(text);
  const found = [
    ...findWrittenDates(folded, askedOn),
    ...(askedOn === null ? [] : findRelativeDates(folded, askedOn)),
  ];
  const dates = dropOverlaps(found).flatMap(({ period, ...date }) => (period ? { ...date, period } : []));
  const lower = folded.toLowerCase();
  return joinRanges(lower, dates).map((date, i, all) => readPreposition(lower, all[i - 1]?.end ?? 0, date));
}

const BEYOND_ASCII = /[^\0-\x7F]/gu;

/** Replaces every character beyond ASCII by as many ASCII ones, so that offsets stay the same. */
function foldToAscii(text: string): string {
  return text.replace(BEYOND_ASCII, (character) => {
    if (/[‘’ʼ]/u.test(character)) return "'";
    if (/[‐-―]/u.test(character)) return '-';
    return (/[\p{L}\p{N}]/u.test(character) ? 'x' : ' ').repeat(character.length);
  });
}

interface KnownDate extends FoundDate {
  readonly period: Period;
}

/** Of the dates that overlap, the one that starts first remains, and the longest of these. */
function dropOverlaps(found: readonly FoundDate[]): FoundDate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundDate[] = [];
  for (const date of sorted) {
    if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date);
  }
  return kept;
}

const ARTICLE = '(?:the |year |mwaka (?:wa )?|tarehe |mwezi (?:wa )?)*';
const BETWEEN = new RegExp(`(?:between|kati ya) ${ARTICLE}$`, 'u');
const FROM = new RegExp(`(?:from|between|kati ya|kuanzia|kutoka|tangu) ${ARTICLE}$`, 'u');
const AND = new RegExp(`^ (?:and|na) ${ARTICLE}$`, 'u');
const TO = new RegExp(`^ ?(?:-|to|up to|until|till|through|hadi|mpaka) ?${ARTICLE}$`, 'u');

/** Joins "between X and Y" and "from X to Y". */
function joinRanges(lower: string, dates: readonly KnownDate[]): KnownDate[] {
  const joined: KnownDate[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    const pair = last && joinTwo(lower, joined.at(-2)?.end ?? 0, last, date);
    if (pair) joined[joined.length - 1] = pair;
    else joined.push(completeRange(lower, last?.end ?? 0, date));
  }
  return joined;
}

/** @param readTo - The end of the date before both. */
function joinTwo(lower: string, readTo: number, from: KnownDate, to: KnownDate): KnownDate | null {
  const before = lower.slice(readTo, from.start);
  const between = lower.slice(from.end, to.start);
  const opening = AND.test(between)
    ? BETWEEN.exec(before)
    : TO.test(between) && (FROM.exec(before) ?? ([''] as const));
  if (!opening) return null;
  const isRelative = from.isRelative || to.isRelative;
  return { start: from.start - opening[0].length, end: to.end, period: span(from, to), isRelative };
}

const DAYS_IN_WEEK = 7;

/** Turns "from Friday to Sunday", asked on a Saturday, into the Friday before that Sunday. */
function span({ period: from, isRelative }: KnownDate, { period: to }: KnownDate): Period {
  if (firstDay(from.since) <= lastDay(to.until)) return { since: from.since, until: to.until };
  const isWeekday = isRelative && from.since.length === 10;
  return isWeekday && addDays(from.since, -DAYS_IN_WEEK) <= to.until
    ? { since: addDays(from.since, -DAYS_IN_WEEK), until: to.until }
    : { since: to.since, until: from.until };
}

const BEGINNING = new RegExp(
  `(?:between|from|kati ya|kuanzia|kutoka|tangu) ${ARTICLE}(?:(\\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?(${MONTH}))?|(${MONTH})) (?:and|to|until|till|na|hadi|mpaka) ${ARTICLE}$`,
  'u',
);

/** Takes "between 3 and", "from March to" before a date: what that lacks is as in the date. */
function completeRange(lower: string, readTo: number, date: KnownDate): KnownDate {
  const opening = BEGINNING.exec(lower.slice(readTo, date.start));
  if (!opening) return date;
  const [words, day, monthOfDay, month] = opening;
  const [year = '', monthOfDate = ''] = date.period.since.split('-');
  const name = month ?? monthOfDay;
  const number = name === undefined ? monthOfDate : String(MONTH_NUMBERS.get(name)).padStart(2, '0');
  const since = [year, number, ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-') as PartialDate;
  if (parsePartialDate(since) === null || since > lastDay(date.period.until)) return date;
  return { ...date, start: date.start - words.length, period: { since, until: date.period.until } };
}

type Bound = (period: Period) => Pick<ReadDate, 'since' | 'until'>;

const BOUNDS: readonly (readonly [words: string, bound: Bound])[] = [
  [
    'since|ever since|from|as of|starting|starting from|tangu|toka|kuanzia',
    ({ since }) => ({ since, until: null }),
  ],
  ['after|later than|baada ya', ({ until }) => ({ since: dateAfter(until), until: null })],
  ['until|till|up to|by|hadi|mpaka|kufikia', ({ until }) => ({ since: null, until })],
  ['before|earlier than|prior to|kabla ya', ({ since }) => ({ since: null, until: dateBefore(since) })],
  [
    'mwaka wa|in|on|during|for|of|dated|within|over|katika|mnamo|ya|wa|za|la|cha|ndani ya|siku ya',
    (period) => period,
  ],
];
const PREPOSITIONS = BOUNDS.map(
  ([words, bound]) =>
    [
      new RegExp(
        `(?<![\\w'-])(?:${anyOf(words.split('|'))} )${ARTICLE}(?:(?:early|late|earlier|later|mid|in|siku ya)[ -])?$`,
        'u',
      ),
      bound,
    ] as const,
);
const NO_PREPOSITION = new RegExp(`(?<![\\w'-])${ARTICLE}(?:(?:early|late|earlier|later|mid)[ -])?$`, 'u');

/**
 * Widens a date by the preposition before it, which tells whether it begins, ends or is the period.
 *
 * @param readTo - The end of the date before.
 */
function readPreposition(
  lower: string,
  readTo: number,
  { start, end, period, isRelative }: KnownDate,
): ReadDate {
  const before = lower.slice(readTo, start);
  const read = ({ index }: RegExpExecArray, bounds: ReturnType<Bound>): ReadDate => ({
    span: { start: readTo + index, end },
    ...bounds,
    isRelative,
  });
  const opening = isRelative || period.since === period.until ? null : FROM.exec(before);
  if (opening) return read(opening, period);
  for (const [pattern, bound] of PREPOSITIONS) {
    const match = pattern.exec(before);
    if (match) return read(match, bound(period));
  }
  const qualifier = NO_PREPOSITION.exec(before);
  return qualifier ? read(qualifier, period) : { span: { start, end }, ...period, isRelative };
}
