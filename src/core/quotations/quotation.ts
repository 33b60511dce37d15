import type { Evidence } from '../answering/answer.js';
import type { Article, Passage, Span } from '../model/article.js';
import type { Corpus, CorpusSummary } from '../model/corpus.js';

/** A quotation as it is held against the corpus. */
export interface Quotation {
  readonly text: string;
  /** All of it, its ellipses as marks. */
  readonly tokens: readonly Token[];
  /** What stands between its ellipses, each of at least one token and none an ellipsis but in a single part. */
  readonly parts: readonly (readonly Token[])[];
  /** Texts of which an article that holds the quotation in one passage holds at least one, byte for byte. */
  readonly anchors: readonly string[];
}

/** With fewer words between two ellipses, nearly every article would hold the quotation. */
const MIN_PART_WORDS = 3;
/** A run of as many words is looked for by its halves, of which the end of a passage or line breaks only one. */
const HALVED_FROM_WORDS = 8;

/** `[T]he`: a capital of the one who quotes. */
const BRACKETED_LETTER = /(?<![\p{L}\p{N}])\[(\p{L})\](?=\p{L})/gu;

/** What a quotation mark or a lone apostrophe is compared as. */
const QUOTE = "'";

const EDGE_MARKS: ReadonlySet<string> = new Set([QUOTE, '.', ',']);

/** @returns `null` when there is no word in it. */
export function readQuotation(text: string): Quotation | null {
  const plain = text.replace(BRACKETED_LETTER, '$1');
  const tokens = readTokens(plain);
  const split = splitAtEllipses(tokens).map(trimMarks).filter(hasWord);
  if (split.length === 0) return null;
  const isSplit = split.length === 1 || split.every((part) => countWords(part) >= MIN_PART_WORDS);
  const whole = trimMarks(tokens);
  const parts = isSplit ? split : [whole];
  return { text: plain, tokens: whole, parts, anchors: findAnchors(plain, parts) };
}

/**
 * Whether an article may hold a quotation or something near it: a quick look at its text.
 *
 * @param share - Of the quotation's words that stand in it at least; 1 where all must.
 */
export function mayHold(text: string, { tokens }: Quotation, share: number): boolean {
  // Apostrophes differ in typography, and the first letter in case.
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

/** The brackets around an ellipsis go with it. */
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

/** Quotation marks and a full stop or comma at an end belong to the text around. */
function trimMarks(tokens: readonly Token[]): readonly Token[] {
  const isKept = ({ text }: Token): boolean => !EDGE_MARKS.has(text) && text !== ELLIPSIS;
  return tokens.slice(tokens.findIndex(isKept), tokens.findLastIndex(isKept) + 1);
}

const PLAIN_RUN = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu;

/** From the longest run of words with nothing but single spaces between. */
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
  /** As two texts are compared: straight marks for typographic ones, one mark for a run of dashes or dots. */
  readonly text: string;
  readonly isWord: boolean;
}

const APOSTROPHES = `'‘’‛ʼ\`´`;
const QUOTATION_MARKS = `"“”„‟«»‹›`;
const DASHES = '\\-‐‑‒–—―−';

/** Words keep the apostrophes inside them, and numbers their points and commas. */
const TOKEN = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}]+(?:(?:[${APOSTROPHES}](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|[${DASHES}]+|\.{2,}|\S`,
  'gu',
);
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');
const QUOTATION_MARK = new RegExp(`^[${APOSTROPHES}${QUOTATION_MARKS}]$`, 'u');
const DASH = new RegExp(`^[${DASHES}]`, 'u');

const ELLIPSIS = '…';

/** Takes a text apart into words and marks, so that white space and typography do not count. */
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

/** Whether two texts are the same but for the case of their first letter. */
export function differInFirstCase(one: string, other: string): boolean {
  return (
    one.length === other.length && one.slice(1) === other.slice(1) && lowerFirst(one) === lowerFirst(other)
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase();
}

/** A token of an article; its offsets are those of its passage. */
export interface PlacedToken extends Token {
  /** Number of the passage, from 0. */
  readonly passage: number;
}

/** An article taken apart, without the headings between its passages. */
export interface TokenizedArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly tokens: readonly PlacedToken[];
}

/** @returns `null` for an article that the corpus does not hold. */
export type ReadTokenized = (articleId: string) => TokenizedArticle | null;

/** Takes each article apart once; what is read is kept as long as the function. */
export function createArticleReader(corpus: Corpus): ReadTokenized {
  const known = new Map<string, TokenizedArticle | null>();
  return (articleId) => {
    let read = known.get(articleId);
    if (read === undefined) known.set(articleId, (read = readArticle(corpus, articleId)));
    return read;
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

/** The text from one token to another, a slice a passage. @param end - Behind the last token. */
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

/** A piece of a passage. */
interface Slice {
  readonly passage: Passage;
  /** In UTF-16 units of the passage's text. */
  readonly span: Span;
}

/** Where the words of a quotation stand in an article. */
export interface QuotationSource {
  readonly article: Article;
  /**
   * In reading order, at least one: a part for each stretch between the ellipses of the quotation, and in each
   * a slice for every passage that it runs over.
   */
  readonly parts: readonly (readonly Slice[])[];
}

/** A piece of a comparison; those of the corpus, read on end, are its text without a change. */
export interface Piece {
  /** In both, in the corpus alone, or in the message alone in place of what follows. */
  readonly kind: 'same' | 'corpus' | 'message';
  readonly text: string;
}

/** What became of a quotation when it was held against the corpus. */
export type CheckedQuotation =
  | {
      readonly kind: 'word-for-word';
      readonly quotation: string;
      /** In the article that was published first; undated ones come last. */
      readonly source: QuotationSource;
      /** The other articles that hold it, in the order in which they were published. */
      readonly alsoIn: readonly Article[];
    }
  | {
      readonly kind: 'nearly';
      readonly quotation: string;
      /** Of one part. */
      readonly source: QuotationSource;
      /** The slices of {@link article}, joined by line feeds, set beside the quotation. */
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'not-found'; readonly quotation: string };

/** What the corpus holds that bears on somebody's message. */
export interface SourcesFound {
  /** `found` when there is a quotation or a passage to show; `no-text` when the message holds no word at all. */
  readonly kind: 'found' | 'nothing-found' | 'no-text';
  /** In the order of the message, at most 10; `[]` when it quotes nothing. */
  readonly quotations: readonly CheckedQuotation[];
  /** Passages that bear on the message besides those of {@link quotations}, best first, at most 5. */
  readonly evidence: readonly Evidence[];
  readonly corpus: CorpusSummary;
}
