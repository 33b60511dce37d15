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
import { diagnose, type LineProblem } from '../../core/model/problem.js';
import { isTooDeep } from './yaml.js';

/** A value as written: text, a list, keys with values, nothing, or {@link TOO_DEEP}. */
type FrontMatterValue =
  string | null | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** Stands for a list or map nested inside another value; no key accepts it. */
const TOO_DEEP = {};

export interface FrontMatterEntry {
  readonly key: string;
  readonly value: FrontMatterValue;
  /** 1-based, in the file. */
  readonly line: number;
}

export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  /** If there are any, `entries` must not be used. */
  readonly problems: readonly LineProblem[];
  /** The text after the front matter. */
  readonly body: string;
}

/** The line that opens and closes front matter. */
export const FENCE = /^---[ \t]*$/u;

/**
 * Separates the YAML between two `---` lines at the start of a text from the body. Blank lines may come first.
 *
 * @param text - With `\n` line ends.
 */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  if (!FENCE.test(lines[start] ?? '')) return { entries: [], problems: [], body: text };
  const end = lines.findIndex((line, i) => i > start && FENCE.test(line));
  if (end < 0) {
    return { entries: [], problems: [{ line: start + 1, ...diagnose('FRONT_MATTER_OPEN') }], body: '' };
  }
  // Padded with the lines before the front matter, so that problems get the file's line numbers.
  const yaml = '\n'.repeat(start) + lines.slice(start + 1, end).join('\n');
  return { ...parseYaml(yaml), body: lines.slice(end + 1).join('\n') };
}

/** Lines before the YAML: the opening `---`. */
const LINES_BEFORE = 1;

function parseYaml(yaml: string): Omit<FrontMatter, 'body'> {
  if (isTooDeep(yaml)) {
    return { entries: [], problems: [{ line: 1, ...diagnose('FRONT_MATTER_TOO_DEEP') }] };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + LINES_BEFORE;
  // A warning means a value that differs from what was written, such as a word read as a YAML tag.
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    line: lineAt(pos[0]),
    ...diagnose('FRONT_MATTER_INVALID', { cause: message.replace(/\.$/u, '') }),
  }));
  if (problems.length > 0) return { entries: [], problems };
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { entries: [], problems };
  if (!isMap(contents)) {
    return {
      entries: [],
      problems: [{ line: lineAt(contents.range[0]), ...diagnose('FRONT_MATTER_WITHOUT_KEYS') }],
    };
  }
  const entries = contents.items.map((pair) => readEntry(pair as Pair<Node, Node | null>, document, lineAt));
  return { entries, problems };
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

/** Returns `''` for a key that is not text. */
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

/** Returns numbers as written: `2023`, not 2023.0. */
function readScalar(node: Node | null, document: Document): FrontMatterValue {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (target === null || target === undefined) return null;
  if (!isScalar(target)) return TOO_DEEP;
  if (target.value === null) return null;
  return typeof target.value === 'string' ? target.value : (target.source ?? '');
}
