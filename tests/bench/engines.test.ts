import { describe, expect, it } from 'vitest';
import { ENGINES } from './engines/index.js';
import { generatePassages } from './generate-corpus.js';
import { measureEngine } from './measure-engine.js';

const PASSAGES = [...generatePassages(1, 200)];
const WANTED = 123;
const TERMS = [...new Set(PASSAGES[WANTED]?.textTerms)].slice(0, 12);

describe.each(Object.entries(ENGINES))('%s', (_name, load) => {
  it('finds the passage that a question was taken from, and ten at most', async () => {
    const { build } = await load();
    const hits = await build(PASSAGES).search(TERMS, 10);
    expect(hits[0]?.passage).toBe(WANTED);
    expect(hits).toHaveLength(10);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('finds nothing for a term that no passage holds', async () => {
    const { build } = await load();
    expect(await build(PASSAGES).search(['qqqq'], 10)).toEqual([]);
  });
});

describe('measuring an engine', () => {
  it('gives figures above 0 and rankings of ten hits at most', async () => {
    const { build } = await import('./engines/nukuu.js');
    const task = { engine: 'Nukuu', passages: 200, seed: 1 };
    const builds: number[] = [];
    const measured = await measureEngine(
      build,
      task,
      () => undefined,
      (ms) => builds.push(ms),
    );
    expect(builds).toEqual([measured.buildMs]);
    expect(measured.questions).toBe(1_000);
    expect(Math.min(measured.buildMs, measured.searchMs.p50)).toBeGreaterThan(0);
    expect(measured.rankings).toHaveLength(100);
    expect(measured.rankings.every((hits) => hits.length > 0 && hits.length <= 10)).toBe(true);
  });
});
