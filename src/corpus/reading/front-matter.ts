import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import { z } from 'zod';
import {
  diagnose,
  type Problem,
  type FileProblem,
  type ProblemCode,
  type Withdrawal,
} from '../../core/model/article.js';
import { parsePartialDate, type PartialDate } from '../../core/model/partial-date.js';
import type { Format } from '../folder/list-files.js';
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
import { cleanCharacters, cleanLine } from './text.js';
import { isTooDeep, readIssue } from './yaml.js';

/** A value as it is written: text, a list, keys with values, nothing, or {@link TOO_DEEP}. */
type FrontMatterValue =
  string | null | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** Stands for a value inside a list or inside another value that is neither text nor nothing; no key takes it. */
const TOO_DEEP = {};

export interface FrontMatterEntry {
  readonly key: string;
  readonly value: FrontMatterValue;
  /** From 1, in the file. */
  readonly line: number;
}

export interface FrontMatterFault {
  readonly line: number;
  readonly complaint: Problem;
}

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  /** When there are any, `entries` is not to be used. */
  readonly faults: readonly FrontMatterFault[];
  /** What follows the front matter. */
  readonly body: string;
}

/** The line that front matter begins and ends with. */
const FENCE = /^---[ \t]*$/u;
/** The opening `---`. */
const LINES_BEFORE = 1;

/** Takes the YAML between two `---` lines off the start of `article`; `\n` line ends, blank ones may go before. */
export function readFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  if (!FENCE.test(lines[start] ?? '')) return { entries: [], faults: [], body: source };
  const end = lines.findIndex((line, i) => i > start && FENCE.test(line));
  if (end < 0) {
    const complaint = diagnose('FRONT_MATTER_OPEN');
    return { entries: [], faults: [{ line: start + 1, complaint }], body: '' };
  }
  // As many lines as stand before it, so that faults have the file's.
  const yaml = '\n'.repeat(start) + lines.slice(start + 1, end).join('\n');
  return { ...parseYaml(yaml), body: lines.slice(end + 1).join('\n') };
}

function parseYaml(yaml: string): Omit<FrontMatter, 'body'> {
  if (isTooDeep(yaml)) {
    return { entries: [], faults: [{ line: 1, complaint: diagnose('FRONT_MATTER_TOO_DEEP') }] };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + LINES_BEFORE;
  // A warning means a value that is not what was written, such as a word taken for a YAML tag.
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lineAt(pos[0]),
    complaint: diagnose('FRONT_MATTER_INVALID', { cause: message.replace(/\.$/u, '') }),
  }));
  if (faults.length > 0) return { entries: [], faults };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { entries: [], faults };
  if (!isMap(contents)) {
    return {
      entries: [],
      faults: [{ line: lineAt(contents.range[0]), complaint: diagnose('FRONT_MATTER_WITHOUT_KEYS') }],
    };
  }
  const entries = contents.items.map((pair) => readEntry(pair as Pair<Node, Node | null>, document, lineAt));
  return { entries, faults };
}

function readEntry(
  { key, value }: Pair<Node, Node | null>,
  document: Document,
  lineAt: (offset: number) => number,
): FrontMatterEntry {
  return {
    key: readKey(key, document),
    value: readValue(value, document),
    line: lineAt(key.range?.[0] ?? 0),
  };
}

/** `''` for a key that is no text. */
function readKey(key: Node, document: Document): string {
  const name = readScalar(key, document);
  return typeof name === 'string' ? name : '';
}

function readValue(node: Node | null, document: Document): FrontMatterValue {
  if (isSeq(node)) return node.items.map((item) => readScalar(item as Node | null, document));
  if (isMap(node)) {
    const pairs = node.items as Pair<Node, Node | null>[];
    return Object.fromEntries(
      pairs.map(({ key, value }) => [readKey(key, document), readScalar(value, document)]),
    );
  }
  return readScalar(node, document);
}

/** A number stays as it is written: `2023`, not 2023.0. */
function readScalar(node: Node | null, document: Document): FrontMatterValue {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (target === null || target === undefined) return null;
  if (!isScalar(target)) return TOO_DEEP;
  if (target.value === null) return null;
  return typeof target.value === 'string' ? target.value : (target.source ?? '');
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}/u;

const text = z.string('VALUE_NO_TEXT' satisfies ProblemCode).transform(cleanLine);

const line = (maxChars: number) =>
  text
    .refine((value) => value.length <= maxChars, {
      error: 'VALUE_TOO_LONG' satisfies ProblemCode,
      params: { most: String(maxChars) },
    })
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);

/** Text that `parse` understands; blank counts as absent. */
const parsed = <T>(parse: (value: string) => T | null, code: ProblemCode) =>
  text
    .transform((value, context) => {
      const result = value === '' ? null : parse(value);
      if (value !== '' && result === null) context.addIssue(code);
      return result;
    })
    .nullable()
    .default(null);

const list = z
  .union([z.array(z.string()), z.string()], 'VALUE_NO_LIST' satisfies ProblemCode)
  .transform((value) => (typeof value === 'string' ? value.split(',') : value))
  .transform((values) => [...new Set(values.map(cleanLine).filter((value) => value !== ''))])
  .nullable()
  .default(null)
  .transform((values): readonly string[] => values ?? []);

const author = z.preprocess((value) => (isTexts(value) ? value.join(', ') : value), line(MAX_AUTHOR_CHARS));

const needed = <T>(value: z.ZodType<T | null>, code: ProblemCode) =>
  value.transform((read, context) => {
    if (read !== null) return read;
    context.addIssue(code);
    return z.NEVER;
  });

const withdrawn = z
  .object(
    {
      on: needed(parsed(parseDay, 'VALUE_NO_DATE'), 'VALUE_NO_DATE'),
      reason: needed(line(MAX_REASON_CHARS), 'VALUE_MISSING'),
    },
    'VALUE_NO_WITHDRAWAL' satisfies ProblemCode,
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

/** What people write where a known key is meant. */
const OTHER_NAMES = new Set(
  'headline heading name source publisher publication newspaper authors by byline date day link href lang keywords categories warning note'.split(
    ' ',
  ),
);

interface CheckedFacts {
  /** `null` when a value is wrong. */
  readonly statement: StatedFacts | null;
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
  const faults = result.error.issues.map((issue) => ({
    line: lines.get(String(issue.path[0])) ?? 1,
    complaint: readIssue(issue),
  }));
  return { statement: null, faults: [...faults, ...passedOver] };
}

function describeUnknown({ key, line: at }: FrontMatterEntry): FrontMatterFault {
  const facts = { key: cleanLine(key), known: KNOWN_KEYS.join(', ') };
  return { line: at, complaint: diagnose('KEY_UNKNOWN', facts) };
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

/** Where front matter stands in the text of a file as it is on the disk, in UTF-16 units. */
type FrontMatterPlace =
  | { readonly kind: 'none' }
  /** It begins and has no end. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      /** The start of the line after the opening one. */
      readonly yamlStart: number;
      /** The start of the closing line. */
      readonly yamlEnd: number;
      /** The start of the line after it. */
      readonly bodyStart: number;
    };

const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const ANY_KEY = /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u;
const KNOWN_KEY = new RegExp(String.raw`^["']?(?:${KNOWN_KEYS.join('|')})["']?[ \t]*:(?:[ \t]|$)`, 'u');
const BLANK_OR_COMMENT = /^\s*(?:#.*)?$/u;

/**
 * Finds the front matter of an article's file where its reader finds it. Plain text and pages may begin with a
 * rule of dashes all the same: theirs is told by keys, of which one is known.
 */
export function findFrontMatter(source: string, format: Format): FrontMatterPlace {
  const lines = listLines(source);
  let yamlStart = -1;
  let first: string | null = null;
  let hasKnownKey = format === 'markdown';
  for (const { start, end, text } of lines) {
    const isFence = FENCE.test(text);
    if (yamlStart < 0) {
      if (isFence) yamlStart = end;
      else if (text.trim() !== '') return { kind: 'none' };
    } else if (isFence) {
      return hasKnownKey ? { kind: 'closed', yamlStart, yamlEnd: start, bodyStart: end } : { kind: 'none' };
    } else if (!BLANK_OR_COMMENT.test(text)) {
      first ??= text;
      if (format !== 'markdown' && !ANY_KEY.test(first)) return { kind: 'none' };
      hasKnownKey ||= KNOWN_KEY.test(text);
    }
  }
  // Without an end, a key far below is one by chance.
  const isOpen = yamlStart >= 0 && (format === 'markdown' || KNOWN_KEY.test(first ?? ''));
  return { kind: isOpen ? 'open' : 'none' };
}

interface Line {
  readonly start: number;
  /** After the line's end. */
  readonly end: number;
  /** As the readers see it. */
  readonly text: string;
}

function* listLines(source: string): Generator<Line> {
  let start = 0;
  for (const { 0: lineEnd, index } of source.matchAll(LINE_ENDS)) {
    const end = index + lineEnd.length;
    yield { start, end, text: cleanCharacters(source.slice(start, index)) };
    start = end;
  }
  if (start < source.length) {
    yield { start, end: source.length, text: cleanCharacters(source.slice(start)) };
  }
}

/** What front matter states, and what is wrong with it. */
interface StatementReading {
  /** `null` when the article cannot be read because of it. */
  readonly statement: StatedFacts | null;
  readonly problems: readonly FileProblem[];
}

export function readStatedFacts(
  { entries, faults }: FrontMatter,
  { file }: Pick<ReadContext, 'file'>,
): StatementReading {
  const checked = faults.length > 0 ? { statement: null, faults } : checkFrontMatter(entries);
  const toProblem = ({ line, complaint }: FrontMatterFault): FileProblem => ({ file, line, ...complaint });
  return { statement: checked.statement, problems: checked.faults.map(toProblem) };
}
