/** Finds dates that count from the day of the question: "yesterday", "last week", "miaka miwili iliyopita". */

import type { PartialDate } from '../core/model/partial-date.js';
import {
  addDays,
  latestMonth,
  latestWeekday,
  onlyDate,
  type Period,
  toPartialDate,
  type Unit,
  unitBefore,
  unitsUpTo,
} from './periods.js';
import { COUNT, MONTH, MONTH_NUMBERS, readCount, WEEKDAY, WEEKDAY_NUMBERS } from './date-words.js';
import type { FoundDate } from './found-date.js';

/** A pattern on lower-case text, and the period that a match means. */
interface Rule {
  readonly pattern: RegExp;
  readonly toPeriod: (words: readonly string[], today: PartialDate) => Period;
}

const rule = (pattern: string, toPeriod: (words: readonly string[], today: PartialDate) => Period): Rule => ({
  pattern: new RegExp(`(?<![\\w'-])${pattern}(?:'s)?(?![\\w-])`, 'gu'),
  toPeriod,
});

const UNITS: Readonly<Record<string, Unit>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  siku: 'day',
  wiki: 'week',
  mwezi: 'month',
  miezi: 'month',
  mwaka: 'year',
  miaka: 'year',
};
const readUnit = (text = ''): Unit => UNITS[text] ?? 'day';

const PART_OF_DAY = '(?:morning|afternoon|evening|night|asubuhi|mchana|alasiri|jioni|usiku)';
const LAST_YEAR = '(?:last year|mwaka jana|mwaka uliopita)';
const THIS_YEAR = '(?:this year|mwaka huu)';
/** Tells the year of a date before it: {@link toYear} reads it. */
export const YEAR_BEFORE_OR_THIS = `(?:${LAST_YEAR}|${THIS_YEAR})`;

/** Reads a match of {@link YEAR_BEFORE_OR_THIS}. */
export function toYear(text: string, today: PartialDate): number {
  return Number(today.slice(0, 4)) - (new RegExp(LAST_YEAR, 'u').test(text) ? 1 : 0);
}

const RULES: readonly Rule[] = [
  rule(`(?:today|leo)(?: (?:hii )?${PART_OF_DAY})?`, (_, today) => onlyDate(today)),
  rule(`(?:tonight|this ${PART_OF_DAY}|${PART_OF_DAY} ya leo)`, (_, today) => onlyDate(today)),
  rule(`(?:(?:usiku wa |${PART_OF_DAY} ya )?jana|yesterday)(?: ${PART_OF_DAY})?`, (_, today) =>
    unitBefore(today, 1, 'day'),
  ),
  rule('last (?:night|evening)', (_, today) => unitBefore(today, 1, 'day')),
  rule('(?:(?:the )?day before yesterday|juzi)', (_, today) => unitBefore(today, 2, 'day')),

  rule('this (week|month|year)(?! of)', ([, unit], today) => unitBefore(today, 0, readUnit(unit))),
  rule('(?:last|previous) (week|month|year)(?! of)', ([, unit], today) =>
    unitBefore(today, 1, readUnit(unit)),
  ),
  rule('(wiki|mwezi|mwaka) h(?:ii|uu)', ([, unit], today) => unitBefore(today, 0, readUnit(unit))),
  rule('(wiki|mwezi|mwaka) (?:jana|[iu]liyopita|[iu]liopita)', ([, unit], today) =>
    unitBefore(today, 1, readUnit(unit)),
  ),
  rule('mwaka juzi', (_, today) => unitBefore(today, 2, 'year')),

  rule(`(${COUNT}|a couple of) (day|week|month|year)s? ago`, ([, count, unit], today) =>
    unitBefore(today, countUnits(count), readUnit(unit)),
  ),
  rule(
    `(siku|wiki|mwezi|miezi|mwaka|miaka) (${COUNT}) (?:[iu]liyopita|[iu]liopita|zilizopita)`,
    ([, unit, count], today) => unitBefore(today, countUnits(count), readUnit(unit)),
  ),
  rule(`(?:the )?(?:last|past) (${COUNT}) (day|week|month|year)s?`, ([, count, unit], today) =>
    unitsUpTo(today, countUnits(count), readUnit(unit)),
  ),
  rule('the past (week|month|year)', ([, unit], today) => unitsUpTo(today, 1, readUnit(unit))),

  rule('(this|last|the) weekend', ([, which], today) => toWeekend(which, today)),

  rule(
    `(?:(last|this) )?(${WEEKDAY})(?: (iliyopita|this week|last week|wiki hii|wiki iliyopita|wiki jana))?(?: ${PART_OF_DAY})?`,
    ([, before, weekday = '', after], today) =>
      toWeekday(WEEKDAY_NUMBERS.get(weekday) ?? 1, before ?? after, today),
  ),
  rule(
    `(this week|last week|wiki hii|wiki iliyopita|wiki jana),? (?:on |siku ya )?(${WEEKDAY})`,
    ([, week, weekday = ''], today) => toWeekday(WEEKDAY_NUMBERS.get(weekday) ?? 1, week, today),
  ),

  rule(`(${MONTH}),? (?:of |ya )?(${YEAR_BEFORE_OR_THIS})`, ([, month = '', year = ''], today) =>
    onlyDate(toPartialDate(toYear(year, today), MONTH_NUMBERS.get(month))),
  ),
  rule(`(?:last (${MONTH})|(${MONTH}) [iu]li(?:y)?opita)`, ([, english, swahili], today) => {
    const monthBefore = unitBefore(today, 1, 'month').since;
    return onlyDate(latestMonth(monthBefore, MONTH_NUMBERS.get(english ?? swahili ?? '') ?? 1));
  }),
  rule(`this (${MONTH})`, ([, month = ''], today) =>
    onlyDate(toPartialDate(Number(today.slice(0, 4)), MONTH_NUMBERS.get(month))),
  ),
  rule(`(?<=(?:since|tangu|kuanzia) (?:mwezi (?:wa )?)?)(${MONTH})(?! \\d)`, ([, month = ''], today) =>
    onlyDate(latestMonth(today, MONTH_NUMBERS.get(month) ?? 1)),
  ),
];

function countUnits(text = ''): number {
  return text === 'a couple of' ? 2 : readCount(text);
}

const SATURDAY = 6;

function toWeekend(which: string | undefined, today: PartialDate): Period {
  const thisSaturday = addDays(unitBefore(today, 0, 'week').since, SATURDAY - 1);
  const saturday =
    which === 'this'
      ? thisSaturday
      : which === 'last'
        ? addDays(thisSaturday, -7)
        : latestWeekday(today, SATURDAY);
  return { since: saturday, until: addDays(saturday, 1) };
}

/**
 * Returns a weekday of this or the last week, or the latest one.
 *
 * @param which - "last" and "iliyopita" mean the latest one before `today`; absent: the latest on or before it.
 */
function toWeekday(weekday: number, which: string | undefined, today: PartialDate): Period {
  if (which === undefined) return onlyDate(latestWeekday(today, weekday));
  if (which === 'last' || which === 'iliyopita') return onlyDate(latestWeekday(addDays(today, -1), weekday));
  const weeksBefore = /^this|hii$/u.test(which) ? 0 : 1;
  return onlyDate(addDays(unitBefore(today, weeksBefore, 'week').since, weekday - 1));
}

/** "Every Monday", "next Tuesday", "Jumatatu ijayo": no day that has been. */
const OF_OTHER_DAYS = /(?:next|every|each|coming|kila|any) $/u;
const TO_COME = /^ (?:ijayo|ujao)/u;

/**
 * Finds the relative dates, perhaps overlapping.
 *
 * @param text - Of ASCII characters alone, spaces single.
 */
export function findRelativeDates(text: string, today: PartialDate): FoundDate[] {
  const lower = text.toLowerCase();
  return RULES.flatMap(({ pattern, toPeriod }) =>
    [...lower.matchAll(pattern)].flatMap((match): FoundDate[] => {
      const start = match.index;
      const end = start + match[0].length;
      if (isOtherWord(text, start, end) || isOtherDay(lower, start, end)) return [];
      return [{ start, end, period: toPeriod(match, today), isRelative: true }];
    }),
  );
}

function isOtherDay(lower: string, start: number, end: number): boolean {
  return OF_OTHER_DAYS.test(lower.slice(0, start)) || TO_COME.test(lower.slice(end));
}

/** "Nation" in "the Sunday Nation", "Good" in "Good Friday": parts of a name. */
const CAPITALISED = /^[A-Z]\w+(?:'s)?$/u;
const NAME_BEFORE = /(?<=\S\s+)[A-Z]\w+ $|^(?:Good|Black|Ash|Easter|Palm|Holy|Bloody) $/u;
const NAME_AFTER = /^ [A-Z]/u;
/** A month as well as a verb or noun. */
const AMBIGUOUS_MONTH = /\b(?:march|may|mar)\b/u;
const NEWSPAPER = /taifa leo$/iu;

/** True if a single capitalised word stands beside another, or a month in lower case may be another word. */
function isOtherWord(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  if (AMBIGUOUS_MONTH.test(words) || NEWSPAPER.test(text.slice(0, end))) return true;
  return (
    CAPITALISED.test(words) && (NAME_AFTER.test(text.slice(end)) || NAME_BEFORE.test(text.slice(0, start)))
  );
}
