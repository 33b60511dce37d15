import type { SplitSentences } from '../core/analysis.js';
import type { Span } from '../core/article.js';
import { packEvenly } from './pack-evenly.js';

export const MAX_PASSAGE_WORDS = 120;
export const MAX_PASSAGE_CHARS = 1000;

const WORDS = /\S+/gu;
/** A picture pasted as text is one word; finding sentences takes the square of its length. */
const LINE_ENDS_AND_LONG_WORDS = new RegExp(String.raw`\n|\S{${MAX_PASSAGE_CHARS + 1},}`, 'gu');
const CLUSTER_CHARS = 64;

/**
 * Splits a piece of `text` into passages as equal as can be: at line and sentence ends, a
 * sentence over the limits between words, a word over them between characters.
 *
 * @param block - Trimmed and not empty, as is each result.
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

/** Only the starts that the splitter finds are used, so that nothing between its sentences is lost. */
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

/** The start of the character (grapheme cluster) that `at` stands in, where that is near; never inside a pair. */
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

/** Cuts `span` at those of `cuts` that stand inside it and rise; the parts are trimmed, none is empty. */
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
