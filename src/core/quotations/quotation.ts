/** Splits quotations and articles into tokens for comparison, and defines the results of comparing them. */

import type { Evidence } from '../answering/answer.js';
import type { Article, Passage, Span } from '../model/article.js';
import type { Corpus, CorpusSummary } from '../model/corpus.js';

/** A quotation prepared for comparison with the corpus. */
export interface Quotation {
  readonly text: string;
  /** All but the marks trimmed from its ends, with ellipses as marks; offsets are those of {@link text}. */
  readonly tokens: readonly Token[];
  /**
   * The token runs between its ellipses, each with a word. If one of several has fewer than
   * {@link MIN_PART_WORDS} words, all tokens are the only part, ellipses included.
   */
  readonly parts: readonly (readonly Token[])[];
  /**
   * An article that holds the quotation within one passage contains at least one of these strings byte for byte;
   * `[]` if no string qualifies.
   */
  readonly anchors: readonly string[];
}

/** With fewer words between two ellipses, nearly every article would hold the quotation. */
const MIN_PART_WORDS = 3;
/** A letter whose case the quoter changed: `[T]he`. */
const BRACKETED_LETTER = /(?<![\p{L}\p{N}])\[(\p{L})\](?=\p{L})/gu;

/** @returns `null` if the text has no word. */
export function readQuotation(text: string): Quotation | null {
  const plain = text.replace(BRACKETED_LETTER, '$1');
  const tokens = readTokens(plain);
  const split = splitAtEllipses(tokens).map(trimMarks).filter(hasWord);
  if (split.length === 0) return null;
  const isSplit = split.length === 1 || split.every((part) => countWords(part) >= MIN_PART_WORDS);
  const trimmed = trimMarks(tokens);
  const parts = isSplit ? split : [trimmed];
  return { text: plain, tokens: trimmed, parts, anchors: findAnchors(plain, parts) };
}

/**
 * Returns false only if an article cannot hold the quotation or a near match; a quick check by substrings.
 *
 * @param text - The text of the article.
 * @param share - The least share of the quotation's words that it must contain; 1 for all.
 */
export function mayHold(text: string, { tokens }: Quotation, share: number): boolean {
  // Apostrophes may differ in typography, and the first letter in case.
  const plain = tokens.slice(1).filter(({ text: word, isWord }) => isWord && !word.includes("'"));
  const most = (1 - share) * countWords(tokens);
  let missing = 0;
  for (const { text: word } of plain) {
    if (!text.includes(word)) missing += 1;
    if (missing > most) return false;
  }
  return true;
}

export function countWords(tokens: readonly Token[]): number {
  return tokens.reduce((count, { isWord }) => (isWord ? count + 1 : count), 0);
}

function hasWord(tokens: readonly Token[]): boolean {
  return tokens.some(({ isWord }) => isWord);
}

/** Drops the ellipses and the brackets around them. */
function splitAtEllipses(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  tokens.forEach((token, i) => {
    const isOpening = '[('.includes(token.text) && tokens[i + 1]?.text === ELLIPSIS;
    const isClosing = '])'.includes(token.text) && tokens[i - 1]?.text === ELLIPSIS;
    if (token.text === ELLIPSIS) parts.push([]);
    else if (!isOpening && !isClosing) parts.at(-1)?.push(token);
  });
  return parts;
}

/** Stands for every quotation mark and lone apostrophe in comparisons. */
const QUOTE = "'";

const EDGE_MARKS: ReadonlySet<string> = new Set([QUOTE, '.', ',']);

/** Trims ellipses, and the quotation marks, full stops and commas that belong to the text around a quotation. */
function trimMarks(tokens: readonly Token[]): readonly Token[] {
  const isInner = ({ text }: Token): boolean => !EDGE_MARKS.has(text) && text !== ELLIPSIS;
  return tokens.slice(tokens.findIndex(isInner), tokens.findLastIndex(isInner) + 1);
}

/** A run of at least this many words is searched for by its halves: a passage or line ends in only one of them. */
const HALVED_FROM_WORDS = 8;

const PLAIN_RUN = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu;

/** Returns the longest run of words separated only by single spaces, whole or in two halves. */
function findAnchors(text: string, parts: readonly (readonly Token[])[]): string[] {
  const runs = parts.flatMap((part) => {
    const printed = text.slice(part[0]?.start, part.at(-1)?.end).replace(/\s+/gu, ' ');
    // The first letter may differ in case.
    const [first = ''] = printed;
    return printed.slice(first.length).match(PLAIN_RUN) ?? [];
  });
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), '');
  const words = longest.split(' ');
  if (words.length < HALVED_FROM_WORDS) return longest === '' ? [] : [longest];
  const middle = words.length >> 1;
  return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
}

/** A word or a mark of a text. */
export interface Token extends Span {
  /** Normalised for comparison: straight marks for typographic ones, one mark for a run of dashes or dots. */
  readonly text: string;
  readonly isWord: boolean;
}

const APOSTROPHES = `'‘’‛ʼ\`´`;
const QUOTATION_MARKS = `"“”„‟«»‹›`;
const DASHES = '\\-‐‑‒–—―−';

/** Words include inner apostrophes, and numbers their points and commas. */
const TOKEN = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}]+(?:(?:[${APOSTROPHES}](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|[${DASHES}]+|\.{2,}|\S`,
  'gu',
);
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');
const QUOTATION_MARK = new RegExp(`^[${APOSTROPHES}${QUOTATION_MARKS}]$`, 'u');
const DASH = new RegExp(`^[${DASHES}]`, 'u');

const ELLIPSIS = '…';

/** Splits a text into words and marks, so that white space and typography do not count. */
export function readTokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: printed, index: start }) => {
    const isWord = WORD.test(printed);
    const end = start + printed.length;
    return { text: isWord ? printed.replace(ANY_APOSTROPHE, "'") : foldMark(printed), isWord, start, end };
  });
}

function foldMark(mark: string): string {
  if (QUOTATION_MARK.test(mark)) return QUOTE;
  if (DASH.test(mark)) return '-';
  return mark.startsWith('..') ? ELLIPSIS : mark;
}

/** True if two texts are equal but for the case of their first letter. */
export function differInFirstCase(one: string, other: string): boolean {
  return (
    one.length === other.length && one.slice(1) === other.slice(1) && lowerFirst(one) === lowerFirst(other)
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase();
}

/** A token of an article; its offsets are those in its passage. */
export interface PlacedToken extends Token {
  /** Index of the passage in its article. */
  readonly passage: number;
}

/** An article in tokens, without the headings between its passages. */
export interface TokenizedArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly tokens: readonly PlacedToken[];
}

/** @returns `null` for an article that the corpus does not hold. */
export type ReadTokenized = (articleId: string) => TokenizedArticle | null;

/** Returns a function that splits each article into tokens once and caches the result. */
export function createArticleReader(corpus: Corpus): ReadTokenized {
  const cache = new Map<string, TokenizedArticle | null>();
  return (articleId) => {
    let tokenized = cache.get(articleId);
    if (tokenized === undefined) cache.set(articleId, (tokenized = readArticle(corpus, articleId)));
    return tokenized;
  };
}

function readArticle(corpus: Corpus, articleId: string): TokenizedArticle | null {
  const article = corpus.article(articleId);
  if (!article) return null;
  const passages = corpus.passages(articleId, 1, Infinity);
  const tokens = passages.flatMap(({ text }, passage) =>
    readTokens(text).map((token): PlacedToken => ({ ...token, passage })),
  );
  return { article, passages, tokens };
}

/** A stretch of a passage. */
interface Slice {
  readonly passage: Passage;
  /** In UTF-16 units of the passage's text. */
  readonly span: Span;
}

/**
 * Returns the text from one token to another, one slice per passage.
 *
 * @param end - Exclusive.
 */
export function sliceTokens({ passages, tokens }: TokenizedArticle, start: number, end: number): Slice[] {
  const slices: { passage: Passage; span: { start: number; end: number } }[] = [];
  for (const token of tokens.slice(start, end)) {
    const passage = passages[token.passage];
    const last = slices.at(-1);
    if (last && last.passage === passage) last.span.end = token.end;
    else if (passage) slices.push({ passage, span: { start: token.start, end: token.end } });
  }
  return slices;
}

/** The stretches of an article that match a quotation. */
export interface QuotationSource {
  readonly article: Article;
  /**
   * In reading order, at least one: one part for each stretch between the quotation's ellipses, with one slice for
   * each passage that it covers.
   */
  readonly parts: readonly (readonly Slice[])[];
}

/** A piece of a comparison; the `same` and `corpus` pieces joined are the text of the corpus, unchanged. */
export interface Piece {
  /** In both, in the corpus only, or in the message only, before the `corpus` piece that it stands for, if any. */
  readonly kind: 'same' | 'corpus' | 'message';
  readonly text: string;
}

/** The result of comparing a quotation with the corpus. */
export type CheckedQuotation =
  | {
      readonly kind: 'word-for-word';
      readonly quotation: string;
      /** In the article that was published first; undated articles come last. */
      readonly source: QuotationSource;
      /** The other articles that hold it, in order of publication. */
      readonly alsoIn: readonly Article[];
    }
  | {
      readonly kind: 'nearly';
      readonly quotation: string;
      /** Has exactly one part. */
      readonly source: QuotationSource;
      /** The slices of `input`, joined by line feeds, compared with the quotation. */
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'not-found'; readonly quotation: string };

/** The quotations of a message, checked, and the passages that bear on it. */
export interface FoundSources {
  /** `found` if there is a quotation or a passage to show; `no-text` if the message has no letter or digit. */
  readonly kind: 'found' | 'nothing-found' | 'no-text';
  /** In the order of the message, at most 10; `[]` if it quotes nothing. */
  readonly quotations: readonly CheckedQuotation[];
  /** Passages that bear on the message, other than those of {@link quotations}; best first, at most 5. */
  readonly evidence: readonly Evidence[];
  readonly corpus: CorpusSummary;
}
