/** Asks the questions of an evaluation set, measures the rankings, and writes them to files. */

import type { BeirQuestion, BeirSet, Grades, LoadedBeir, RankedEntries } from './beir.js';

const DEPTH = 10;

/** The figures of one evaluation set, each in 0..1 except counts and times. */
export interface Figures {
  readonly passages: number;
  readonly questions: number;
  readonly 'nDCG@10': number;
  readonly 'MRR@10': number;
  readonly 'hit@1': number;
  readonly 'hit@5': number;
  readonly 'hit@10': number;
  readonly 'recall@10': number;
  /**
   * Share of the questions whose answer lies in the sentence marked in a relevant passage, among those whose answer
   * occurs in one; `null` if there are none.
   */
  readonly answerSentence: number | null;
  /** Per question: ranking, and marking the answer sentence of the first passage. */
  readonly latencyMs: { readonly p50: number; readonly p95: number };
}

interface AskedQuestion {
  readonly question: BeirQuestion;
  readonly ranked: RankedEntries;
  readonly ms: number;
}

/**
 * Asks every question, one after the other.
 *
 * @param onProgress - Called after each.
 */
export async function askAll(
  { questions }: BeirSet,
  loaded: LoadedBeir,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<AskedQuestion[]> {
  const asked: AskedQuestion[] = [];
  for (const question of questions) {
    const started = performance.now();
    const ranked = await loaded.rank(question.text, DEPTH);
    asked.push({ question, ranked, ms: performance.now() - started });
    onProgress(asked.length, questions.length);
  }
  return asked;
}

export function measure(set: BeirSet, loaded: LoadedBeir, asked: readonly AskedQuestion[]): Figures {
  const mean = (metric: typeof ndcgAt, k: number): number =>
    average(
      asked.map(({ question, ranked }) =>
        metric(
          ranked.hits.map(({ id }) => id),
          set.grades.get(question.id) ?? new Map(),
          k,
        ),
      ),
    );
  const times = asked.map(({ ms }) => ms);
  return {
    passages: set.entries.length,
    questions: asked.length,
    'nDCG@10': mean(ndcgAt, DEPTH),
    'MRR@10': mean(reciprocalRankAt, DEPTH),
    'hit@1': mean(hitAt, 1),
    'hit@5': mean(hitAt, 5),
    'hit@10': mean(hitAt, 10),
    'recall@10': mean(recallAt, DEPTH),
    answerSentence: measureSentences(set, loaded),
    latencyMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

function measureSentences({ entries, questions, grades }: BeirSet, loaded: LoadedBeir): number | null {
  const texts = new Map(entries.map(({ id, text }) => [id, text]));
  const marked = questions.flatMap(({ id, text, answers }) => {
    const right = [...(grades.get(id) ?? [])].flatMap(([entryId, grade]) => (grade > 0 ? entryId : []));
    const answering = right.filter((entryId) => holdsAnswer(texts.get(entryId) ?? '', answers));
    if (answering.length === 0) return [];
    return answering.some((entryId) => holdsAnswer(loaded.markSentence(text, entryId), answers)) ? 1 : 0;
  });
  return marked.length === 0 ? null : average(marked);
}

/** True if one of the answers occurs in the sentence as whole words, in any case. */
export function holdsAnswer(sentence: string, answers: readonly string[]): boolean {
  return answers.some((answer) => {
    const escaped = answer.trim().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    return (
      escaped !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(sentence)
    );
  });
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Returns the normalised discounted cumulative gain of a ranking, in 0..1.
 *
 * Gain is the grade itself and the discount log2(rank + 1), as in trec_eval's `ndcg_cut`
 * (Järvelin and Kekäläinen, ACM TOIS 20(4), 2002).
 *
 * @param ranking - Passage ids, best first, without repeats.
 * @param k - Cut-off rank, 1 or more.
 * @returns 0 if nothing is relevant, so that such a question counts against the system.
 */
export function ndcgAt(ranking: readonly string[], grades: Grades, k: number): number {
  const ideal = sumDiscounted(
    [...grades.values()].sort((a, b) => b - a),
    k,
  );
  return ideal === 0
    ? 0
    : sumDiscounted(
        ranking.map((id) => grades.get(id) ?? 0),
        k,
      ) / ideal;
}

function sumDiscounted(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}

/** Returns the reciprocal rank of the first relevant passage among the first k; 0 if there is none. */
export function reciprocalRankAt(ranking: readonly string[], grades: Grades, k: number): number {
  const first = ranking.slice(0, k).findIndex((id) => isRelevant(id, grades));
  return first < 0 ? 0 : 1 / (first + 1);
}

/** Returns 1 if one of the first k passages is relevant, otherwise 0. */
export function hitAt(ranking: readonly string[], grades: Grades, k: number): number {
  return ranking.slice(0, k).some((id) => isRelevant(id, grades)) ? 1 : 0;
}

/** Returns the share of the relevant passages among the first k; 0 if nothing is relevant. */
export function recallAt(ranking: readonly string[], grades: Grades, k: number): number {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length;
  const found = ranking.slice(0, k).filter((id) => isRelevant(id, grades)).length;
  return relevant === 0 ? 0 : found / relevant;
}

function isRelevant(id: string, grades: Grades): boolean {
  return (grades.get(id) ?? 0) > 0;
}

/**
 * Returns a percentile of the values by the nearest-rank method.
 *
 * @param share - In 0..1.
 * @returns 0 for no values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * Returns the area under the ROC curve: how often a positive scores above a negative, ties counting half
 * (Fawcett, Pattern Recognition Letters 27(8), 2006).
 *
 * @returns In 0..1; 0.5 if a class is empty.
 */
export function rocArea(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0.5;
  const sorted = [...negatives].sort((a, b) => a - b);
  const wins = positives.reduce((sum, score) => {
    const below = countBelow(sorted, score, false);
    return sum + below + (countBelow(sorted, score, true) - below) / 2;
  }, 0);
  return wins / (positives.length * negatives.length);
}

/** Counts the ascending values that lie below `limit`, or with `orEqual` not above it. */
function countBelow(sorted: readonly number[], limit: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RUN_NAME = 'nukuu';

/** Writes rankings for trec_eval, one line per hit: question, Q0, passage, rank from 1, score, run. */
export function writeTrecRun(asked: readonly AskedQuestion[]): string {
  return asked
    .flatMap(({ question, ranked }) =>
      ranked.hits.map(({ id, score }, i) => `${question.id} Q0 ${id} ${i + 1} ${score} ${RUN_NAME}\n`),
    )
    .join('');
}

/** Writes one JSON line per question. */
export function writeAnswers(asked: readonly AskedQuestion[]): string {
  return asked
    .map(({ question, ranked: { kind, confidence, hits, answerSentence } }) => {
      const passages = hits.map(({ id }) => id);
      return `${JSON.stringify({ id: question.id, kind, confidence, passages, answerSentence })}\n`;
    })
    .join('');
}
