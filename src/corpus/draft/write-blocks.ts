import { readMarkdownBlocks } from '../markdown-blocks.js';
import type { Block } from '../reading.js';
import { escapeAll, escapeMarks, escapeStart } from './escape-markdown.js';

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
