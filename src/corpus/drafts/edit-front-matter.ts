/** Edits the front matter of articles' files without changing their bodies. */

import { type Document, isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Withdrawal } from '../../core/model/article.js';
import { Fault } from '../../core/model/fault.js';
import { diagnose, type LineProblem } from '../../core/model/problem.js';
import { describeExcess } from '../files/list-files.js';
import { findFrontMatter } from '../reading/find-front-matter.js';
import type { Format } from '../reading/format.js';
import { checkFrontMatter, KNOWN_KEYS } from '../reading/front-matter-facts.js';
import { type FrontMatter, type FrontMatterEntry, readFrontMatter } from '../reading/front-matter.js';
import { cleanCharacters, cleanLine } from '../reading/text.js';

/** The text of an article's file as it is on disk. */
export interface FileText {
  readonly text: string;
  readonly format: Format;
}

const MARK_KEY = 'withdrawn';

/** Returns the YAML of a file's front matter with `\n` line ends, without the last one; `''` if there is none. */
export function readYaml(file: FileText): string {
  return splitFrontMatter(file).yaml.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
}

/**
 * Replaces the YAML of a file's front matter; the body stays as is. Blank YAML removes the front matter.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID`.
 */
export function replaceYaml(file: FileText, yaml: string): string {
  const entries = parseEntries(yaml);
  const edited = joinFrontMatter(file, yaml);
  if (!hasEntries(file, edited, entries))
    throw refuseFrontMatter([
      { line: 1, ...diagnose('FRONT_MATTER_ENDS_EARLY', { known: KNOWN_KEYS.join(', ') }) },
    ]);
  return approve(edited, entries);
}

/**
 * Marks an article as withdrawn, replacing an earlier mark.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID` if the file cannot be read even with the mark.
 */
export function markWithdrawn(file: FileText, { on, reason }: Withdrawal): string {
  const mark = { on, reason: cleanLine(reason) };
  return edit(file, (yaml) => putMark(yaml, mark), [{ key: MARK_KEY, value: mark, line: 1 }]);
}

/**
 * Removes the mark from an article; returns a text without a mark as is.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID`.
 */
export function unmarkWithdrawn(file: FileText): string {
  const isMarked = parseEntries(splitFrontMatter(file).yaml).some(({ key }) => key === MARK_KEY);
  return isMarked ? edit(file, cutMark, []) : file.text;
}

/**
 * Reads a file's mark; `null` if there is none.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID`.
 */
export function readMark(file: FileText): Withdrawal | null {
  return check(parseEntries(splitFrontMatter(file).yaml));
}

/** A file split into front matter and body. */
interface FileParts {
  /** Everything through the opening line; for a file without front matter, the beginning that it would have. */
  readonly head: string;
  /** `''` if there is none. */
  readonly yaml: string;
  /** The closing line. */
  readonly tail: string;
  readonly body: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n?|\n/u;

/** @throws {Fault} `FRONT_MATTER_INVALID` if front matter has no closing line. */
export function splitFrontMatter({ text, format }: FileText): FileParts {
  const place = findFrontMatter(text, format);
  if (place.kind === 'open') throw refuseFrontMatter([{ line: 1, ...diagnose('FRONT_MATTER_OPEN') }]);
  if (place.kind === 'closed') {
    return {
      head: text.slice(0, place.yamlStart),
      yaml: text.slice(place.yamlStart, place.yamlEnd),
      tail: text.slice(place.yamlEnd, place.bodyStart),
      body: text.slice(place.bodyStart),
    };
  }
  const mark = takeByteOrderMark(text);
  const fence = `---${findLineEnd(text)}`;
  return { head: mark + fence, yaml: '', tail: fence, body: text.slice(mark.length) };
}

/**
 * @param rewrite - Yields alternatives for the YAML, best first; the first with the wanted entries is used.
 * @param added - The wanted entries besides those that the file has without its mark.
 */
function edit(
  file: FileText,
  rewrite: (yaml: string) => Iterable<string>,
  added: readonly FrontMatterEntry[],
): string {
  const { yaml } = splitFrontMatter(file);
  const entries = [...parseEntries(yaml).filter(({ key }) => key !== MARK_KEY), ...added];
  for (const next of rewrite(yaml)) {
    const edited = joinFrontMatter(file, next);
    if (hasEntries(file, edited, entries)) return approve(edited, entries);
  }
  throw refuseFrontMatter([{ line: 1, ...diagnose('FRONT_MATTER_UNEDITABLE') }]);
}

function parseFrontMatter(yaml: string): FrontMatter {
  return readFrontMatter(`---\n${cleanCharacters(yaml)}\n---\n`);
}

/** @throws {Fault} `FRONT_MATTER_INVALID` with line numbers in the YAML. */
function parseEntries(yaml: string): readonly FrontMatterEntry[] {
  const { entries, problems } = parseFrontMatter(yaml);
  if (problems.length > 0) throw refuseFrontMatter(problems.map(toYamlLine));
  return entries.map(toYamlLine);
}

/** Converts a line number in the front matter to one in the YAML, which begins after the opening line. */
function toYamlLine<T extends { readonly line: number | null }>(item: T): T {
  return item.line === null ? item : { ...item, line: item.line - 1 };
}

/** True if an edited file has these entries and its original body. */
function hasEntries(file: FileText, edited: string, entries: readonly FrontMatterEntry[]): boolean {
  const { yaml, body } = splitFrontMatter({ ...file, text: edited });
  const serialise = (all: readonly FrontMatterEntry[]): string =>
    JSON.stringify(all.map(({ key, value }) => [key, value]));
  const found = parseFrontMatter(yaml);
  return (
    body === splitFrontMatter(file).body &&
    found.problems.length === 0 &&
    serialise(found.entries) === serialise(entries)
  );
}

/** @throws {Fault} `FRONT_MATTER_INVALID` if an article with these entries, or of this length, cannot be read. */
function approve(edited: string, entries: readonly FrontMatterEntry[]): string {
  check(entries);
  const excess = describeExcess('', Buffer.byteLength(edited));
  if (excess !== null) throw refuseFrontMatter([{ line: 1, ...excess }]);
  return edited;
}

function check(entries: readonly FrontMatterEntry[]): Withdrawal | null {
  const { statedFacts, problems } = checkFrontMatter(entries);
  if (!statedFacts) throw refuseFrontMatter(problems);
  return statedFacts.withdrawal;
}

/**
 * Returns the file with other YAML, in the file's line ends; for blank YAML, only the body if that reads the same.
 */
function joinFrontMatter({ text, format }: FileText, yaml: string): string {
  const { head, tail, body } = splitFrontMatter({ text, format });
  const isBare = yaml.trim() === '' && findFrontMatter(body, format).kind === 'none';
  if (isBare) return takeByteOrderMark(text) + body;
  const lineEnd = findLineEnd(text);
  const lines = yaml.split(LINE_END).join(lineEnd);
  const isEnded = lines === '' || lines.endsWith(lineEnd);
  return head + lines + (isEnded ? '' : lineEnd) + tail + body;
}

function takeByteOrderMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
}

/** Returns the end of the first line; `\n` if there is only one line. */
function findLineEnd(text: string): string {
  return LINE_END.exec(text)?.[0] ?? '\n';
}

/**
 * Yields YAML with a mark in place of an earlier one, best first: with only the mark's lines edited, then written
 * anew.
 */
function* putMark(yaml: string, { on, reason }: Withdrawal): Generator<string> {
  const [rest] = cutMark(yaml);
  const indent = /^[ \t]*(?=[^\s#])/mu.exec(rest ?? '')?.[0] ?? '';
  const quoted = JSON.stringify(reason);
  const lines = [`${MARK_KEY}:`, `  on: ${on}`, `  reason: ${quoted}`].map((line) => `${indent}${line}\n`);
  if (rest !== undefined) yield rest + (/[^\r\n]$/u.test(rest) ? '\n' : '') + lines.join('');
  const document = parseYaml(yaml);
  document.delete(MARK_KEY);
  document.set(MARK_KEY, document.createNode({ on, reason: quote(document, reason) }));
  yield write(document);
}

/** Line ends of one character that the readers of files recognise and the YAML parser does not. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/gu;

/** Yields YAML without its mark, best first, like {@link putMark}. */
function* cutMark(yaml: string): Generator<string> {
  // The replacements have the same length, so offsets are those of the original text.
  const lines = yaml.replace(OTHER_LINE_ENDS, '\n');
  const mark = findMark(parseDocument(lines, OPTIONS));
  if (!mark) yield yaml;
  else if (mark.key.range && mark.value?.range) {
    const start = lines.lastIndexOf('\n', mark.key.range[0]) + 1;
    yield yaml.slice(0, start) + yaml.slice(findLineAfter(lines, mark.value.range[1]));
  }
  const document = parseYaml(yaml);
  document.delete(MARK_KEY);
  yield isMap(document.contents) && document.contents.items.length === 0 ? '' : write(document);
}

/** With this schema, scalars stay as written: `007`, `2023`, `null`. */
const OPTIONS = { schema: 'failsafe', logLevel: 'silent' } as const;

/** Parses YAML as cleaned by the front matter's reader. */
function parseYaml(yaml: string): Document {
  return parseDocument(cleanCharacters(yaml), OPTIONS);
}

/** Does not fold lines. */
function write(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

function quote(document: Document, text: string): Scalar {
  const scalar = document.createNode(text) as Scalar;
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

function findMark({ contents }: Document): Pair<Scalar, YAMLMap> | undefined {
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === MARK_KEY);
  return pair as Pair<Scalar, YAMLMap> | undefined;
}

/** Returns the start of the line after the one that ends at `offset` or contains it. */
function findLineAfter(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** @param problems - With 1-based line numbers in the YAML. */
function refuseFrontMatter(problems: readonly LineProblem[]): Fault {
  const placed = problems.map((problem) => ({ file: '', ...problem }));
  return new Fault('FRONT_MATTER_INVALID', 'the front matter cannot be read', { problems: placed });
}
