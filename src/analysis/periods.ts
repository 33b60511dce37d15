/** Counts days, weeks, months and years on the calendar. */

import { DAY_MS } from '../core/model/limits.js';
import { dayOf, firstDay, lastDay, type PartialDate } from '../core/model/partial-date.js';

/** From the first day of `since` to the last day of `until`. */
export interface Period {
  readonly since: PartialDate;
  readonly until: PartialDate;
}

export type Unit = 'day' | 'week' | 'month' | 'year';

const DAYS_IN_WEEK = 7;
const MONTHS_IN_YEAR = 12;

/** The period that a date alone means. */
export function onlyDate(date: PartialDate): Period {
  return { since: date, until: date };
}

/** @param month - From 1; default: the whole year. */
export function toPartialDate(year: number, month?: number | null, day?: number | null): PartialDate {
  const parts = [String(year).padStart(4, '0'), ...[month, day].flatMap((part) => part ?? []).map(pad)];
  return parts.join('-') as PartialDate;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** Returns the day that is `count` days after `day`, or before it if negative. */
export function addDays(day: PartialDate, count: number): PartialDate {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

/** Returns the whole day, week from Monday to Sunday, month or year that lies `count` units before that of `today`. */
export function unitBefore(today: PartialDate, count: number, unit: Unit): Period {
  switch (unit) {
    case 'day':
      return onlyDate(addDays(today, -count));
    case 'week': {
      const monday = addDays(today, -(weekdayOf(today) - 1) - count * DAYS_IN_WEEK);
      return { since: monday, until: addDays(monday, DAYS_IN_WEEK - 1) };
    }
    case 'month':
      return onlyDate(addMonths(today.slice(0, 7), -count));
    case 'year':
      return onlyDate(toPartialDate(Number(today.slice(0, 4)) - count));
  }
}

/** Returns the units up to and including `today`, e.g. the seven days of "the past week". */
export function unitsUpTo(today: PartialDate, count: number, unit: Unit): Period {
  return { since: goBack(today, count, unit), until: today };
}

function goBack(today: PartialDate, count: number, unit: Unit): PartialDate {
  if (unit === 'day' || unit === 'week') return addDays(today, -count * (unit === 'day' ? 1 : DAYS_IN_WEEK));
  const month = addMonths(today.slice(0, 7), -count * (unit === 'month' ? 1 : MONTHS_IN_YEAR));
  const day = Math.min(Number(today.slice(8)), Number(lastDay(month).slice(8)));
  return `${month}-${pad(day)}` as PartialDate;
}

function addMonths(yearAndMonth: string, count: number): PartialDate {
  const [year = 0, month = 1] = yearAndMonth.split('-').map(Number);
  const months = year * MONTHS_IN_YEAR + month - 1 + count;
  return toPartialDate(Math.floor(months / MONTHS_IN_YEAR), (months % MONTHS_IN_YEAR) + 1);
}

/** From 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: PartialDate): number {
  return new Date(day).getUTCDay() || DAYS_IN_WEEK;
}

/** Returns the latest day on or before `today` that is a certain weekday. @param weekday - 1 is Monday. */
export function latestWeekday(today: PartialDate, weekday: number): PartialDate {
  return addDays(today, -((weekdayOf(today) - weekday + DAYS_IN_WEEK) % DAYS_IN_WEEK));
}

/** Returns the latest month on or before that of `today` that is a certain month of the year. @param month - From 1. */
export function latestMonth(today: PartialDate, month: number): PartialDate {
  const year = Number(today.slice(0, 4));
  return toPartialDate(month > Number(today.slice(5, 7)) ? year - 1 : year, month);
}

/** Returns the day, month or year that follows a date, as precise as the date. */
export function dateAfter(date: PartialDate): PartialDate {
  return addDays(lastDay(date) as PartialDate, 1).slice(0, date.length) as PartialDate;
}

/** Returns the day, month or year that precedes a date, as precise as the date. */
export function dateBefore(date: PartialDate): PartialDate {
  return addDays(firstDay(date) as PartialDate, -1).slice(0, date.length) as PartialDate;
}
