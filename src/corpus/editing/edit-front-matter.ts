import { type Document, isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Withdrawal } from '../../core/model/article.js';
import { Fault } from '../../core/model/fault.js';
import { diagnose, type LineProblem } from '../../core/model/problem.js';
import { describeExcess } from '../folder/list-files.js';
import { findFrontMatter } from '../reading/find-front-matter.js';
import type { Format } from '../reading/format.js';
import { checkFrontMatter, KNOWN_KEYS } from '../reading/front-matter-facts.js';
import { type FrontMatter, type FrontMatterEntry, readFrontMatter } from '../reading/front-matter.js';
import { cleanCharacters, cleanLine } from '../reading/text.js';

const MARK_KEY = 'withdrawn';

/** As the reader of front matter sees it. */
function parseYaml(yaml: string): Document {
  return parseDocument(cleanCharacters(yaml), OPTIONS);
}

const KEY = 'withdrawn';

/** The YAML of a file's front matter with `\n` line ends, the last one left out; `''` for none. */
export function readYaml(file: FileText): string {
  return splitFrontMatter(file).yaml.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
}

/**
 * Puts other YAML in the place of a file's front matter; the body stays as it is. Blank YAML takes it away.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID`.
 */
export function replaceYaml(file: FileText, yaml: string): string {
  const entries = parseEntries(yaml);
  const edited = joinFrontMatter(file, yaml);
  if (!says(file, edited, entries))
    throw refuseFrontMatter([
      { line: 1, ...diagnose('FRONT_MATTER_ENDS_EARLY', { known: KNOWN_KEYS.join(', ') }) },
    ]);
  return approve(edited, entries);
}

/**
 * Marks an article as withdrawn, in the place of an earlier mark.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID` when the file could not be read even then.
 */
export function markWithdrawn(file: FileText, { on, reason }: Withdrawal): string {
  const mark = { on, reason: cleanLine(reason) };
  return edit(file, (yaml) => putMark(yaml, mark), [{ key: KEY, value: mark, line: 1 }]);
}

/** Takes the mark off an article; without one the text comes back as it is. @throws {Fault} `FRONT_MATTER_INVALID`. */
export function unmarkWithdrawn(file: FileText): string {
  const isMarked = parseEntries(splitFrontMatter(file).yaml).some(({ key }) => key === KEY);
  return isMarked ? edit(file, cutMark, []) : file.text;
}

/** What a file's mark says; `null` for none. @throws {Fault} `FRONT_MATTER_INVALID`. */
export function readMark(file: FileText): Withdrawal | null {
  return check(parseEntries(splitFrontMatter(file).yaml));
}

/**
 * @param write - Ways to write the YAML, best first: the first one is taken that says what it should.
 * @param added - What is said then besides all that was said, its mark left out.
 */
function edit(
  file: FileText,
  write: (yaml: string) => Iterable<string>,
  added: readonly FrontMatterEntry[],
): string {
  const { yaml } = splitFrontMatter(file);
  const entries = [...parseEntries(yaml).filter(({ key }) => key !== KEY), ...added];
  for (const next of write(yaml)) {
    const edited = joinFrontMatter(file, next);
    if (says(file, edited, entries)) return approve(edited, entries);
  }
  throw refuseFrontMatter([{ line: 1, ...diagnose('FRONT_MATTER_UNEDITABLE') }]);
}

function parse(yaml: string): FrontMatter {
  return readFrontMatter(`---\n${cleanCharacters(yaml)}\n---\n`);
}

/** @throws {Fault} `FRONT_MATTER_INVALID` with lines of the YAML. */
function parseEntries(yaml: string): readonly FrontMatterEntry[] {
  const { entries, problems } = parse(yaml);
  if (problems.length > 0) throw refuseFrontMatter(problems.map(toYamlLine));
  return entries.map(toYamlLine);
}

/** The opening line is none of the YAML's. */
function toYamlLine<T extends { readonly line: number | null }>(found: T): T {
  return found.line === null ? found : { ...found, line: found.line - 1 };
}

/** Whether an edited file has these entries and the body that it had. */
function says(file: FileText, edited: string, entries: readonly FrontMatterEntry[]): boolean {
  const { yaml, body } = splitFrontMatter({ ...file, text: edited });
  const tell = (all: readonly FrontMatterEntry[]): string =>
    JSON.stringify(all.map(({ key, value }) => [key, value]));
  const found = parse(yaml);
  return (
    body === splitFrontMatter(file).body &&
    found.problems.length === 0 &&
    tell(found.entries) === tell(entries)
  );
}

/** @throws {Fault} `FRONT_MATTER_INVALID` when an article with these entries, or of this length, cannot be read. */
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

/** The text of an article's file, as it is on the disk. */
export interface FileText {
  readonly text: string;
  readonly format: Format;
}

/** A file cut into front matter and body. */
interface FileParts {
  /** Up to the end of the opening line; what a file without front matter would begin with. */
  readonly head: string;
  /** `''` for none. */
  readonly yaml: string;
  /** The closing line. */
  readonly tail: string;
  readonly body: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n?|\n/u;

/** @throws {Fault} `FRONT_MATTER_INVALID` where front matter has no end. */
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
  const mark = takeMark(text);
  const fence = `---${findLineEnd(text)}`;
  return { head: mark + fence, yaml: '', tail: fence, body: text.slice(mark.length) };
}

/** The file with other YAML, in the file's line ends; of blank YAML only the body is left where that reads the same. */
function joinFrontMatter({ text, format }: FileText, yaml: string): string {
  const { head, tail, body } = splitFrontMatter({ text, format });
  const isBare = yaml.trim() === '' && findFrontMatter(body, format).kind === 'none';
  if (isBare) return takeMark(text) + body;
  const lineEnd = findLineEnd(text);
  const lines = yaml.split(LINE_END).join(lineEnd);
  const isEnded = lines === '' || lines.endsWith(lineEnd);
  return head + lines + (isEnded ? '' : lineEnd) + tail + body;
}

function takeMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
}

/** The first line's. */
function findLineEnd(text: string): string {
  return LINE_END.exec(text)?.[0] ?? '\n';
}

/** Of one character, which the readers of files know and the parser of YAML does not. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/gu;

/** Ways to write YAML with a mark in place of an earlier one, best first: by its lines, all else as it was; anew. */
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

/** Ways to write YAML without its mark, best first, as {@link putMark}. */
function* cutMark(yaml: string): Generator<string> {
  // Offsets are those of the text as it stands.
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

/** Scalars of this schema stay as they are written: `007`, `2023`, `null`. */
const OPTIONS = { schema: 'failsafe', logLevel: 'silent' } as const;

/** Lines are not broken anew. */
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

/** Where the line after the one that ends at `offset`, or holds it, begins. */
function findLineAfter(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** @param problems - With lines of the YAML, from 1. */
function refuseFrontMatter(problems: readonly LineProblem[]): Fault {
  const placed = problems.map((problem) => ({ file: '', ...problem }));
  return new Fault('FRONT_MATTER_INVALID', 'the front matter cannot be read', { problems: placed });
}
