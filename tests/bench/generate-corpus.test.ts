import { describe, expect, it } from 'vitest';
import { generatePassages, generateQuestions } from './generate-corpus.js';
import { spellWord } from './made-up-words.js';

const SEED = 1;
const COUNT = 4_000;

const passages = [...generatePassages(SEED, COUNT)];
const words = passages.flatMap(({ textTerms }) => textTerms);

/** The number of occurrences of each word, the most frequent first. */
const frequencies = countWords(words).sort((a, b) => b - a);

function countWords(list: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts.values()];
}

describe('the made-up passages', () => {
  it('are the same for the same seed and others for another', () => {
    expect([...generatePassages(SEED, 20)]).toEqual(passages.slice(0, 20));
    expect([...generatePassages(SEED + 1, 20)]).not.toEqual(passages.slice(0, 20));
  });

  it.each([0, 1, 7, 8, 9])('are %i when so many are asked for', (count) => {
    expect([...generatePassages(SEED, count)]).toEqual(passages.slice(0, count));
  });

  it('come in the order of their articles, eight to one of one headline', () => {
    const ids = passages.map(({ articleId }) => articleId);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(passages.slice(0, 8).map(({ headlineTerms }) => headlineTerms.join(' '))).size).toBe(1);
    expect(passages[7]?.articleId).not.toBe(passages[8]?.articleId);
  });

  it('are 15 to 130 words long, 60 on average', () => {
    const lengths = passages.map(({ textTerms }) => textTerms.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(130);
    expect(Math.round(words.length / passages.length)).toBe(60);
  });

  it('have headlines of 6 to 10 words', () => {
    const lengths = new Set(passages.map(({ headlineTerms }) => headlineTerms.length));
    expect([...lengths].sort((a, b) => a - b)).toEqual([6, 7, 8, 9, 10]);
  });

  it.each([
    [1, 0.0041],
    [100, 0.0013],
    [1_000, 0.00018],
  ])('hold the word of rank %i as often as natural text does', (rank, share) => {
    const ratio = (frequencies[rank - 1] ?? 0) / words.length / share;
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });

  it("have a vocabulary that grows as Heaps' law says", () => {
    const vocabulary = (count: number): number => new Set(words.slice(0, count)).size;
    const exponent = Math.log2(vocabulary(200_000) / vocabulary(100_000));
    expect(exponent).toBeGreaterThan(0.5);
    expect(exponent).toBeLessThan(0.7);
  });
});

describe('the made-up questions', () => {
  const questions = generateQuestions(SEED, COUNT, 500);

  it('are the same for the same seed', () => {
    expect(generateQuestions(SEED, COUNT, 500)).toEqual(questions);
  });

  it('have 2 to 12 terms, each once', () => {
    const lengths = new Set(questions.map(({ length }) => length));
    expect([...lengths].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(questions.every((terms) => new Set(terms).size === terms.length)).toBe(true);
  });

  it('take all their terms from one passage', () => {
    const holders = passages.map(({ textTerms }) => new Set(textTerms));
    const isHeld = (terms: readonly string[]): boolean =>
      holders.some((holder) => terms.every((term) => holder.has(term)));
    expect(questions.slice(0, 50).every(isHeld)).toBe(true);
  });
});

describe('spellWord', () => {
  it('spells each rank as a word of its own, in letters alone', () => {
    const spelt = Array.from({ length: 20_000 }, (_, i) => spellWord(i + 1));
    expect(new Set(spelt).size).toBe(spelt.length);
    expect(spelt.every((word) => /^[a-z]+$/u.test(word))).toBe(true);
  });

  it.each([
    [1, 2],
    [100, 2],
    [101, 4],
    [10_100, 4],
    [10_101, 6],
  ])('gives rank %i %i letters', (rank, letters) => {
    expect(spellWord(rank)).toHaveLength(letters);
  });
});
