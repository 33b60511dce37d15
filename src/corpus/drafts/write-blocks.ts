/** Converts articles to blocks and passages, and blocks to Markdown. */

import type { ArticleText } from '../../core/model/article.js';
import { readMarkdownBlocks } from '../reading/read-markdown.js';
import type { Block } from '../reading/reading.js';

const GAP = '\n\n';

/**
 * Writes blocks as Markdown, each as plainly as possible while the result reads back as the same blocks.
 *
 * @param blocks - As a reader returns them: clean lines, none empty.
 */
export function writeBlocks(blocks: readonly Block[]): string {
  const plain = blocks.map((block) => {
    const writings = listWritings(block);
    return writings.find((writing) => readsAs(writing, [block])) ?? writings.at(-1) ?? '';
  });
  const markdown = plain.join(GAP);
  if (readsAs(markdown, blocks)) return markdown;
  return blocks.map((block) => listWritings(block).at(-1) ?? '').join(GAP);
}

const BLOCK_GAP = '\n\n';

/** Lists the blocks that an article was built from. Headings are the blocks in which no passage begins. */
export function toBlocks({ text, passages }: ArticleText): Block[] {
  const starts = new Set(passages.map(({ start }) => start));
  let next = 0;
  return text.split(BLOCK_GAP).map((block) => {
    const start = next;
    next += block.length + BLOCK_GAP.length;
    return { text: block, isHeading: !starts.has(start) };
  });
}

/** Lists ways to write a block, plainest first; the last one always reads back. */
function listWritings({ text, isHeading }: Block): string[] {
  if (text.includes('\n')) return [...writeTable(text), text, writeCode(text)];
  const mark = isHeading ? '## ' : '';
  return [escapeStart(text), escapeMarks(text), escapeAll(text)].map((line) => mark + line);
}

const CELL_GAP = ' | ';

/** @returns One way to write the table; `[]` if rows differ in their number of cells or have only one. */
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
  const found = readMarkdownBlocks(markdown);
  const isSame = (block: Block, i: number): boolean =>
    block.text === found[i]?.text && block.isHeading === found[i].isHeading;
  return found.length === blocks.length && blocks.every(isSame);
}

const INLINE = /[\\`*_[\]<~]|&(?=#?\w+;)/gu;

/** Escapes characters that are syntax nearly everywhere in Markdown; the result stays easy to read. */
function escapeMarks(line: string): string {
  return escapeStart(line.replace(INLINE, '\\$&'));
}

const LINE_START = /^(?:[#+=>-]|\d{1,9}(?=[.)]))/u;

/** Escapes the start of a line, which may be harmless on its own but not below another line. */
function escapeStart(line: string): string {
  return line.replace(LINE_START, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
}

/** The characters that a backslash may escape (CommonMark 0.31.2, section 2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/gu;

/** Escapes all punctuation, addresses included: in an address, a lone backslash would be part of it. */
function escapeAll(line: string): string {
  return line.replace(PUNCTUATION, '\\$&');
}
