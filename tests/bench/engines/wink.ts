import createEngine from 'wink-bm25-text-search';
import {
  B,
  HEADLINE_WEIGHT,
  joinTerms,
  K1,
  splitTerms,
  type BenchHit,
  type BuildEngine,
} from '../bench-engine.js';

/** A term's score has four decimals, so a smaller difference between sums is a rounding error. */
const SCORE_STEPS = 10_000;

export const build: BuildEngine = (passages) => {
  const engine = createEngine();
  engine.defineConfig({
    fldWeights: { headline: HEADLINE_WEIGHT, text: 1 },
    bm25Params: { k1: K1, b: B, k: 1 },
  });
  engine.definePrepTasks([splitTerms]);

  let count = 0;
  for (const { headlineTerms, textTerms } of passages) {
    const passage = { headline: joinTerms(headlineTerms), text: joinTerms(textTerms) };
    engine.addDoc(passage, count);
    count += 1;
  }
  engine.consolidate();

  const toHit = ([number, score]: readonly [string, number]): BenchHit => ({
    passage: Number(number),
    score,
  });
  return {
    search: (terms, limit) => engine.search(joinTerms(terms), limit).map(toHit),
    searchInOrder: (terms, limit) =>
      engine
        .search(joinTerms(terms), count)
        .map(([number, score]) => [number, Math.round(score * SCORE_STEPS) / SCORE_STEPS] as const)
        .sort(([i, a], [j, b]) => b - a || Number(i) - Number(j))
        .slice(0, limit)
        .map(toHit),
  };
};
