import type { List, ListItem, Nodes, Parents, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { cleanLine, cleanLines } from './clean-text.js';
import type { Block } from './reading.js';

/** A {@link Block} of Markdown. */
export interface MarkdownBlock extends Block {
  /** 0 for what is not a heading. */
  readonly depth: number;
}

/** A character or a line start that can mean something in Markdown. */
const MARKUP = /[\\`*_~<>&[\]|]|^(?:[ \t]*(?:[-+#=:]|\d{1,9}[.)])| {4}| *\t)/mu;
const BLANK_LINES = /\n(?:[ \t]*\n)+/u;

/** Splits Markdown (CommonMark with GFM) into blocks of plain text; `\n` line ends. */
export function readMarkdownBlocks(markdown: string): MarkdownBlock[] {
  const blocks = MARKUP.test(markdown) ? readTree(parse(markdown)) : readPlain(markdown);
  return blocks.filter(({ text }) => text !== '');
}

/** Parsing takes most of the time of loading, and most articles hold no markup at all. */
function readPlain(markdown: string): MarkdownBlock[] {
  return markdown.split(BLANK_LINES).map((text) => paragraph(cleanLine(text)));
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function readTree(node: Parents): MarkdownBlock[] {
  return node.children.flatMap(readBlock);
}

function readBlock(node: RootContent): MarkdownBlock[] {
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return readTree(node);
  if (node.type === 'heading') {
    return [{ text: cleanLine(plainText(node)), isHeading: true, depth: node.depth }];
  }
  if (node.type === 'paragraph') return [paragraph(cleanLine(plainText(node)))];
  const hasLines = node.type === 'list' || node.type === 'table' || node.type === 'code';
  return hasLines ? [paragraph(cleanLines(readLines(node).join('\n')))] : [];
}

function paragraph(text: string): MarkdownBlock {
  return { text, isHeading: false, depth: 0 };
}

/** A line an item of a list, a row of a table or a line of code. */
function readLines(node: RootContent): string[] {
  if (node.type === 'code') return node.value.split('\n');
  if (node.type === 'list') return node.children.flatMap((item, i) => readItem(item, getMark(node, i)));
  if (node.type === 'table') {
    return node.children.map((row) => row.children.map((cell) => cleanLine(plainText(cell))).join(' | '));
  }
  if (node.type === 'blockquote') return node.children.flatMap(readLines);
  return [plainText(node).replaceAll('\n', ' ')];
}

function getMark({ ordered, start }: List, i: number): string {
  return ordered ? `${(start ?? 1) + i}.` : '•';
}

function readItem(item: ListItem, mark: string): string[] {
  const [first, ...rest] = item.children.flatMap(readLines).filter((line) => cleanLine(line) !== '');
  return first === undefined ? [] : [`${mark} ${first}`, ...rest];
}

/** The words of a node; line breaks are spaces, images and raw HTML nothing. */
function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\b/iu.test(node.value) ? ' ' : '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
