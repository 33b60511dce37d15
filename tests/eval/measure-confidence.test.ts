import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CERTAIN_FROM,
  estimate,
  REFUSE_BELOW,
  SIGNAL_NAMES,
  type Signals,
} from '../../src/core/answering/confidence.js';
import { readBeir } from '../../src/eval/beir.js';
import {
  BUILT_IN,
  type ConfidenceModels,
  fitConfidence,
  type JudgedQuestion,
  judgeQuestions,
  measureConfidence,
  tabulateReliability,
} from '../../src/eval/measure-confidence.js';

const set = await readBeir(join(import.meta.dirname, 'lantern-set'));
const progress: (readonly [done: number, total: number])[] = [];
const judged = await judgeQuestions(set, (done, total) => progress.push([done, total]));

const NO_SIGNALS = Object.fromEntries(SIGNAL_NAMES.map((name) => [name, 0])) as unknown as Signals;
/** Two models that read both probabilities from two signals: the log-odds are ten times the signal. */
const PLAIN: ConfidenceModels = {
  answerable: { bias: 0, weights: { ...NO_SIGNALS, evidence: 10 } },
  right: { bias: 0, weights: { ...NO_SIGNALS, answering: 10 } },
};
/** A question about which {@link PLAIN} is sure. */
const judge = (facts: { answerable: boolean; right: boolean } & Partial<JudgedQuestion>): JudgedQuestion => {
  const { answerable, right, ...truth } = facts;
  const signals = { ...NO_SIGNALS, evidence: answerable ? 1 : -1, answering: right ? 1 : -1 };
  return { signals, isAnswerable: answerable, isRight: right, isBarred: false, ...truth };
};

describe('judgeQuestions', () => {
  it('asks each question of the whole corpus, without titles, and of small corpora', () => {
    const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
    expect(judged.length).toBeGreaterThan(2 * set.questions.length);
    expect(answerable.length).toBeGreaterThan(judged.length / 2);
  });

  it('takes a first passage for right only where there is one', () => {
    for (const { isAnswerable, isRight, signals } of judged) {
      if (isRight) expect(isAnswerable, JSON.stringify(signals)).toBe(true);
    }
  });

  it('also asks what nothing answers', async () => {
    const unanswerable = [{ id: 'u1', text: 'Who painted the lighthouse by the ferry?', answers: [] }];
    const more = await judgeQuestions({ ...set, questions: [], unanswerable });
    expect(more.map(({ isAnswerable, isRight }) => ({ isAnswerable, isRight }))).toEqual([
      { isAnswerable: false, isRight: false },
    ]);
  });

  it('tells how far it is', () => {
    const total = progress.length;
    expect(progress.at(-1)).toEqual([total, total]);
    expect(progress.map(([done]) => done)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  });
});

describe('tabulateReliability', () => {
  it('has a row a tenth, and every question in one of them', () => {
    const rows = tabulateReliability(judged);
    expect(rows.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(rows.reduce((sum, { questions }) => sum + questions, 0)).toBe(judged.length);
    for (const { from, questions, meanConfidence, right } of rows.filter(({ questions: n }) => n > 0)) {
      expect(questions).toBeGreaterThan(0);
      expect(meanConfidence).toBeGreaterThanOrEqual(from);
      expect(meanConfidence).toBeLessThanOrEqual(from + 0.1);
      expect(right).toBeLessThanOrEqual(1);
    }
  });
});

describe('fitConfidence', () => {
  it('fits two models with a weight a signal, and the same ones each time', () => {
    const models = fitConfidence([judged]);
    for (const { bias, weights } of [models.answerable, models.right]) {
      expect(Object.keys(weights)).toEqual(SIGNAL_NAMES);
      expect([bias, ...SIGNAL_NAMES.map((signal) => weights[signal])].every(Number.isFinite)).toBe(true);
    }
    expect(fitConfidence([judged])).toEqual(models);
  });

  it('counts every set alike, however many questions it has', () => {
    const tell = (isRight: boolean): JudgedQuestion => ({
      signals: NO_SIGNALS,
      isAnswerable: true,
      isRight,
      isBarred: false,
    });
    const few = [tell(false), tell(false)];
    const many = Array.from({ length: 20 }, (_, i) => tell(i < 15));
    const { right } = fitConfidence([few, many]);
    expect(estimate(right, NO_SIGNALS)).toBeCloseTo((0 / 2 + 15 / 20) / 2, 3);
  });
});

describe('measureConfidence', () => {
  it('finds nothing wrong with models that are always right', () => {
    const questions = [
      judge({ answerable: true, right: true }),
      judge({ answerable: true, right: false }),
      judge({ answerable: false, right: false }),
    ];
    const figures = measureConfidence(questions, PLAIN);
    expect(figures['calibration error']).toBeCloseTo(0, 3);
    expect(figures).toMatchObject({
      questions: 3,
      'answerable, ROC area': 1,
      'right, ROC area': 1,
      'certain, of all': 1 / 3,
      'wrong, of certain': 0,
      'certain, of unanswerable': 0,
      'refused, of all': 2 / 3,
      'right, of refused': 0,
    });
  });

  it('counts what was wrongly certain and wrongly refused', () => {
    const questions = [
      judge({ answerable: true, right: true, isAnswerable: false, isRight: false }),
      judge({ answerable: true, right: true }),
      judge({ answerable: false, right: true, isAnswerable: true }),
      judge({ answerable: false, right: false }),
    ];
    expect(measureConfidence(questions, PLAIN)).toMatchObject({
      'certain, of all': 0.5,
      'wrong, of certain': 0.5,
      'certain, of unanswerable': 0.5,
      'refused, of all': 0.5,
      'right, of refused': 0.5,
    });
  });

  it('is certain of nothing that lacks what was asked', () => {
    const questions = [judge({ answerable: true, right: true, isBarred: true })];
    expect(measureConfidence(questions, PLAIN)).toMatchObject({ 'certain, of all': 0, 'refused, of all': 0 });
  });

  it('measures the models of the bot unless others are given', () => {
    expect(measureConfidence(judged)).toEqual(measureConfidence(judged, BUILT_IN));
    expect(REFUSE_BELOW.right).toBeLessThan(CERTAIN_FROM);
  });

  it('takes no questions', () => {
    expect(measureConfidence([])).toMatchObject({
      questions: 0,
      'calibration error': 0,
      'certain, of all': 0,
    });
  });
});
