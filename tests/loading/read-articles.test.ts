import { describe, expect, it } from 'vitest';
import { chooseThreads, MIN_FILES_PER_THREAD } from '../../src/loading/read-articles.js';

describe('chooseThreads', () => {
  it.each([
    [2 * MIN_FILES_PER_THREAD - 1, 8, 0],
    [2 * MIN_FILES_PER_THREAD, 8, 2],
    [3 * MIN_FILES_PER_THREAD, 8, 3],
    [100_000, 1, 0],
    [100_000, 2, 2],
    [100_000, 4, 4],
    [100_000, 5, 4],
    [0, 8, 0],
  ])('for %i files and %i things at once: %i', (files, parallelism, threads) => {
    expect(chooseThreads(files, parallelism)).toBe(threads);
  });
});
