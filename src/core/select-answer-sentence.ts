import type { Span } from './article.js';
import type { Sentence } from './corpus.js';

/** A word of a question as the index knows it. */
export interface WeighedWord {
  /** `hash32` of each term that stands for the word. */
  readonly hashes: readonly number[];
  /** The largest weight among those terms; 0 when the index holds none of them. */
  readonly weight: number;
}

/** The summed weight of all words; one that the index does not hold counts as much as `rarest`. */
export function sumWeight(words: readonly WeighedWord[], rarest: number): number {
  return words.reduce((sum, { weight }) => sum + (weight || rarest), 0);
}

/** The summed weight of the words that stand among the terms. */
export function sumSharedWeight(termHashes: ReadonlySet<number>, words: readonly WeighedWord[]): number {
  return words.reduce(
    (sum, { hashes, weight }) => (hashes.some((hash) => termHashes.has(hash)) ? sum + weight : sum),
    0,
  );
}

/** The sentence that shares most weight with the question; the earlier one on a tie. */
export function selectAnswerSentence(sentences: readonly Sentence[], words: readonly WeighedWord[]): Span {
  let best: Span = { start: 0, end: 0 };
  let bestWeight = -1;
  for (const { span, termHashes } of sentences) {
    const weight = sumSharedWeight(new Set(Array.from(termHashes)), words);
    if (weight > bestWeight) [best, bestWeight] = [span, weight];
  }
  return best;
}
