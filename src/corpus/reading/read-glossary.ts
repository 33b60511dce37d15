import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Glossary, GlossaryEntry } from '../../core/model/corpus.js';
import { diagnose, type FileProblem, type Problem, type ProblemFacts } from '../../core/model/problem.js';
import { GLOSSARY_FILE } from './format.js';
import { cleanCharacters, cleanLine, countWords, shortenLine } from './text.js';
import { type IssueCode, isTooDeep, readIssue } from './yaml.js';

export const MAX_TERM_WORDS = 4;
/** In UTF-16 units. */
export const MAX_TERM_CHARS = 60;

/** If `kind` is `read`, `problems` describes the entries that were left out. */
export type GlossaryReading =
  | { readonly kind: 'read'; readonly glossary: Glossary; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'rejected'; readonly problems: readonly FileProblem[] };

/** Reads a glossary from YAML. Never throws: an error becomes a rejected reading. */
export function readGlossary(text: string): GlossaryReading {
  const yaml = cleanCharacters(text);
  if (isTooDeep(yaml)) return rejectGlossary(diagnose('GLOSSARY_TOO_DEEP'));
  try {
    return readYaml(yaml);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown error';
    return rejectGlossary(diagnose('GLOSSARY_UNREADABLE', { cause }));
  }
}

export function rejectGlossary(problem: Problem, line: number | null = null): GlossaryReading {
  return { kind: 'rejected', problems: [toProblem(problem, line)] };
}

function readYaml(yaml: string): GlossaryReading {
  const lineCounter = new LineCounter();
  // The failsafe schema reads every term as text: `2027`, `null`, `true`.
  const document = parseDocument(yaml, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    schema: 'failsafe',
  });
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line;
  // Later errors are mostly consequences of the first.
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const cause = error.message.replace(/\.$/u, '');
    return rejectGlossary(diagnose('GLOSSARY_INVALID', { cause }), lineOf(error.pos[0]));
  }
  const items: unknown = document.toJS();
  if (items === null || items === '') return { kind: 'read', glossary: [], problems: [] };
  if (!Array.isArray(items)) {
    return rejectGlossary(diagnose('GLOSSARY_NO_LIST'), lineOf(document.contents?.range[0] ?? 0));
  }
  return readEntries(items, (path) => {
    const node = path.map((_, i) => document.getIn(path.slice(0, path.length - i), true)).find(isNode);
    return lineOf(node?.range?.[0] ?? 0);
  });
}

/** Keys and list indices from the root. */
type Path = readonly PropertyKey[];

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const term = z
  .string('TERM_NOT_TEXT' satisfies IssueCode)
  .transform((value) => cleanLine(value).toLowerCase())
  .refine((value) => LETTER_OR_DIGIT.test(value), 'TERM_WITHOUT_LETTERS' satisfies IssueCode)
  .check((context) => {
    const { value } = context;
    if (countWords(value) <= MAX_TERM_WORDS && value.length <= MAX_TERM_CHARS) return;
    context.issues.push({
      code: 'custom',
      message: 'TERM_TOO_LONG' satisfies IssueCode,
      input: value,
      params: {
        term: shortenLine(value, MAX_TERM_CHARS),
        words: MAX_TERM_WORDS,
        chars: MAX_TERM_CHARS,
      } satisfies ProblemFacts['TERM_TOO_LONG'],
    });
  });

const terms = z
  .array(term, 'ENTRY_LIST_MISSING' satisfies IssueCode)
  .refine(({ length }) => length > 0, 'ENTRY_LIST_EMPTY' satisfies IssueCode)
  .transform((values): readonly string[] => [...new Set(values)]);

const Entry = z.object({ en: terms, sw: terms }, 'ENTRY_INVALID' satisfies IssueCode);

/** @param lineAt - Returns the line of the node at a path, or of its nearest ancestor. */
function readEntries(items: readonly unknown[], lineAt: (path: Path) => number): GlossaryReading {
  const glossary: GlossaryEntry[] = [];
  const problems: FileProblem[] = [];
  const lines = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const { data, error } = Entry.safeParse(item);
    const entryProblems = error
      ? error.issues.map((issue) => toProblem(readIssue(issue), lineAt([i, ...issue.path])))
      : findRepeats(data, lines).map((problem) => toProblem(problem, lineAt([i])));
    problems.push(...entryProblems);
    if (!data || entryProblems.length > 0) continue;
    glossary.push(data);
    for (const known of listTerms(data)) lines.set(known, lineAt([i]));
  }
  return { kind: 'read', glossary, problems };
}

/** @param lines - The line of the entry with each earlier term. */
function findRepeats(entry: GlossaryEntry, lines: ReadonlyMap<string, number>): Problem[] {
  return listTerms(entry).flatMap((known) => {
    const line = lines.get(known);
    return line === undefined ? [] : diagnose('TERM_REPEATED', { term: known, line });
  });
}

function listTerms({ en, sw }: GlossaryEntry): string[] {
  return [...new Set([...en, ...sw])];
}

function toProblem(problem: Problem, line: number | null): FileProblem {
  return { file: GLOSSARY_FILE, line, ...problem };
}
