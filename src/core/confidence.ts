import type { Corpus } from './corpus.js';
import { parseHandle } from './handle.js';
import { sumSharedWeight, sumWeight, type WeighedWord } from './select-answer-sentence.js';

/** Below this the question is refused. */
export const REFUSE_BELOW = 0.35;
/** From here on the answer is given without a reservation. */
export const CERTAIN_FROM = 0.6;

/**
 * How much of the question's weight the best passage covers with its text and headline, in 0..1.
 *
 * @param rarest - What a word counts that the corpus never contains.
 */
export function estimateConfidence(
  corpus: Corpus,
  handle: string,
  words: readonly WeighedWord[],
  rarest: number,
): number {
  const total = sumWeight(words, rarest);
  if (total === 0) return 0;
  const inText = corpus.sentences(handle).flatMap(({ termHashes }) => Array.from(termHashes));
  const inHeadline = Array.from(corpus.headlineTermHashes(parseHandle(handle)?.articleId ?? ''));
  return sumSharedWeight(new Set([...inText, ...inHeadline]), words) / total;
}
