import { differInFirstCase, type Token } from './read-tokens.js';

/** A token of a quotation beside one of a text; `null` where one of them has none. */
export interface Pair {
  /** Index in the quotation. */
  readonly quoted: number | null;
  /** Index in the text. */
  readonly found: number | null;
  readonly isSame: boolean;
}

/** What it costs to leave out or replace a word of the quotation. */
const WORD_COST = 5;
/** What a word costs that only the text has: less, so that one agrees rather than being replaced by its neighbour. */
const FOUND_WORD_COST = 4;
const MARK_COST = 1;

const REPLACED = 1;
const ONLY_QUOTED = 2;
const ONLY_FOUND = 3;

/**
 * Lays a quotation along the stretch of a text that differs least from it, by Sellers' edit distance (The
 * theory and computation of evolutionary distances, Journal of Algorithms 1(4), 1980) over tokens.
 *
 * @returns In reading order; every token of the quotation stands in one pair. On a tie, words replace each other
 *   rather than being left out, and the earlier stretch is taken.
 */
export function alignTokens(quoted: readonly Token[], text: readonly Token[]): Pair[] {
  const width = text.length + 1;
  const steps = new Uint8Array((quoted.length + 1) * width);
  let costs = new Int32Array(width);
  for (const [i, token] of quoted.entries()) {
    const next = new Int32Array(width);
    const own = costOf(token);
    next[0] = (costs[0] ?? 0) + own;
    steps[(i + 1) * width] = ONLY_QUOTED;
    for (let j = 1; j < width; j += 1) {
      const other = text[j - 1] ?? token;
      const replaced = (costs[j - 1] ?? 0) + costOfReplacing(token, other, i === 0);
      const onlyQuoted = (costs[j] ?? 0) + own;
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

/** A mark never stands for a word: that costs more than leaving out the one and adding the other. */
function costOfReplacing(token: Token, other: Token, isFirst: boolean): number {
  if (isSame(token, other, isFirst)) return 0;
  return token.isWord === other.isWord ? costOf(token) : WORD_COST + FOUND_WORD_COST;
}

function isSame({ text }: Token, other: Token, isFirst: boolean): boolean {
  return text === other.text || (isFirst && differInFirstCase(text, other.text));
}

/** Where the least costly stretch ends: the earliest, further on where its last words are replaced ones. */
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
