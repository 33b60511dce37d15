import type { List, ListItem, Nodes, Parents, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { diagnose, type Problem } from '../../core/model/problem.js';
import { buildArticle } from './build-article.js';
import { readStatedFacts } from './front-matter-facts.js';
import { readFrontMatter } from './front-matter.js';
import { describePageExcess, parsePage, readHtmlPieces } from './html.js';
import { type Block, toReading, type ReadContext, type Reading, reject } from './reading.js';
import { cleanCharacters, cleanLine, cleanLines } from './text.js';
import { joinWrappedLines } from './wrapped-lines.js';

/**
 * Reads Markdown with or without YAML front matter. Such articles are curated, so no text is dropped as page
 * furniture.
 */
export function readMarkdown(markdown: string, context: ReadContext): Reading {
  const front = readFrontMatter(cleanCharacters(markdown));
  const { statedFacts, problems } = readStatedFacts(front, context);
  if (!statedFacts) return { kind: 'rejected', problems };
  const { facts } = statedFacts;
  const { body } = front;
  const excess = describeExcess(body);
  if (excess !== null) return reject(context, excess);

  const blocks = readMarkdownBlocks(body);
  const [first] = blocks;
  const heading = first?.depth === 1 ? first.text : null;
  const title = facts.title ?? heading;
  const content = heading !== null && heading === title ? blocks.slice(1) : blocks;
  const article = buildArticle({ ...facts, title }, content, context);
  const reading = toReading(article, statedFacts, context, diagnose('NO_PARAGRAPH'));
  return { ...reading, problems: [...problems, ...reading.problems] };
}

interface MarkdownBlock extends Block {
  /** The level of a Markdown heading; 0 for other blocks, headings in HTML included. */
  readonly depth: number;
}

/** A character or line start that may be Markdown syntax. */
const MARKUP = /[\\`*_~<>&[\]|]|^(?:[ \t]*(?:[-+#=:]|\d{1,9}[.)])| {4}| *\t)/mu;
const BLANK_LINES = /\n(?:[ \t]*\n)+/u;

/**
 * Splits Markdown (CommonMark with GFM) into blocks of plain text.
 *
 * @param markdown - With `\n` line ends.
 */
export function readMarkdownBlocks(markdown: string): MarkdownBlock[] {
  const blocks = MARKUP.test(markdown) ? readTree(parse(markdown)) : readPlain(markdown);
  return blocks.filter(({ text }) => text !== '');
}

const MARKS = /[*_`~[\]<]/gu;

/** Nested containers cost the parser more than quadratic time, and every line adds some. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){20}/mu;
const MAX_LINES_WITH_MARKUP = 50_000;
/** The parser compares each mark in a paragraph with all the others. */
const MAX_MARKS_IN_PARAGRAPH = 5000;

/** Returns the problem if parsing `markdown` would take too long; otherwise `null`. */
function describeExcess(markdown: string): Problem | null {
  if (!MARKUP.test(markdown)) return null;
  if (TOO_DEEP.test(markdown)) return diagnose('TEXT_TOO_DEEP');
  if (markdown.split(BLANK_LINES).some((text) => (text.match(MARKS)?.length ?? 0) > MAX_MARKS_IN_PARAGRAPH)) {
    return diagnose('PARAGRAPH_TOO_MUCH_MARKUP');
  }
  const isLong = markdown.split('\n').length > MAX_LINES_WITH_MARKUP;
  return isLong
    ? diagnose('TEXT_TOO_MANY_LINES', { most: MAX_LINES_WITH_MARKUP })
    : describePageExcess(markdown);
}

/** Skips parsing, which takes most of the loading time: most articles have no markup. */
function readPlain(markdown: string): MarkdownBlock[] {
  return markdown.split(BLANK_LINES).map((text) => paragraph(cleanParagraph(text)));
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

function readTree(node: Parents): MarkdownBlock[] {
  return node.children.flatMap(readBlock);
}

function readBlock(node: RootContent): MarkdownBlock[] {
  if (node.type === 'blockquote' || node.type === 'footnoteDefinition') return readTree(node);
  if (node.type === 'heading') {
    return [{ text: cleanLine(plainText(node)), isHeading: true, depth: node.depth }];
  }
  if (node.type === 'paragraph') return [paragraph(cleanParagraph(plainText(node)))];
  if (node.type === 'html') return readHtmlBlock(node.value);
  const hasLines = node.type === 'list' || node.type === 'table' || node.type === 'code';
  return hasLines ? [paragraph(cleanLines(readLines(node).join('\n')))] : [];
}

function readHtmlBlock(html: string): MarkdownBlock[] {
  const pieces = readHtmlPieces(parsePage(html).body, true);
  return pieces.map(({ text, kind }) => ({ text, isHeading: kind === 'heading', depth: 0 }));
}

function cleanParagraph(text: string): string {
  const clean = cleanLines(text);
  return clean.includes('\n') ? joinWrappedLines(clean.split('\n')) : clean;
}

function paragraph(text: string): MarkdownBlock {
  return { text, isHeading: false, depth: 0 };
}

/** Returns one line per list item, table row or line of code. */
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

/** Returns the words of a node, with `\n` where the author broke the line; drops images and raw HTML. */
function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\b/iu.test(node.value) ? '\n' : '';
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
