import type { Span } from '../core/article.js';
import { parsePartialDate } from '../core/partial-date.js';
import type { PartialDate } from '../core/partial-date.js';

/** A date to the day and where it stands in a text. */
export interface FoundDate extends Span {
  readonly date: PartialDate;
}

const FULL_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|' +
  'Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba';
const SHORT_NAMES = String.raw`(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?`;
/** The first three letters of the months in English and Swahili. */
const MONTHS = [
  'jan',
  'feb',
  'mar mac',
  'apr',
  'may mei',
  'jun',
  'jul',
  'aug ago',
  'sep',
  'oct okt',
  'nov',
  'dec des',
];

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const monthFirst = (names: string) => String.raw`(?<month>${names})\s+${DAY},?\s+${YEAR}`;
const dayFirst = (names: string) => String.raw`${DAY}[\s-]+(?<month>${names})[,\s-]+${YEAR}`;
const inWords = (pattern: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?!\d)`, 'iu');

const IN_WORDS = [
  inWords(String.raw`${YEAR}-(?<month>\d{2})-(?<day>\d{2})`),
  inWords(monthFirst(`(?:${FULL_NAMES})\\b|${SHORT_NAMES}`)),
  inWords(dayFirst(`(?:${FULL_NAMES})\\b|${SHORT_NAMES}`)),
];
const GLUED = [
  new RegExp(monthFirst(FULL_NAMES), 'u'),
  new RegExp(String.raw`(?<!\d)${dayFirst(FULL_NAMES)}`, 'u'),
];

/** Finds the first date that is written out with its day and year: `August 16, 2023`, `16th Aug 2023`, `2023-08-16`. */
export function findDate(text: string): FoundDate | null {
  return findFirst(text, IN_WORDS);
}

/** As {@link findDate}, also where words or numbers stand against the date: `AshaMarch 24, 20230 comments`. */
export function findGluedDate(text: string): FoundDate | null {
  return findFirst(text, GLUED);
}

function findFirst(text: string, patterns: readonly RegExp[]): FoundDate | null {
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    const date = match && readDate(match.groups ?? {});
    return date ? [{ date, start: match.index, end: match.index + match[0].length }] : [];
  });
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

function readDate({ year = '', month = '', day = '' }: Readonly<Record<string, string>>): PartialDate | null {
  return parsePartialDate(`${year}-${readMonth(month)}-${day.padStart(2, '0')}`);
}

function readMonth(month: string): string {
  if (/^\d/u.test(month)) return month;
  const start = month.slice(0, 3).toLowerCase();
  return String(MONTHS.findIndex((starts) => starts.includes(start)) + 1).padStart(2, '0');
}
