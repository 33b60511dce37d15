/** A calendar date known to the year, the month or the day: `2023`, `2023-08` or `2023-08-16` (ISO 8601). */
export type PartialDate = string & { readonly __brand: 'PartialDate' };

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** @returns `null` if `text` is not a valid calendar date in one of the three forms. */
export function parsePartialDate(text: string): PartialDate | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year ?? ''}-${month}-${day}T00:00:00Z`);
  const isCalendarDate = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return isCalendarDate ? (text as PartialDate) : null;
}

/** Returns the UTC day of a time. @param at - In ms since 1970. */
export function dayOf(at: number): PartialDate {
  return new Date(at).toISOString().slice(0, 10) as PartialDate;
}

/** East Africa Time is UTC+3 all year. */
const NAIROBI_OFFSET_MS = 3 * 60 * 60 * 1000;

/** Returns the day in Nairobi at a time. @param at - In ms since 1970. */
export function dayInNairobi(at: number): PartialDate {
  return dayOf(at + NAIROBI_OFFSET_MS);
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/u;

/**
 * Parses a day, or a time as its day in Nairobi.
 *
 * @param text - `2023-08-16`, or with a time of day: `2023-08-16T09:00`, in Nairobi unless it ends in a zone.
 * @returns `null` for any other text.
 */
export function parseDay(text: string): PartialDate | null {
  const match = ISO_TIME.exec(text);
  if (!match || parsePartialDate(text.slice(0, 10)) === null) return null;
  if (match[1] === undefined) return text.slice(0, 10) as PartialDate;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : dayInNairobi(at);
}

/** Returns the earliest day that `date` can mean, as `YYYY-MM-DD`; such days compare as strings. */
export function firstDay(date: PartialDate): string {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** Returns the latest day that `date` can mean, as `YYYY-MM-DD`. */
export function lastDay(date: PartialDate): string {
  if (date.length === 10) return date;
  const [year, month = '12'] = date.split('-');
  const day = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year ?? ''}-${month}-${day}`;
}

/** Formats a date as `16 Aug 2023`, `Aug 2023` or `2023`. @param months - Twelve names, January first. */
export function formatDate(date: PartialDate, months: readonly string[]): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? '' : (months[Number(month) - 1] ?? '');
  return [day === undefined ? '' : String(Number(day)), name, year].filter((part) => part !== '').join(' ');
}
