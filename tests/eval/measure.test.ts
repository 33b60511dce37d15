import { describe, expect, it } from 'vitest';
import { hitAt, ndcgAt, percentile, recallAt, reciprocalRankAt, rocArea } from '../../src/eval/measure.js';

const GRADES = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 0],
]);

describe('ndcgAt', () => {
  it.each([
    [['b', 'a'], 10, 1],
    [['a', 'b'], 10, (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3))],
    [['c', 'b'], 1, 0],
    [['c', 'b'], 2, 2 / Math.log2(3) / (2 + 1 / Math.log2(3))],
    [[], 10, 0],
  ])('of %j at %i is %d', (ranking, k, expected) => {
    expect(ndcgAt(ranking, GRADES, k)).toBeCloseTo(expected, 12);
  });

  it('is 0 when nothing is relevant', () => {
    expect(ndcgAt(['a'], new Map(), 10)).toBe(0);
  });
});

describe('reciprocalRankAt, hitAt and recallAt', () => {
  it.each([
    [['c', 'x', 'a'], 3, 1 / 3, 1, 0.5],
    [['c', 'x', 'a'], 2, 0, 0, 0],
    [['a', 'b'], 2, 1, 1, 1],
  ])('of %j at %i', (ranking, k, reciprocalRank, hit, recall) => {
    expect(reciprocalRankAt(ranking, GRADES, k)).toBeCloseTo(reciprocalRank, 12);
    expect(hitAt(ranking, GRADES, k)).toBe(hit);
    expect(recallAt(ranking, GRADES, k)).toBe(recall);
  });
});

describe('percentile', () => {
  it.each([
    [[3, 1, 2, 4], 0.5, 2],
    [[3, 1, 2, 4], 0.95, 4],
    [[3, 1, 2, 4], 0, 1],
    [[], 0.5, 0],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('rocArea', () => {
  it.each([
    [[2, 3], [0, 1], 1],
    [[0, 1], [2, 3], 0],
    [[1, 3], [2, 2], 0.5],
    [[1], [1], 0.5],
    [[1], [], 0.5],
  ])('of %j against %j is %d', (positives, negatives, expected) => {
    expect(rocArea(positives, negatives)).toBe(expected);
  });
});
