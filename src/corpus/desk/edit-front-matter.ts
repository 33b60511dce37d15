import { complain } from '../../core/complaint.js';
import type { Withdrawal } from '../../core/article.js';
import { cleanCharacters, cleanLine } from '../clean-text.js';
import { readFrontMatter, type FrontMatter, type FrontMatterEntry } from '../front-matter.js';
import { checkFrontMatter, KNOWN_KEYS } from '../front-matter-facts.js';
import { describeExcess } from '../source-file.js';
import { putTogether, takeApart, type FileText } from './file-parts.js';
import { refuseFrontMatter } from './refuse-front-matter.js';
import { cutMark, putMark } from './withdrawal-mark.js';

const KEY = 'withdrawn';

/** The YAML of a file's front matter with `\n` line ends, the last one left out; `''` for none. */
export function readYaml(file: FileText): string {
  return takeApart(file).yaml.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
}

/**
 * Puts other YAML in the place of a file's front matter; the body stays as it is. Blank YAML takes it away.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID`.
 */
export function replaceYaml(file: FileText, yaml: string): string {
  const entries = parseEntries(yaml);
  const edited = putTogether(file, yaml);
  if (!says(file, edited, entries))
    throw refuseFrontMatter([
      { line: 1, complaint: complain('FRONT_MATTER_ENDS_EARLY', { known: KNOWN_KEYS.join(', ') }) },
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
  const isMarked = parseEntries(takeApart(file).yaml).some(({ key }) => key === KEY);
  return isMarked ? edit(file, cutMark, []) : file.text;
}

/** What a file's mark says; `null` for none. @throws {Fault} `FRONT_MATTER_INVALID`. */
export function readMark(file: FileText): Withdrawal | null {
  return check(parseEntries(takeApart(file).yaml));
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
  const { yaml } = takeApart(file);
  const entries = [...parseEntries(yaml).filter(({ key }) => key !== KEY), ...added];
  for (const next of write(yaml)) {
    const edited = putTogether(file, next);
    if (says(file, edited, entries)) return approve(edited, entries);
  }
  throw refuseFrontMatter([{ line: 1, complaint: complain('FRONT_MATTER_UNEDITABLE') }]);
}

function parse(yaml: string): FrontMatter {
  return readFrontMatter(`---\n${cleanCharacters(yaml)}\n---\n`);
}

/** @throws {Fault} `FRONT_MATTER_INVALID` with lines of the YAML. */
function parseEntries(yaml: string): readonly FrontMatterEntry[] {
  const { entries, faults } = parse(yaml);
  if (faults.length > 0) throw refuseFrontMatter(faults.map(toYamlLine));
  return entries.map(toYamlLine);
}

/** The opening line is none of the YAML's. */
function toYamlLine<T extends { readonly line: number }>(found: T): T {
  return { ...found, line: found.line - 1 };
}

/** Whether an edited file has these entries and the body that it had. */
function says(file: FileText, edited: string, entries: readonly FrontMatterEntry[]): boolean {
  const { yaml, body } = takeApart({ ...file, text: edited });
  const tell = (all: readonly FrontMatterEntry[]): string =>
    JSON.stringify(all.map(({ key, value }) => [key, value]));
  const found = parse(yaml);
  return body === takeApart(file).body && found.faults.length === 0 && tell(found.entries) === tell(entries);
}

/** @throws {Fault} `FRONT_MATTER_INVALID` when an article with these entries, or of this length, cannot be read. */
function approve(edited: string, entries: readonly FrontMatterEntry[]): string {
  check(entries);
  const excess = describeExcess('', Buffer.byteLength(edited));
  if (excess !== null) throw refuseFrontMatter([{ line: 1, complaint: excess }]);
  return edited;
}

function check(entries: readonly FrontMatterEntry[]): Withdrawal | null {
  const { statement, faults } = checkFrontMatter(entries);
  if (!statement) throw refuseFrontMatter(faults);
  return statement.withdrawal;
}
