import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../core/article.js';
import type { Glossary, GlossaryEntry } from '../core/glossary.js';
import { cleanCharacters, cleanLine, shortenLine } from './clean-text.js';
import { countWords } from './sentence-end.js';
import { GLOSSARY_FILE } from './source-file.js';
import { describeNesting } from './yaml-limits.js';

export const MAX_TERM_WORDS = 4;
/** In UTF-16 units. */
export const MAX_TERM_CHARS = 60;

/** `problems` of a glossary that was read tell of the entries that were left out. */
export type GlossaryReading =
  | { readonly kind: 'read'; readonly glossary: Glossary; readonly problems: readonly Problem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] };

/** Keys and list positions from the root. */
type Path = readonly PropertyKey[];

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const SHAPE = 'write each entry as `- en: [election, poll]` and, below that, `sw: [uchaguzi, chaguzi]`';

const term = z
  .string('A term must be text: put quotes around it.')
  .transform((value) => cleanLine(value).toLowerCase())
  .refine(
    (value) => LETTER_OR_DIGIT.test(value),
    'A term must have a letter or digit: write a word, or take it out.',
  )
  .refine((value) => countWords(value) <= MAX_TERM_WORDS && value.length <= MAX_TERM_CHARS, {
    error: ({ input }) =>
      `"${shortenLine(String(input), MAX_TERM_CHARS)}" is too long: a term has at most ${MAX_TERM_WORDS} words and ${MAX_TERM_CHARS} characters.`,
  });

const terms = (key: string, example: string) =>
  z
    .array(term, `The entry needs \`${key}: ${example}\`, a list of terms.`)
    .refine(
      ({ length }) => length > 0,
      `\`${key}\` is empty: put a term into the list, or take the entry out.`,
    )
    .transform((values): readonly string[] => [...new Set(values)]);

const Entry = z.object(
  { en: terms('en', '[election, poll]'), sw: terms('sw', '[uchaguzi, chaguzi]') },
  `An entry must be two lists: ${SHAPE}.`,
);

/** Reads a glossary from YAML; whatever is wrong with the text, the result is a value. */
export function readGlossary(source: string): GlossaryReading {
  const yaml = cleanCharacters(source);
  const nesting = describeNesting(yaml);
  if (nesting !== null) return rejectGlossary(`${nesting}: ${SHAPE}.`);
  try {
    return readYaml(yaml);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown error';
    return rejectGlossary(`The glossary cannot be taken apart (${cause}): ${SHAPE}.`);
  }
}

/** What cannot be read at all. */
export function rejectGlossary(reason: string, line: number | null = null): GlossaryReading {
  return { kind: 'rejected', problems: [toProblem(reason, line)] };
}

function readYaml(yaml: string): GlossaryReading {
  const lineCounter = new LineCounter();
  // The failsafe schema leaves every term the text that it is: `2027`, `null`, `true`.
  const document = parseDocument(yaml, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    schema: 'failsafe',
  });
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line;
  // What follows the first fault is mostly its consequence.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const what = fault.message.replace(/\.$/u, '');
    return rejectGlossary(`The glossary is not valid YAML (${what}): ${SHAPE}.`, lineOf(fault.pos[0]));
  }
  const items: unknown = document.toJS();
  if (items === null || items === '') return { kind: 'read', glossary: [], problems: [] };
  if (!Array.isArray(items)) {
    return rejectGlossary(`The glossary must be a list: ${SHAPE}.`, lineOf(document.contents?.range[0] ?? 0));
  }
  return readEntries(items, (path) => {
    const node = path.map((_, i) => document.getIn(path.slice(0, path.length - i), true)).find(isNode);
    return lineOf(node?.range?.[0] ?? 0);
  });
}

/** @param lineAt - The line of what stands at a path, or of what should hold it. */
function readEntries(items: readonly unknown[], lineAt: (path: Path) => number): GlossaryReading {
  const glossary: GlossaryEntry[] = [];
  const problems: Problem[] = [];
  const lines = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const { data, error } = Entry.safeParse(item);
    const faults = error
      ? error.issues.map(({ path, message }) => toProblem(message, lineAt([i, ...path])))
      : findRepeats(data, lines).map((reason) => toProblem(reason, lineAt([i])));
    problems.push(...faults);
    if (!data || faults.length > 0) continue;
    glossary.push(data);
    for (const known of listTerms(data)) lines.set(known, lineAt([i]));
  }
  return { kind: 'read', glossary, problems };
}

/** @param lines - The lines of the entries that terms stand in already. */
function findRepeats(entry: GlossaryEntry, lines: ReadonlyMap<string, number>): string[] {
  return listTerms(entry).flatMap((known) => {
    const line = lines.get(known);
    return line === undefined
      ? []
      : `"${known}" stands in the entry of line ${line} already: take it out of one of the two.`;
  });
}

function listTerms({ en, sw }: GlossaryEntry): string[] {
  return [...new Set([...en, ...sw])];
}

function toProblem(reason: string, line: number | null): Problem {
  return { file: GLOSSARY_FILE, line, reason };
}
