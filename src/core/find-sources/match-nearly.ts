import { alignTokens, type Pair } from './align-tokens.js';
import { sliceTokens, type TokenizedArticle } from './read-articles.js';
import { countWords, type Quotation } from './read-quotation.js';
import type { Token } from './read-tokens.js';
import type { Piece, QuotationSource } from './sources-found.js';
import { writePieces } from './write-pieces.js';

/** Share of the words that must agree in order, of those quoted and of those in their place in the corpus. */
export const MIN_AGREEING = 0.75;

/** A stretch of an article that is much like a quotation. */
export interface NearMatch {
  readonly source: QuotationSource;
  readonly pieces: readonly Piece[];
  /** Share of the words that agree, in {@link MIN_AGREEING}..1. */
  readonly agreeing: number;
  /** How many words and marks do not. */
  readonly differing: number;
}

/**
 * Finds the stretch around a passage that a quotation differs least from; it may begin in the passages before
 * and end in those after.
 *
 * @param passage - Number of the passage in its article, from 1.
 * @returns `null` when less than three quarters of the words agree in order.
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

/** The tokens of a passage and as many around it as a quotation could reach. */
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

/** How many words of a quotation stand anywhere in a text: at least as many as can agree in order. */
function countHeld(quoted: readonly Token[], tokens: readonly Token[]): number {
  const held = new Set(tokens.map(({ text }) => text));
  // The first one may agree but for its case.
  return quoted.filter(({ text, isWord }, i) => isWord && (i === 0 || held.has(text))).length;
}

function shareAgreeing(pairs: readonly Pair[], quoted: readonly Token[], tokens: readonly Token[]): number {
  const found = pairs.flatMap((pair) => (pair.found === null ? [] : (tokens[pair.found] ?? [])));
  const agreeing = pairs.filter(
    ({ isSame, quoted: i }) => isSame && i !== null && (quoted[i]?.isWord ?? false),
  ).length;
  return agreeing / Math.max(1, countWords(quoted), countWords(found));
}
