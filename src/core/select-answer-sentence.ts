import type { Span } from './article.js';
import type { Sentence } from './corpus.js';

/** `hash32` of each distinct term of a question to its weight. */
export type TermWeights = ReadonlyMap<number, number>;

/** The summed weight of the distinct terms of `termHashes` that the question holds. */
export function sumSharedWeight(termHashes: Iterable<number>, weights: TermWeights): number {
  let sum = 0;
  for (const hash of new Set(termHashes)) sum += weights.get(hash) ?? 0;
  return sum;
}

/** The sentence that shares most weight with the question; the earlier one on a tie. */
export function selectAnswerSentence(sentences: readonly Sentence[], weights: TermWeights): Span {
  let best: Span = { start: 0, end: 0 };
  let bestWeight = -1;
  for (const { span, termHashes } of sentences) {
    const weight = sumSharedWeight(Array.from(termHashes), weights);
    if (weight > bestWeight) [best, bestWeight] = [span, weight];
  }
  return best;
}
