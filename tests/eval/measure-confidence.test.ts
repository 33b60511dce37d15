import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fitConfidence,
  isForFitting,
  judgeQuestions,
  SIGNAL_NAMES,
  tabulateReliability,
} from '../../src/eval/measure-confidence.js';
import { readBeir } from '../../src/eval/beir.js';

const judged = await judgeQuestions(await readBeir(join(import.meta.dirname, 'lantern-set')));

describe('judgeQuestions', () => {
  it('asks each question of the whole corpus and of what remains of it', () => {
    const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
    expect(judged.length).toBeGreaterThan(20);
    expect(answerable.length).toBeGreaterThan(judged.length / 2);
    expect(answerable.length).toBeLessThan(judged.length);
  });

  it('takes a first passage for right only where there is one', () => {
    for (const { isAnswerable, isRight, id } of judged) {
      if (isRight) expect(isAnswerable, id).toBe(true);
    }
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
  it('fits a weight a signal, and the same one each time', () => {
    const model = fitConfidence([judged]);
    expect(model.weights).toHaveLength(SIGNAL_NAMES.length);
    expect(model.weights.every(Number.isFinite)).toBe(true);
    expect(fitConfidence([judged])).toEqual(model);
  });

  it('leaves about half of the questions for the table', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => ({ ...judged[0], id: `q${i}` }));
    const share = ids.filter((each) => isForFitting(each as (typeof judged)[number])).length / ids.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
});
