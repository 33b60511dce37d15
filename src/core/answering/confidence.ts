import type { Corpus } from '../model/corpus.js';
import { type ExpandedQuestion, sumWeight, weighWord } from './expand-question.js';
import { answerTypeScore, type RankedHit } from './rerank.js';

/** Below this the question is refused. */
export const REFUSE_BELOW = 0.3;
/** From here on the answer is given without a reservation. */
export const CERTAIN_FROM = 0.6;

/** What tells of the first passage's answering, each 0 or more. */
export interface Signals {
  /** The score, a unit of the question's weight. */
  readonly scoreNorm: number;
  /** The engine's score in what the rarest word weighs. */
  readonly bm25Norm: number;
  /** Share of the headline's terms that the question names. */
  readonly headline: number;
  /** Share of the question's weight that the best sentence covers which holds the kind of word asked for. */
  readonly answering: number;
  /** How far the second passage is behind, as a share of the first one's score; 0 when there is none. */
  readonly margin: number;
  /** Weight of the rarest name that the passage and its headline do not hold, a unit of the rarest word's. */
  readonly missingName: number;
  /** Share of the question's weight that stands for misspelt words. */
  readonly respelt: number;
}

/** Logistic regression over {@link Signals}; `docs/ranking.md` says how it was fitted. */
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

/** The probability that the first passage answers, in 0..1, to four decimals. */
export function estimateConfidence(signals: Signals): number {
  const { bias, weights } = CONFIDENCE_MODEL;
  const names = Object.keys(weights) as (keyof Signals)[];
  const sum = names.reduce((total, name) => total + weights[name] * signals[name], bias);
  return Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000;
}

/** @param hits - Best first; `null` is returned when there is none. */
export function readSignals(
  corpus: Corpus,
  hits: readonly RankedHit[],
  { words, asksFor, wordsByHash, totalWeight, maxIdf }: ExpandedQuestion,
): Signals | null {
  const [first, second] = hits;
  if (!first || totalWeight === 0 || maxIdf === 0) return null;

  const seen = new Set<number>();
  const read = (hashes: ArrayLike<number>): Set<number> => {
    const here = new Set(Array.from(hashes).flatMap((hash) => wordsByHash.get(hash) ?? []));
    for (const number of here) seen.add(number);
    return here;
  };
  const inHeadline = read(corpus.headlineTermHashesAt(first.article));
  let answering = 0;
  for (const sentence of corpus.sentencesAt(first.passage)) {
    const here = new Set([...inHeadline, ...read(sentence.termHashes)]);
    const holds = asksFor === null ? 1 : answerTypeScore(sentence, asksFor, wordsByHash);
    const covered = [...here].reduce((sum, number) => sum + (words[number]?.weight ?? 0), 0);
    answering = Math.max(answering, (holds * covered) / totalWeight);
  }
  const missing = words.filter(({ isName }, i) => isName && !seen.has(i));
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
