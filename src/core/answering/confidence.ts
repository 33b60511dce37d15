/** How likely something here answers, and how likely the first passage does. */

import type { Corpus } from '../model/corpus.js';
import { type ExpandedQuestion, findWords, sumWeight, weighWord } from './expand-question.js';
import { answerTypeScore, type RankedHit } from './features.js';

/** A question is refused below either of these probabilities. */
export const REFUSE_BELOW = { answerable: 0.3, right: 0.12 };
/** From this probability that the first passage is right, an answer may carry no reservation. */
export const CERTAIN_FROM = 0.65;

/** What speaks for and against an answer, each in 0..1 unless said otherwise. */
export interface Signals {
  /** How much rare text passage and question share: 1 - exp(-w), w being the weight held in units of twice `maxIdf`. */
  readonly evidence: number;
  /**
   * The largest share of the question's weight that one sentence holds together with the headline, times how well the
   * sentence holds the kind of word asked for ({@link answerTypeScore}).
   */
  readonly answering: number;
  /** The share of the headline's terms that the question names. */
  readonly headline: number;
  /** The share of the weight of the question's names and figures that passage and headline lack. */
  readonly missingNames: number;
  /** The share of the question's weight in words that no passage holds and no fact of the first one's article. */
  readonly unknown: number;
  /** The share in words that were respelt. */
  readonly respelt: number;
  /** The first passage's engine score divided by the question's weight; above 0, seldom above 4. */
  readonly strength: number;
  /** How far the next passage that tells something else is behind, as a share of the first one's score; 1 without one. */
  readonly margin: number;
}

/** A logistic regression over {@link Signals}; `docs/ranking.md` describes how both were fitted. */
export interface ConfidenceModel {
  readonly bias: number;
  readonly weights: Signals;
}

/** Estimates whether something among the passages answers. */
export const ANSWERABLE_MODEL: ConfidenceModel = {
  bias: -2.37,
  weights: {
    evidence: 3.96,
    answering: 0.97,
    headline: 1.55,
    missingNames: -0.3,
    unknown: -2.49,
    respelt: -0.93,
    strength: 0.4,
    margin: 0.74,
  },
};

/** Estimates whether the first passage is right. */
export const RIGHT_MODEL: ConfidenceModel = {
  bias: -3.6,
  weights: {
    evidence: 4.12,
    answering: 1.14,
    headline: 1,
    missingNames: -0.59,
    unknown: -2.98,
    respelt: -0.25,
    strength: 0.18,
    margin: 3.09,
  },
};

/** True if a question is better refused than answered. @param confidence - That the first passage is right. */
export function isRefused({ answerable, confidence }: { answerable: number; confidence: number }): boolean {
  return answerable < REFUSE_BELOW.answerable || confidence < REFUSE_BELOW.right;
}

export const SIGNAL_NAMES = Object.keys(RIGHT_MODEL.weights) as readonly (keyof Signals)[];

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
  const sum = (numbers: Iterable<number>): number => {
    let total = 0;
    for (const number of numbers) total += weights[number] ?? 0;
    return total;
  };
  const named = words.flatMap(({ isName, asked }, i) => (isName || asked.kind === 'figure' ? i : []));
  const respelt = words.filter(({ terms }) => terms.some(({ origin }) => origin === 'spelling'));
  return {
    evidence: 1 - Math.exp(-sum(held.words) / (EVIDENCE_UNIT * maxIdf)),
    answering: held.answering,
    headline: first.features.headline,
    missingNames: named.length === 0 ? 0 : sum(named.filter((i) => !held.words.has(i))) / sum(named),
    unknown:
      sumWeight(
        words.filter(({ weight }, i) => weight === 0 && !held.words.has(i)),
        maxIdf,
      ) / totalWeight,
    respelt: sumWeight(respelt, maxIdf) / totalWeight,
    strength: first.engineScore / totalWeight,
    margin: rival ? (first.score - rival.score) / first.score : 1,
  };
}

const EVIDENCE_UNIT = 2;
/** The hits among which the next one that tells something else is looked for. */
const MAX_RIVALS = 8;
/** Passages of which the shorter one has at least this share of its terms in the other are one. */
const COPY_FROM = 0.7;

interface Held {
  /** The numbers of the question's words that passage, headline and the facts of the article hold. */
  readonly words: ReadonlySet<number>;
  readonly answering: number;
}

function readHeld(corpus: Corpus, hit: RankedHit, question: ExpandedQuestion): Held {
  const { words, wordsByHash, asksFor, totalWeight, maxIdf } = question;
  const beyondText = [...findWords(question, corpus.headlineTermHashesAt(hit.article)), ...hit.agreed];
  const held = new Set(beyondText);
  let answering = 0;
  for (const passage of hit.before === undefined ? [hit.passage] : [hit.before, hit.passage]) {
    for (const sentence of corpus.sentencesAt(passage)) {
      const here = new Set([...beyondText, ...findWords(question, sentence.termHashes)]);
      for (const number of here) held.add(number);
      const holds = asksFor === null ? 1 : answerTypeScore(sentence, asksFor, wordsByHash);
      const covered = words.filter((_, i) => here.has(i));
      answering = Math.max(answering, (holds * sumWeight(covered, maxIdf)) / totalWeight);
    }
  }
  return { words: held, answering };
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
