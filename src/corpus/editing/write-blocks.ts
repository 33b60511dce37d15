import type { ArticleText } from '../../core/model/article.js';
import { readMarkdownBlocks } from '../reading/read-markdown.js';
import type { Block } from '../reading/reading.js';

const GAP = '\n\n';
const CELL_GAP = ' | ';

/**
 * Writes blocks as Markdown that reads back as the same blocks: each as plainly as that allows.
 *
 * @param blocks - As a reader gives them: clean lines, none empty.
 */
export function writeBlocks(blocks: readonly Block[]): string {
  const plain = blocks.map((block) => {
    const writings = listWritings(block);
    return writings.find((writing) => readsAs(writing, [block])) ?? writings.at(-1) ?? '';
  });
  const whole = plain.join(GAP);
  if (readsAs(whole, blocks)) return whole;
  return blocks.map((block) => listWritings(block).at(-1) ?? '').join(GAP);
}

/** Plainest first; the last one always reads back. */
function listWritings({ text, isHeading }: Block): string[] {
  if (text.includes('\n')) return [...writeTable(text), writeCode(text)];
  const mark = isHeading ? '## ' : '';
  return [escapeStart(text), escapeMarks(text), escapeAll(text)].map((line) => mark + line);
}

/** @returns One writing, or none where the rows do not have the same number of cells. */
function writeTable(text: string): string[] {
  const rows = text.split('\n').map((row) => row.split(CELL_GAP));
  const [head = []] = rows;
  if (head.length < 2 || rows.some(({ length }) => length !== head.length)) return [];
  const [first = '', ...rest] = rows.map((cells) => `| ${cells.map(escapeMarks).join(CELL_GAP)} |`);
  return [[first, `|${' --- |'.repeat(head.length)}`, ...rest].join('\n')];
}

function writeCode(text: string): string {
  const runs = text.match(/`+/gu) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return `${fence}\n${text}\n${fence}`;
}

function readsAs(markdown: string, blocks: readonly Block[]): boolean {
  const read = readMarkdownBlocks(markdown);
  const isSame = (block: Block, i: number): boolean =>
    block.text === read[i]?.text && block.isHeading === read[i].isHeading;
  return read.length === blocks.length && blocks.every(isSame);
}

const BLOCK_GAP = '\n\n';

/** The blocks that an article was built of: no passage begins in a heading. */
export function toBlocks({ text, passages }: ArticleText): Block[] {
  const starts = new Set(passages.map(({ start }) => start));
  let next = 0;
  return text.split(BLOCK_GAP).map((block) => {
    const start = next;
    next += block.length + BLOCK_GAP.length;
    return { text: block, isHeading: !starts.has(start) };
  });
}

/** The passages of an article as they are quoted. */
export function listPassageTexts({ text, passages }: ArticleText): string[] {
  return passages.map(({ start, end }) => text.slice(start, end));
}

const INLINE = /[\\`*_[\]<~]|&(?=#?\w+;)/gu;
const LINE_START = /^(?:[#+=>-]|\d{1,9}(?=[.)]))/u;
/** Each of them may have a backslash before it (CommonMark 0.31.2, section 2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/gu;

/** Takes the meaning off what means something in Markdown nearly everywhere; reads well. */
function escapeMarks(line: string): string {
  return escapeStart(line.replace(INLINE, '\\$&'));
}

/** Takes the meaning off the start of a line: read alone it may be harmless, and below another one not. */
function escapeStart(line: string): string {
  return line.replace(LINE_START, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
}

/** Takes all meaning off a line, that of addresses included, in which a single backslash would count. */
function escapeAll(line: string): string {
  return line.replace(PUNCTUATION, '\\$&');
}
