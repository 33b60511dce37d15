/** Judges the answers to an evaluation set, and fits and tabulates the confidence in them. */

import { CONFIDENCE_MODEL, estimateConfidence, type Signals } from '../core/answering/confidence.js';
import { hash32 } from '../core/arrays/hash.js';
import { type BeirSet, loadBeir } from './beir.js';
import { dropTitles } from './measure-refusals.js';
import { askAll, holdsAnswer } from './measure.js';

/** A question with the inputs of confidence and the truth about its answer. */
export interface JudgedQuestion {
  readonly id: string;
  readonly signals: Signals;
  /** True if a relevant passage is in the corpus. */
  readonly isAnswerable: boolean;
  /** True if the first passage is relevant or holds the answer. */
  readonly isRight: boolean;
}

/** Asks every question of a set twice: of the whole corpus, and with some titles removed. */
export async function judgeQuestions(
  set: BeirSet,
  onProgress?: (done: number, total: number) => void,
): Promise<JudgedQuestion[]> {
  const judged: JudgedQuestion[] = [];
  for (const entries of [set.entries, dropTitles(set.entries)]) {
    const texts = new Map(entries.map(({ id, text }) => [id, text]));
    for (const { question, ranked } of await askAll(set, loadBeir(entries), onProgress)) {
      const grades = set.grades.get(question.id) ?? new Map<string, number>();
      const isGood = (id: string): boolean => (grades.get(id) ?? 0) > 0;
      const first = ranked.hits[0]?.id ?? '';
      if (!ranked.signals) continue;
      judged.push({
        id: question.id,
        signals: ranked.signals,
        isAnswerable: [...grades.keys()].some((id) => isGood(id) && texts.has(id)),
        isRight: isGood(first) || holdsAnswer(texts.get(first) ?? '', question.answers),
      });
    }
  }
  return judged;
}

/** Selects half of the questions, always the same; the other half is for {@link tabulateReliability}. */
export function isForFitting({ id }: JudgedQuestion): boolean {
  return hash32(id) % 2 === 0;
}

const NAMES = Object.keys(CONFIDENCE_MODEL.weights) as (keyof Signals)[];

/**
 * Fits the model of confidence, with every question counting alike: weights that separate answerable questions from
 * the others, then their scale and the bias by how often the first passage is right (Platt, 1999).
 */
export function fitConfidence(sets: readonly (readonly JudgedQuestion[])[]): LogisticModel {
  const observe = (
    read: (signals: Signals) => readonly number[],
    isTrue: (question: JudgedQuestion) => boolean,
  ): Observation[] =>
    sets.flatMap((questions) =>
      questions.map((question) => ({
        values: read(question.signals),
        isTrue: isTrue(question),
        weight: 1,
      })),
    );
  const toValues = (signals: Signals): number[] => NAMES.map((name) => signals[name]);
  const answerable = fitLogistic(observe(toValues, ({ isAnswerable }) => isAnswerable));
  const toLogOdds = (signals: Signals): number =>
    toValues(signals).reduce((sum, value, i) => sum + value * (answerable.weights[i] ?? 0), answerable.bias);
  const scale = fitLogistic(
    observe(
      (signals) => [toLogOdds(signals)],
      ({ isRight }) => isRight,
    ),
  );
  const factor = scale.weights[0] ?? 1;
  return {
    bias: scale.bias + factor * answerable.bias,
    weights: answerable.weights.map((weight) => weight * factor),
  };
}

/** The names of the weights of {@link fitConfidence}, in their order. */
export const SIGNAL_NAMES: readonly string[] = NAMES;

/** A row of a reliability table. */
interface ReliabilityRow {
  /** The lower bound of confidence, inclusive; the next row's is the upper bound. */
  readonly from: number;
  readonly questions: number;
  readonly meanConfidence: number;
  /** Share of the questions whose first passage is right. */
  readonly right: number;
}

const ROWS = 10;

export function tabulateReliability(questions: readonly JudgedQuestion[]): ReliabilityRow[] {
  const rated = questions.map((question) => ({
    ...question,
    confidence: estimateConfidence(question.signals),
  }));
  return Array.from({ length: ROWS }, (_, i) => {
    const row = rated.filter(({ confidence }) => Math.min(ROWS - 1, Math.floor(confidence * ROWS)) === i);
    const mean = (read: (question: (typeof row)[number]) => number): number =>
      row.length === 0 ? 0 : row.reduce((sum, question) => sum + read(question), 0) / row.length;
    return {
      from: i / ROWS,
      questions: row.length,
      meanConfidence: mean(({ confidence }) => confidence),
      right: mean(({ isRight }) => (isRight ? 1 : 0)),
    };
  });
}

export interface Observation {
  readonly values: readonly number[];
  readonly isTrue: boolean;
  /** Above 0. */
  readonly weight: number;
}

/** The log-odds are `bias` plus the sum of values times weights. */
interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 25;
const RIDGE = 1e-3;

/**
 * Fits a logistic regression by Newton's method with a small ridge penalty on the weights.
 *
 * @param observations - At least one, all of the same length.
 */
export function fitLogistic(observations: readonly Observation[]): LogisticModel {
  const size = (observations[0]?.values.length ?? 0) + 1;
  let model = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = model.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
    const curvature = model.map((_, i) => model.map((__, j): number => (i === j ? RIDGE : 0)));
    for (const { values, isTrue, weight } of observations) {
      const row = [1, ...values];
      const p = logistic(row.reduce((sum, value, i) => sum + value * (model[i] ?? 0), 0));
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + weight * ((isTrue ? 1 : 0) - p) * value;
        const line = curvature[i] ?? [];
        row.forEach((other, j) => (line[j] = (line[j] ?? 0) + weight * p * (1 - p) * value * other));
      });
    }
    const change = solve(curvature, gradient);
    model = model.map((weight, i) => weight + (change[i] ?? 0));
  }
  return { bias: model[0] ?? 0, weights: model.slice(1) };
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Solves `matrix · x = vector` by Gauss-Jordan elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) =>
      Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best,
    );
    rows.splice(rows.indexOf(pivot), 1);
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    rows.splice(column, 0, scaled);
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = row[column] ?? 0;
      rows[i] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
    });
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
