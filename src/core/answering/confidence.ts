/** How likely something here answers, and how likely the first passage does. */

import type { Corpus } from '../model/corpus.js';
import { type ExpandedQuestion, sumWeight, weighWord } from './expand-question.js';
import { answerTypeScore, type RankedHit } from './rerank.js';

/** Below this probability that something answers, a question is refused. */
export const REFUSE_BELOW = 0.3;
/** From this probability that the first passage is right, an answer may carry no reservation. */
export const CERTAIN_FROM = 0.6;

/** What speaks for and against an answer; each in 0..1 unless said otherwise. */
export interface Signals {
  /** The share of the question's weight that the first passage, its headline and its dates hold. */
  readonly coverage: number;
  /** The share that the passage's own words hold. */
  readonly own: number;
  /** The largest share that one sentence holds together with the headline. */
  readonly sentence: number;
  /** That share times how well the sentence holds the kind of word asked for ({@link answerTypeScore}). */
  readonly answering: number;
  /** The share of the question's weight in neighbouring words that are neighbours there, too. */
  readonly pairs: number;
  /** The share of the headline's terms that the question names. */
  readonly headline: number;
  /** The share of the weight of the question's names and figures that the passage and its headline lack. */
  readonly missingNames: number;
  /** The weight of the heaviest word that they lack, as a share of the question's heaviest word. */
  readonly missingWord: number;
  /** The share of the question's weight in words that no passage holds. */
  readonly unknown: number;
  /** The share in words that were respelt. */
  readonly respelt: number;
  /** How much rare text they share: 1 - exp(-w) with w the weight held, in units of twice the rarest term's. */
  readonly evidence: number;
  /** The first passage's engine score divided by the question's weight; above 0, seldom above 4. */
  readonly strength: number;
  /** How far the next passage that tells something else is behind, as a share of the first one's score. */
  readonly margin: number;
  /** What that passage covers less of the question than the first one; in -1..1. */
  readonly lead: number;
  /** One divided by the number of the question's words. */
  readonly brevity: number;
}

/** A logistic regression over {@link Signals}. */
export interface ConfidenceModel {
  readonly bias: number;
  readonly weights: Signals;
}

const ZERO: Signals = {
  coverage: 0,
  own: 0,
  sentence: 0,
  answering: 0,
  pairs: 0,
  headline: 0,
  missingNames: 0,
  missingWord: 0,
  unknown: 0,
  respelt: 0,
  evidence: 0,
  strength: 0,
  margin: 0,
  lead: 0,
  brevity: 0,
};

/** Estimates whether something among the passages answers; `docs/ranking.md` describes how it was fitted. */
export const ANSWERABLE_MODEL: ConfidenceModel = {
  bias: -2.49,
  weights: { ...ZERO, answering: 2, strength: 0.7 },
};

/** Estimates whether the first passage is right. */
export const RIGHT_MODEL: ConfidenceModel = {
  bias: -2.49,
  weights: { ...ZERO, answering: 2, strength: 0.7, margin: 0.8 },
};

export const SIGNAL_NAMES = Object.keys(ZERO) as readonly (keyof Signals)[];

/** Estimates a probability, in 0..1, rounded to four decimals. */
export function estimate({ bias, weights }: ConfidenceModel, signals: Signals): number {
  const sum = SIGNAL_NAMES.reduce((total, name) => total + weights[name] * signals[name], bias);
  return Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000;
}

/** @param hits - Best first. @returns `null` without hits, or for a question or an index without terms. */
export function readSignals(
  corpus: Corpus,
  hits: readonly RankedHit[],
  question: ExpandedQuestion,
): Signals | null {
  const [first] = hits;
  const { words, totalWeight, maxIdf } = question;
  if (!first || totalWeight === 0 || maxIdf === 0) return null;

  const held = readHeld(corpus, first, question);
  const rival = hits.slice(1, MAX_RIVALS).find((hit) => !isCopy(corpus, first, hit));
  const weights = words.map((word) => weighWord(word, maxIdf));
  const weightOf = (i: number): number => weights[i] ?? 0;
  const share = (numbers: Iterable<number>): number => {
    let sum = 0;
    for (const number of numbers) sum += weightOf(number);
    return sum / totalWeight;
  };
  const missing = words.flatMap((_, i) => (held.all.has(i) ? [] : i));
  const heaviest = Math.max(...weights);
  const named = words.flatMap(({ isName, asked }, i) => (isName || asked.kind === 'figure' ? i : []));
  const unknown = words.filter(({ weight }) => weight === 0);
  const respelt = words.filter(({ terms }) => terms.some(({ origin }) => origin === 'spelling'));
  const coverage = share(held.all);
  return {
    coverage,
    own: share(held.own),
    sentence: first.features.sentence,
    answering: held.answering,
    pairs: first.features.pairs,
    headline: first.features.headline,
    missingNames: named.length === 0 ? 0 : share(named.filter((i) => !held.all.has(i))) / share(named),
    missingWord: Math.max(0, ...missing.map(weightOf)) / heaviest,
    unknown: sumWeight(unknown, maxIdf) / totalWeight,
    respelt: sumWeight(respelt, maxIdf) / totalWeight,
    evidence: 1 - Math.exp((-coverage * totalWeight) / (EVIDENCE_UNIT * maxIdf)),
    strength: first.engineScore / totalWeight,
    margin: rival ? (first.score - rival.score) / first.score : 1,
    lead: rival ? coverage - share(readHeld(corpus, rival, question).all) : coverage,
    brevity: 1 / words.length,
  };
}

const EVIDENCE_UNIT = 2;
/** The hits among which the next one that tells something else is looked for. */
const MAX_RIVALS = 8;
/** Passages of which the shorter one has at least this share of its terms in the other are one. */
const COPY_FROM = 0.7;

/** What a passage holds of a question, as numbers of its words. */
interface Held {
  readonly all: ReadonlySet<number>;
  /** Without the headline. */
  readonly own: ReadonlySet<number>;
  readonly answering: number;
}

function readHeld(corpus: Corpus, hit: RankedHit, question: ExpandedQuestion): Held {
  const { words, wordsByHash, asksFor, totalWeight, maxIdf } = question;
  const weights = words.map((word) => weighWord(word, maxIdf));
  const find = (hashes: ArrayLike<number>): number[] =>
    Array.from(hashes).flatMap((hash) => wordsByHash.get(hash) ?? []);
  const inHeadline = find(corpus.headlineTermHashesAt(hit.article));
  const own = new Set<number>();
  let answering = 0;
  for (const passage of hit.before === undefined ? [hit.passage] : [hit.before, hit.passage]) {
    for (const sentence of corpus.sentencesAt(passage)) {
      const here = find(sentence.termHashes);
      for (const number of here) own.add(number);
      const holds = asksFor === null ? 1 : answerTypeScore(sentence, asksFor, wordsByHash);
      const covered = new Set([...inHeadline, ...here, ...hit.agreed]);
      const sum = [...covered].reduce((total, i) => total + (weights[i] ?? 0), 0);
      answering = Math.max(answering, (holds * sum) / totalWeight);
    }
  }
  return { all: new Set([...inHeadline, ...own, ...hit.agreed]), own, answering };
}

/** True if two passages tell the same, as far as their terms show. */
function isCopy(corpus: Corpus, one: RankedHit, other: RankedHit): boolean {
  const [a, b] = [one, other].map(
    ({ passage }) => new Set(corpus.sentencesAt(passage).flatMap(({ termHashes }) => Array.from(termHashes))),
  ) as [Set<number>, Set<number>];
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return false;
  let shared = 0;
  for (const hash of small) if (large.has(hash)) shared += 1;
  return shared >= COPY_FROM * small.size && small.size >= COPY_FROM * large.size;
}
