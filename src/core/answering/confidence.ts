/** The confidence that an answer's first passage answers the question. */

import type { Corpus } from '../model/corpus.js';
import { type ExpandedQuestion, sumWeight, weighWord } from './expand-question.js';
import { answerTypeScore, type RankedHit } from './rerank.js';

/** Below this confidence a question is refused. */
export const REFUSE_BELOW = 0.3;
/** From this confidence an answer carries no reservation. */
export const CERTAIN_FROM = 0.6;

/** Signals for and against the first passage answering the question, each 0 or more. */
export interface Signals {
  /** The first passage's score divided by the question's weight. */
  readonly scoreNorm: number;
  /** The first passage's engine score divided by `maxIdf`. */
  readonly bm25Norm: number;
  /** The share of the headline's terms that the question names. */
  readonly headline: number;
  /**
   * The largest share of the question's weight that one sentence covers together with the headline, times how well
   * the sentence holds the kind of word asked for ({@link answerTypeScore}).
   */
  readonly answering: number;
  /** The second passage's distance in score, as a share of the first one's score; 0 without a second. */
  readonly margin: number;
  /** The weight of the rarest name that neither passage nor headline holds, divided by `maxIdf`. */
  readonly missingName: number;
  /** The share of the question's weight in words that were respelt. */
  readonly respelt: number;
}

/** A logistic regression over {@link Signals}; `docs/ranking.md` describes how it was fitted. */
export const CONFIDENCE_MODEL: { readonly bias: number; readonly weights: Signals } = {
  bias: -2.49,
  weights: {
    scoreNorm: 0.11,
    bm25Norm: 0.7,
    headline: 0.64,
    answering: 1.44,
    margin: 0.82,
    missingName: -1.03,
    respelt: -1.09,
  },
};

/** Estimates the probability that the first passage answers, in 0..1, rounded to four decimals. */
export function estimateConfidence(signals: Signals): number {
  const { bias, weights } = CONFIDENCE_MODEL;
  const names = Object.keys(weights) as (keyof Signals)[];
  const sum = names.reduce((total, name) => total + weights[name] * signals[name], bias);
  return Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000;
}

/** @param hits - Best first. @returns `null` without hits, or for a question or an index without terms. */
export function readSignals(
  corpus: Corpus,
  hits: readonly RankedHit[],
  { words, asksFor, wordsByHash, totalWeight, maxIdf }: ExpandedQuestion,
): Signals | null {
  const [first, second] = hits;
  if (!first || totalWeight === 0 || maxIdf === 0) return null;

  const found = new Set<number>();
  const findWords = (hashes: ArrayLike<number>): Set<number> => {
    const here = new Set(Array.from(hashes).flatMap((hash) => wordsByHash.get(hash) ?? []));
    for (const number of here) found.add(number);
    return here;
  };
  const inHeadline = findWords(corpus.headlineTermHashesAt(first.article));
  let answering = 0;
  for (const sentence of corpus.sentencesAt(first.passage)) {
    const here = new Set([...inHeadline, ...findWords(sentence.termHashes)]);
    const holds = asksFor === null ? 1 : answerTypeScore(sentence, asksFor, wordsByHash);
    const covered = [...here].reduce((sum, number) => sum + (words[number]?.weight ?? 0), 0);
    answering = Math.max(answering, (holds * covered) / totalWeight);
  }
  const missing = words.filter(({ isName }, i) => isName && !found.has(i));
  const respelt = words.filter(({ terms }) => terms.some(({ origin }) => origin === 'spelling'));
  return {
    scoreNorm: first.score / totalWeight,
    bm25Norm: first.engineScore / maxIdf,
    headline: first.features.headline,
    answering,
    margin: second ? (first.score - second.score) / first.score : 0,
    missingName: Math.max(0, ...missing.map((word) => weighWord(word, maxIdf))) / maxIdf,
    respelt: sumWeight(respelt, maxIdf) / totalWeight,
  };
}
