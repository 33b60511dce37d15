/** Matches quotations with articles: word for word, or nearly by aligning their tokens. */

import {
  countWords,
  differInFirstCase,
  type Piece,
  type PlacedToken,
  type Quotation,
  type QuotationSource,
  sliceTokens,
  type Token,
  type TokenizedArticle,
} from './quotation.js';

/**
 * Finds the parts of a quotation in an article in order, each at its first occurrence after the part before. The
 * case of the first letter of each part is ignored.
 *
 * @returns `null` if a part is missing.
 */
export function matchWordForWord({ parts }: Quotation, source: TokenizedArticle): QuotationSource | null {
  const found = [];
  let from = 0;
  for (const part of parts) {
    const at = findRun(source.tokens, part, from);
    if (at < 0) return null;
    from = at + part.length;
    found.push(sliceTokens(source, at, from));
  }
  return { article: source.article, parts: found };
}

function findRun(tokens: readonly Token[], run: readonly Token[], from: number): number {
  for (let at = from; at <= tokens.length - run.length; at += 1) {
    if (standsAt(tokens, run, at)) return at;
  }
  return -1;
}

function standsAt(tokens: readonly Token[], run: readonly Token[], at: number): boolean {
  for (let i = 0; i < run.length; i += 1) {
    const [quoted, found] = [run[i]?.text ?? '', tokens[at + i]?.text ?? ''];
    if (quoted !== found && !(i === 0 && differInFirstCase(quoted, found))) return false;
  }
  return true;
}

/** The least share of the words, both of the quotation and of the stretch it matches, that must agree in order. */
export const MIN_AGREEING = 0.75;

/** A stretch of an article that nearly matches a quotation. */
export interface NearMatch {
  readonly source: QuotationSource;
  readonly pieces: readonly Piece[];
  /** Share of the words that agree in order, in {@link MIN_AGREEING}..1. */
  readonly agreeing: number;
  /** Number of words and marks that do not. */
  readonly differing: number;
}

/**
 * Finds the stretch around a passage that differs least from a quotation; it may begin in an earlier passage and
 * end in a later one.
 *
 * @param passage - Number of the passage in its article, from 1.
 * @returns `null` if fewer than three quarters of the words agree in order.
 */
export function matchNearly(
  { text, tokens: quoted }: Quotation,
  source: TokenizedArticle,
  passage: number,
): NearMatch | null {
  const { tokens, start } = takeAround(source, passage, quoted.length);
  const words = countWords(quoted);
  if (countHeld(quoted, tokens) < MIN_AGREEING * words) return null;

  const pairs = alignTokens(quoted, tokens);
  const agreeing = shareAgreeing(pairs, quoted, tokens);
  const placed = pairs.flatMap(({ found }) => found ?? []);
  const [first, last] = [placed[0], placed.at(-1)];
  if (agreeing < MIN_AGREEING || first === undefined || last === undefined) return null;
  const slices = sliceTokens(source, start + first, start + last + 1);
  return {
    source: { article: source.article, parts: [slices] },
    pieces: writePieces({ text, tokens: quoted }, { source, tokens }, pairs),
    agreeing,
    differing: pairs.filter(({ isSame }) => !isSame).length,
  };
}

/** Returns the tokens of a passage with up to `reach` more on either side, and the index of the first. */
function takeAround(
  { tokens }: TokenizedArticle,
  passage: number,
  reach: number,
): { readonly tokens: TokenizedArticle['tokens']; readonly start: number } {
  const first = tokens.findIndex((token) => token.passage === passage - 1);
  const last = tokens.findLastIndex((token) => token.passage === passage - 1);
  const start = Math.max(0, first - reach);
  return { tokens: first < 0 ? [] : tokens.slice(start, last + reach + 1), start };
}

/** Counts the words of a quotation that occur anywhere in a text: at least as many as can agree in order. */
function countHeld(quoted: readonly Token[], tokens: readonly Token[]): number {
  const held = new Set(tokens.map(({ text }) => text));
  // The first word may agree despite another case of its first letter, so it always counts.
  return quoted.filter(({ text, isWord }, i) => isWord && (i === 0 || held.has(text))).length;
}

function shareAgreeing(pairs: readonly Pair[], quoted: readonly Token[], tokens: readonly Token[]): number {
  const found = pairs.flatMap((pair) => (pair.found === null ? [] : (tokens[pair.found] ?? [])));
  const agreeing = pairs.filter(
    ({ isSame, quoted: i }) => isSame && i !== null && (quoted[i]?.isWord ?? false),
  ).length;
  return agreeing / Math.max(1, countWords(quoted), countWords(found));
}

/** A token of a quotation aligned with one of a text; `null` on the side that has no counterpart. */
interface Pair {
  /** Index in the quotation. */
  readonly quoted: number | null;
  /** Index in the text. */
  readonly found: number | null;
  readonly isSame: boolean;
}

/** The cost of omitting or replacing a word of the quotation. */
const WORD_COST = 5;
/** The cost of a word that only the text has: less, so that a word is matched, not replaced by a neighbour. */
const FOUND_WORD_COST = 4;
const MARK_COST = 1;

const REPLACED = 1;
const ONLY_QUOTED = 2;
const ONLY_FOUND = 3;

/**
 * Aligns a quotation with the stretch of a text that differs least from it, by Sellers' edit distance (The theory
 * and computation of evolutionary distances, Journal of Algorithms 1(4), 1980) over tokens.
 *
 * @returns In reading order; every token of the quotation is in one pair. On a tie, words are replaced rather than
 *   omitted, and the earlier stretch is taken.
 */
export function alignTokens(quoted: readonly Token[], text: readonly Token[]): Pair[] {
  const width = text.length + 1;
  const steps = new Uint8Array((quoted.length + 1) * width);
  let costs = new Int32Array(width);
  for (const [i, token] of quoted.entries()) {
    const next = new Int32Array(width);
    const omission = costOf(token);
    next[0] = (costs[0] ?? 0) + omission;
    steps[(i + 1) * width] = ONLY_QUOTED;
    for (let j = 1; j < width; j += 1) {
      const other = text[j - 1] ?? token;
      const replaced = (costs[j - 1] ?? 0) + costOfReplacing(token, other, i === 0);
      const onlyQuoted = (costs[j] ?? 0) + omission;
      const onlyFound = (next[j - 1] ?? 0) + (other.isWord ? FOUND_WORD_COST : MARK_COST);
      const least = Math.min(replaced, onlyQuoted, onlyFound);
      next[j] = least;
      steps[(i + 1) * width + j] =
        least === replaced ? REPLACED : least === onlyQuoted ? ONLY_QUOTED : ONLY_FOUND;
    }
    costs = next;
  }
  return traceBack(quoted, text, steps, chooseEnd(costs, steps, quoted.length * width));
}

function costOf({ isWord }: Token): number {
  return isWord ? WORD_COST : MARK_COST;
}

/** A mark never replaces a word: that costs more than omitting the one and inserting the other. */
function costOfReplacing(token: Token, other: Token, isFirst: boolean): number {
  if (isSame(token, other, isFirst)) return 0;
  return token.isWord === other.isWord ? costOf(token) : WORD_COST + FOUND_WORD_COST;
}

function isSame({ text }: Token, other: Token, isFirst: boolean): boolean {
  return text === other.text || (isFirst && differInFirstCase(text, other.text));
}

/** Returns the earliest end of the cheapest stretch, or a later one at the same cost that still pairs a token. */
function chooseEnd(costs: Int32Array, steps: Uint8Array, lastRow: number): number {
  let end = costs.indexOf(Math.min(...costs));
  while (costs[end + 1] === costs[end] && steps[lastRow + end + 1] === REPLACED) end += 1;
  return end;
}

function traceBack(quoted: readonly Token[], text: readonly Token[], steps: Uint8Array, end: number): Pair[] {
  const width = text.length + 1;
  const pairs: Pair[] = [];
  let [i, j] = [quoted.length, end];
  while (i > 0) {
    const step = steps[i * width + j];
    if (step !== ONLY_FOUND) i -= 1;
    if (step !== ONLY_QUOTED) j -= 1;
    const [token, other] = [quoted[i], text[j]];
    pairs.push({
      quoted: step === ONLY_FOUND ? null : i,
      found: step === ONLY_QUOTED ? null : j,
      isSame:
        step === REPLACED && token !== undefined && other !== undefined && isSame(token, other, i === 0),
    });
  }
  return pairs.reverse();
}

/** The text of a quotation and its compared tokens. */
interface Quoted {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** An article and its compared tokens. */
interface Found {
  readonly source: TokenizedArticle;
  readonly tokens: readonly PlacedToken[];
}

/**
 * Writes a quotation and the corpus as one sequence of pieces. The space between two words is that of the corpus;
 * between two passages it is a line feed.
 */
function writePieces(quoted: Quoted, found: Found, pairs: readonly Pair[]): Piece[] {
  const writer = new PieceWriter(found);
  for (let i = 0; i < pairs.length;) {
    const end = endOfRun(pairs, i);
    const run = pairs.slice(i, end);
    const isSame = run[0]?.isSame ?? false;
    const foundHere = run.flatMap((pair) => (pair.found === null ? [] : (found.tokens[pair.found] ?? [])));
    const quotedHere = run.flatMap((pair) =>
      pair.quoted === null ? [] : (quoted.tokens[pair.quoted] ?? []),
    );
    if (foundHere.length > 0) writer.writeGap(foundHere);
    if (!isSame && quotedHere.length > 0) {
      writer.write('message', quoted.text.slice(quotedHere[0]?.start, quotedHere.at(-1)?.end));
    }
    if (foundHere.length > 0) writer.writeFound(isSame ? 'same' : 'corpus', foundHere);
    i = end;
  }
  return writer.pieces;
}

/** Returns the end of the run of pairs from `start` that are all the same or all different. */
function endOfRun(pairs: readonly Pair[], start: number): number {
  const end = pairs.findIndex(({ isSame }, i) => i > start && isSame !== pairs[start]?.isSame);
  return end < 0 ? pairs.length : end;
}

class PieceWriter {
  readonly pieces: Piece[] = [];
  readonly #source: TokenizedArticle;
  #last: PlacedToken | null = null;

  constructor({ source }: Found) {
    this.#source = source;
  }

  write(kind: Piece['kind'], text: string): void {
    if (text !== '') this.pieces.push({ kind, text });
  }

  /** Writes the space between the corpus text written last and these tokens. */
  writeGap([first]: readonly PlacedToken[]): void {
    if (first && this.#last) this.write('same', this.#between(this.#last, first));
  }

  writeFound(kind: Piece['kind'], tokens: readonly PlacedToken[]): void {
    let text = '';
    let before: PlacedToken | null = null;
    for (const token of tokens) {
      text += before ? this.#between(before, token) : '';
      text += this.#source.passages[token.passage]?.text.slice(token.start, token.end) ?? '';
      before = token;
    }
    this.write(kind, text);
    this.#last = before;
  }

  #between(one: PlacedToken, other: PlacedToken): string {
    if (one.passage !== other.passage) return '\n';
    return this.#source.passages[one.passage]?.text.slice(one.end, other.start) ?? '';
  }
}
