import { isMap, isScalar, parseDocument, type Document, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Withdrawal } from '../../core/article.js';
import { cleanCharacters } from '../clean-text.js';

const KEY = 'withdrawn';
/** Of one character, which the readers of files know and the parser of YAML does not. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/gu;

/** Ways to write YAML with a mark in place of an earlier one, best first: by its lines, all else as it was; anew. */
export function* putMark(yaml: string, { on, reason }: Withdrawal): Generator<string> {
  const [rest] = cutMark(yaml);
  const indent = /^[ \t]*(?=[^\s#])/mu.exec(rest ?? '')?.[0] ?? '';
  const quoted = JSON.stringify(reason);
  const lines = [`${KEY}:`, `  on: ${on}`, `  reason: ${quoted}`].map((line) => `${indent}${line}\n`);
  if (rest !== undefined) yield rest + (/[^\r\n]$/u.test(rest) ? '\n' : '') + lines.join('');
  const document = parse(yaml);
  document.delete(KEY);
  document.set(KEY, document.createNode({ on, reason: quote(document, reason) }));
  yield write(document);
}

/** Ways to write YAML without its mark, best first, as {@link putMark}. */
export function* cutMark(yaml: string): Generator<string> {
  // Offsets are those of the text as it stands.
  const lines = yaml.replace(OTHER_LINE_ENDS, '\n');
  const mark = findMark(parseDocument(lines, OPTIONS));
  if (!mark) yield yaml;
  else if (mark.key.range && mark.value?.range) {
    const start = lines.lastIndexOf('\n', mark.key.range[0]) + 1;
    yield yaml.slice(0, start) + yaml.slice(findLineAfter(lines, mark.value.range[1]));
  }
  const document = parse(yaml);
  document.delete(KEY);
  yield isMap(document.contents) && document.contents.items.length === 0 ? '' : write(document);
}

/** Scalars of this schema stay as they are written: `007`, `2023`, `null`. */
const OPTIONS = { schema: 'failsafe', logLevel: 'silent' } as const;

/** As the reader of front matter sees it. */
function parse(yaml: string): Document {
  return parseDocument(cleanCharacters(yaml), OPTIONS);
}

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
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === KEY);
  return pair as Pair<Scalar, YAMLMap> | undefined;
}

/** Where the line after the one that ends at `offset`, or holds it, begins. */
function findLineAfter(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
