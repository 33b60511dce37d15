/** Builds an article from blocks of text and splits its paragraphs into passages. */

import type { SplitSentences } from '../../core/model/analyzer.js';
import type { ArticleText, Span } from '../../core/model/article.js';
import { type ArticleFacts, type Block, MAX_TITLE_CHARS, type ReadContext } from './reading.js';
import { shortenLine } from './text.js';

const BLOCK_GAP = '\n\n';

/** @returns `null` if `blocks` has nothing but headings. */
export function buildArticle(
  facts: ArticleFacts,
  blocks: readonly Block[],
  { id, splitSentences, statedFacts, defaults = {} }: ReadContext,
): ArticleText | null {
  const text = blocks.map((block) => block.text).join(BLOCK_GAP);
  const paragraphs = locateParagraphs(blocks);
  const [first] = paragraphs;
  if (!first) return null;
  const about = mergeFacts(statedFacts ? mergeFacts(statedFacts.facts, facts) : facts, defaults);
  const article = {
    id,
    ...about,
    title:
      about.title === null
        ? findOpeningWords(text, first, splitSentences)
        : shortenLine(about.title, MAX_TITLE_CHARS),
    hasHeadline: about.title !== null,
  };
  return { article, text, passages: paragraphs.flatMap((span) => splitPassage(text, span, splitSentences)) };
}

function locateParagraphs(blocks: readonly Block[]): Span[] {
  let next = 0;
  return blocks.flatMap(({ text, isHeading }) => {
    const start = next;
    next += text.length + BLOCK_GAP.length;
    return isHeading ? [] : [{ start, end: start + text.length }];
  });
}

function mergeFacts(facts: ArticleFacts, defaults: Partial<ArticleFacts>): ArticleFacts {
  return {
    title: facts.title ?? defaults.title ?? null,
    outlet: facts.outlet ?? defaults.outlet ?? null,
    author: facts.author ?? defaults.author ?? null,
    published: facts.published ?? defaults.published ?? null,
    url: facts.url ?? defaults.url ?? null,
    language: facts.language ?? defaults.language ?? null,
    tags: facts.tags.length > 0 ? facts.tags : (defaults.tags ?? []),
    caution: facts.caution ?? defaults.caution ?? null,
  };
}

const OPENING_CHARS = 80;
const OPENING_WORDS = 10;
const LIST_MARK = /^(?:• |\d+\. )/u;

/** Returns the first sentence of the first line, cut after 10 words or 80 UTF-16 units. */
function findOpeningWords(text: string, { start, end }: Span, splitSentences: SplitSentences): string {
  const [line = ''] = text.slice(start, Math.min(end, start + 4 * OPENING_CHARS)).split('\n');
  const opening = line.replace(LIST_MARK, '');
  const [sentence] = splitSentences(opening);
  const words = opening.slice(sentence?.start ?? 0, sentence?.end).split(' ');
  const firstWords = words.slice(0, OPENING_WORDS).join(' ');
  if (words.length <= OPENING_WORDS) return shortenLine(firstWords, OPENING_CHARS);
  return shortenLine(`${firstWords.replace(/[,;:–—-]+$/u, '')}…`, OPENING_CHARS);
}

export const MAX_PASSAGE_WORDS = 120;
export const MAX_PASSAGE_CHARS = 1000;

const WORDS = /\S+/gu;
/** Long words are cut out first: a picture pasted as text is one word, and finding sentences takes quadratic time. */
const LINE_ENDS_AND_LONG_WORDS = new RegExp(String.raw`\n|\S{${MAX_PASSAGE_CHARS + 1},}`, 'gu');

/**
 * Splits a block of `text` into passages of lengths as equal as possible. Cuts at line and sentence ends, cuts a
 * sentence over the limits between words, and a word over the limits between characters.
 *
 * @param block - Trimmed and not empty, as each result is.
 */
export function splitPassage(text: string, block: Span, splitSentences: SplitSentences): Span[] {
  if (fits(text, block)) return [block];
  const sentences = findSentences(text, block, splitSentences).flatMap((sentence) =>
    fits(text, sentence) ? [sentence] : splitSentence(text, sentence),
  );
  return pack(text, sentences);
}

function fits(text: string, { start, end }: Span): boolean {
  const chars = end - start;
  if (chars > MAX_PASSAGE_CHARS) return false;
  return chars < 2 * MAX_PASSAGE_WORDS || countWords(text.slice(start, end)) <= MAX_PASSAGE_WORDS;
}

function countWords(text: string): number {
  return text.match(WORDS)?.length ?? 0;
}

function pack(text: string, units: readonly Span[]): Span[] {
  const sized = units.map(({ start, end }) => ({ start, end, words: countWords(text.slice(start, end)) }));
  return packEvenly(sized, { words: MAX_PASSAGE_WORDS, chars: MAX_PASSAGE_CHARS });
}

/** Uses only the starts that the splitter finds, so that no text between its sentences is lost. */
function findSentences(text: string, block: Span, splitSentences: SplitSentences): Span[] {
  const cuts = findAll(LINE_ENDS_AND_LONG_WORDS, text, block).flatMap(({ start, end }) => [start, end]);
  return splitAt(text, block, cuts).flatMap((line) => {
    if (isLongWord(text, line)) return [line];
    const sentences = splitSentences(text.slice(line.start, line.end));
    return splitAt(
      text,
      line,
      sentences.map(({ start }) => line.start + start),
    );
  });
}

function isLongWord(text: string, { start, end }: Span): boolean {
  return end - start > MAX_PASSAGE_CHARS && !/\s/u.test(text.slice(start, end));
}

function splitSentence(text: string, sentence: Span): Span[] {
  const words = findAll(WORDS, text, sentence).flatMap((word) => splitWord(text, word));
  return pack(text, words);
}

function splitWord(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > MAX_PASSAGE_CHARS) {
    const cut = findCharacterStart(text, from, from + MAX_PASSAGE_CHARS);
    parts.push({ start: from, end: cut });
    from = cut;
  }
  return [...parts, { start: from, end }];
}

const CLUSTER_CHARS = 64;

/**
 * Returns the start of the grapheme cluster at `at` if it is at most {@link CLUSTER_CHARS} away; otherwise `at`,
 * moved out of a surrogate pair.
 */
function findCharacterStart(text: string, from: number, at: number): number {
  const near = Math.max(from, at - CLUSTER_CHARS);
  const around = text.slice(near, at + CLUSTER_CHARS);
  const cluster = new Intl.Segmenter().segment(around).containing(at - near);
  if (cluster && cluster.index > 0) return near + cluster.index;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at - 1 : at;
}

function findAll(pattern: RegExp, text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** Cuts `span` at the `cuts` inside it that increase; the parts are trimmed, and none is empty. */
function splitAt(text: string, span: Span, cuts: readonly number[]): Span[] {
  const parts: Span[] = [];
  let from = span.start;
  for (const cut of [...cuts, span.end]) {
    if (cut <= from || cut > span.end) continue;
    const part = trimSpan(text, { start: from, end: cut });
    if (part.end > part.start) parts.push(part);
    from = cut;
  }
  return parts;
}

function trimSpan(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: from + part.trim().length };
}

/** A part of a text that is not split further. */
interface Unit extends Span {
  readonly words: number;
}

interface PackLimits {
  readonly words: number;
  readonly chars: number;
}

/** The best packings; entry i of each array describes that of the first i units. */
interface Packings {
  readonly pieces: Float64Array;
  /** Sum of the squared lengths: among packings of equally many pieces, the smallest sum is the most even. */
  readonly squares: Float64Array;
  /** The index of the first unit in the last piece. */
  readonly starts: Uint32Array;
}

/**
 * Joins neighbouring units into as few pieces as the limits allow, with lengths as equal as possible.
 *
 * @param units - In order; each fits the limits.
 */
function packEvenly(units: readonly Unit[], limits: PackLimits): Span[] {
  const count = units.length + 1;
  const best: Packings = {
    pieces: new Float64Array(count),
    squares: new Float64Array(count),
    starts: new Uint32Array(count),
  };
  for (let to = 1; to < count; to += 1) packUpTo(to, units, best, limits);

  const packed: Span[] = [];
  for (let to = units.length; to > 0; to = best.starts[to] ?? 0) {
    packed.push({ start: units[best.starts[to] ?? 0]?.start ?? 0, end: units[to - 1]?.end ?? 0 });
  }
  return packed.reverse();
}

function packUpTo(to: number, units: readonly Unit[], best: Packings, limits: PackLimits): void {
  const end = units[to - 1]?.end ?? 0;
  let words = 0;
  best.pieces[to] = Infinity;
  for (let from = to - 1; from >= 0; from -= 1) {
    const unit = units[from];
    words += unit?.words ?? 0;
    const chars = end - (unit?.start ?? 0);
    if (from < to - 1 && (words > limits.words || chars > limits.chars)) break;
    const pieces = (best.pieces[from] ?? 0) + 1;
    const squares = (best.squares[from] ?? 0) + chars * chars;
    if (
      pieces < (best.pieces[to] ?? 0) ||
      (pieces === best.pieces[to] && squares < (best.squares[to] ?? 0))
    ) {
      best.pieces[to] = pieces;
      best.squares[to] = squares;
      best.starts[to] = from;
    }
  }
}
