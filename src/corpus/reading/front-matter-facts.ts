/** Checks the keys and values of front matter and turns them into the facts of an article. */

import { z } from 'zod';
import type { Withdrawal } from '../../core/model/article.js';
import { parsePartialDate, type PartialDate } from '../../core/model/partial-date.js';
import { diagnose, type FileProblem, type LineProblem, type ProblemFacts } from '../../core/model/problem.js';
import type { FrontMatter, FrontMatterEntry } from './front-matter.js';
import {
  MAX_AUTHOR_CHARS,
  MAX_CAUTION_CHARS,
  MAX_OUTLET_CHARS,
  MAX_REASON_CHARS,
  MAX_TITLE_CHARS,
  parseLanguage,
  parseWebAddress,
  type ReadContext,
  type StatedFacts,
} from './reading.js';
import { cleanLine } from './text.js';
import { type IssueCode, readIssue } from './yaml.js';

const text = z.string('VALUE_NO_TEXT' satisfies IssueCode).transform(cleanLine);

const line = (maxChars: number) =>
  text
    .refine((value) => value.length <= maxChars, {
      error: 'VALUE_TOO_LONG' satisfies IssueCode,
      params: { most: maxChars } satisfies Omit<ProblemFacts['VALUE_TOO_LONG'], 'key'>,
    })
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);

/** Text that `parse` accepts; blank counts as absent. */
const parsed = <T>(parse: (value: string) => T | null, code: IssueCode) =>
  text
    .transform((value, context) => {
      const result = value === '' ? null : parse(value);
      if (value !== '' && result === null) context.addIssue(code);
      return result;
    })
    .nullable()
    .default(null);

const list = z
  .union([z.array(z.string()), z.string()], 'VALUE_NO_LIST' satisfies IssueCode)
  .transform((value) => (typeof value === 'string' ? value.split(',') : value))
  .transform((values) => [...new Set(values.map(cleanLine).filter((value) => value !== ''))])
  .nullable()
  .default(null)
  .transform((values): readonly string[] => values ?? []);

const author = z.preprocess((value) => (isTexts(value) ? value.join(', ') : value), line(MAX_AUTHOR_CHARS));

const required = <T>(value: z.ZodType<T | null>, code: IssueCode) =>
  value.transform((result, context) => {
    if (result !== null) return result;
    context.addIssue(code);
    return z.NEVER;
  });

const withdrawn = z
  .object(
    {
      on: required(parsed(parseDay, 'VALUE_NO_DATE'), 'VALUE_NO_DATE'),
      reason: required(line(MAX_REASON_CHARS), 'VALUE_MISSING'),
    },
    'VALUE_NO_WITHDRAWAL' satisfies IssueCode,
  )
  .nullable()
  .default(null)
  .transform((value): Withdrawal | null => value);

const Facts = z.object({
  title: line(MAX_TITLE_CHARS),
  outlet: line(MAX_OUTLET_CHARS),
  author,
  published: parsed(parseDay, 'VALUE_NO_DATE'),
  url: parsed(parseWebAddress, 'VALUE_NO_ADDRESS'),
  language: parsed(parseLanguage, 'VALUE_NO_LANGUAGE'),
  tags: list,
  caution: line(MAX_CAUTION_CHARS),
  withdrawn,
});

export const KNOWN_KEYS: readonly string[] = Object.keys(Facts.shape);

interface CheckedFacts {
  /** `null` if a value is invalid. */
  readonly statedFacts: StatedFacts | null;
  /** Errors, if `statedFacts` is `null`, and warnings about ignored keys. */
  readonly problems: readonly LineProblem[];
}

export function checkFrontMatter(entries: readonly FrontMatterEntry[]): CheckedFacts {
  const values = Object.fromEntries(entries.map(({ key, value }) => [key, value ?? undefined]));
  const result = Facts.safeParse(values);
  const ignored = entries.filter(({ key }) => isMisspelling(key)).map(describeUnknown);
  if (result.success) {
    const { withdrawn: withdrawal, ...facts } = result.data;
    return { statedFacts: { facts, withdrawal }, problems: ignored };
  }
  const lines = new Map(entries.map(({ key, line: at }) => [key, at]));
  const problems = result.error.issues.map((issue) => ({
    line: lines.get(String(issue.path[0])) ?? 1,
    ...readIssue(issue),
  }));
  return { statedFacts: null, problems: [...problems, ...ignored] };
}

interface StatementReading {
  /** `null` if the front matter makes the article unreadable. */
  readonly statedFacts: StatedFacts | null;
  readonly problems: readonly FileProblem[];
}

export function readStatedFacts(
  { entries, problems }: FrontMatter,
  { file }: Pick<ReadContext, 'file'>,
): StatementReading {
  const checked = problems.length > 0 ? { statedFacts: null, problems } : checkFrontMatter(entries);
  return {
    statedFacts: checked.statedFacts,
    problems: checked.problems.map((problem) => ({ file, ...problem })),
  };
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}/u;

function parseDay(value: string): PartialDate | null {
  return parsePartialDate(TIMESTAMP.exec(value)?.[1] ?? value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Names that people write in place of known keys. */
const OTHER_NAMES = new Set(
  'headline heading name source publisher publication newspaper authors by byline date day link href lang keywords categories warning note'.split(
    ' ',
  ),
);

/** True if a key looks like a known one. Others, such as those of a site generator, are ignored without a warning. */
function isMisspelling(key: string): boolean {
  const name = key.trim().toLowerCase();
  if (KNOWN_KEYS.includes(key)) return false;
  const meant = [...KNOWN_KEYS, ...OTHER_NAMES];
  return meant.some((known) => known === name || (known.length > 3 && isNear(name, known)));
}

/** True if the Levenshtein distance is at most 2. */
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

function describeUnknown({ key, line: at }: FrontMatterEntry): LineProblem {
  const facts = { key: cleanLine(key), known: KNOWN_KEYS.join(', ') };
  return { line: at, ...diagnose('KEY_UNKNOWN', facts) };
}
