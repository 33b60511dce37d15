import { z } from 'zod';
import type { Withdrawal } from '../core/article.js';
import { parsePartialDate } from '../core/partial-date.js';
import type { PartialDate } from '../core/partial-date.js';
import { cleanLine } from './clean-text.js';
import type { FrontMatterEntry, FrontMatterFault } from './front-matter.js';
import { parseLanguage, parseWebAddress } from './parse-facts.js';
import {
  MAX_AUTHOR_CHARS,
  MAX_CAUTION_CHARS,
  MAX_OUTLET_CHARS,
  MAX_REASON_CHARS,
  MAX_TITLE_CHARS,
} from './reading.js';
import type { Statement } from './reading.js';

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}/u;
const DATE_REASON = 'must be a date such as 2023-08-16, 2023-08 or 2023';

const text = z.string('must be text').transform(cleanLine);

const line = (maxChars: number) =>
  text
    .refine((value) => value.length <= maxChars, `must have at most ${maxChars} characters`)
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);

/** Text that `parse` understands; blank counts as absent. */
const parsed = <T>(parse: (value: string) => T | null, reason: string) =>
  text
    .transform((value, context) => {
      const result = value === '' ? null : parse(value);
      if (value !== '' && result === null) context.addIssue(reason);
      return result;
    })
    .nullable()
    .default(null);

const list = z
  .union([z.array(z.string()), z.string()], 'must be a list of texts, or texts with commas between them')
  .transform((value) => (typeof value === 'string' ? value.split(',') : value))
  .transform((values) => [...new Set(values.map(cleanLine).filter((value) => value !== ''))])
  .nullable()
  .default(null)
  .transform((values): readonly string[] => values ?? []);

const author = z.preprocess((value) => (isTexts(value) ? value.join(', ') : value), line(MAX_AUTHOR_CHARS));

const needed = <T>(value: z.ZodType<T | null>, reason: string) =>
  value.transform((read, context) => {
    if (read !== null) return read;
    context.addIssue(reason);
    return z.NEVER;
  });

const withdrawn = z
  .object(
    {
      on: needed(parsed(parseDay, DATE_REASON), DATE_REASON),
      reason: needed(line(MAX_REASON_CHARS), 'must say why'),
    },
    'must have two lines of its own, such as `  on: 2023-08-16` and `  reason: …`',
  )
  .nullable()
  .default(null)
  .transform((value): Withdrawal | null => value);

const Facts = z.object({
  title: line(MAX_TITLE_CHARS),
  outlet: line(MAX_OUTLET_CHARS),
  author,
  published: parsed(parseDay, DATE_REASON),
  url: parsed(parseWebAddress, 'must be an address that begins with https:// or http://'),
  language: parsed(parseLanguage, 'must be a language tag such as en or sw'),
  tags: list,
  caution: line(MAX_CAUTION_CHARS),
  withdrawn,
});

export const KNOWN_KEYS: readonly string[] = Object.keys(Facts.shape);

/** What people write where a known key is meant. */
const OTHER_NAMES = new Set(
  'headline heading name source publisher publication newspaper authors by byline date day link href lang keywords categories warning note'.split(
    ' ',
  ),
);

export interface CheckedFacts {
  /** `null` when a value is wrong. */
  readonly statement: Statement | null;
  /** What is wrong; where there is a statement, what was passed over. */
  readonly faults: readonly FrontMatterFault[];
}

export function checkFrontMatter(entries: readonly FrontMatterEntry[]): CheckedFacts {
  const values = Object.fromEntries(entries.map(({ key, value }) => [key, value ?? undefined]));
  const result = Facts.safeParse(values);
  const passedOver = entries.filter(({ key }) => isMisspelling(key)).map(describeUnknown);
  if (result.success) {
    const { withdrawn: withdrawal, ...facts } = result.data;
    return { statement: { facts, withdrawal }, faults: passedOver };
  }
  const lines = new Map(entries.map(({ key, line: at }) => [key, at]));
  const faults = result.error.issues.map(({ path, message }) => {
    const key = path.join('.');
    return { line: lines.get(String(path[0])) ?? 1, reason: `\`${key}\` ${message}.` };
  });
  return { statement: null, faults: [...faults, ...passedOver] };
}

function describeUnknown({ key, line: at }: FrontMatterEntry): FrontMatterFault {
  return { line: at, reason: `Unknown key \`${cleanLine(key)}\`; known keys are ${KNOWN_KEYS.join(', ')}.` };
}

function parseDay(value: string): PartialDate | null {
  return parsePartialDate(TIMESTAMP.exec(value)?.[1] ?? value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Other keys, such as those of a site generator, are none of our business. */
function isMisspelling(key: string): boolean {
  const name = key.trim().toLowerCase();
  if (KNOWN_KEYS.includes(key)) return false;
  const meant = [...KNOWN_KEYS, ...OTHER_NAMES];
  return meant.some((known) => known === name || (known.length > 3 && isNear(name, known)));
}

/** Whether two letters at most must be typed, left out or changed to turn one into the other. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? 0) <= 2;
}
