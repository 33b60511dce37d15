import type { BenchHit } from './bench-engine.js';

type Rankings = readonly (readonly BenchHit[])[];

/** Scores that differ by less count as equal. */
const SCORE_TOLERANCE = 1e-3;

/** Counts the questions that two engines rank alike: the same passages in the same order with the same scores. */
export function countAlike(some: Rankings, others: Rankings): number {
  return some.filter((hits, i) => isAlike(hits, others[i] ?? [])).length;
}

function isAlike(hits: readonly BenchHit[], others: readonly BenchHit[]): boolean {
  return (
    hits.length === others.length &&
    hits.every(({ passage, score }, i) => {
      const other = others[i];
      return other?.passage === passage && Math.abs(other.score - score) < SCORE_TOLERANCE;
    })
  );
}

/** Returns the share of hits in `rankings` that `others` have too, in any order; 1 if there are no hits. */
export function shareHits(rankings: Rankings, others: Rankings): number {
  let all = 0;
  let shared = 0;
  for (const [i, hits] of rankings.entries()) {
    const passages = new Set(others[i]?.map(({ passage }) => passage));
    all += hits.length;
    shared += hits.filter(({ passage }) => passages.has(passage)).length;
  }
  return all === 0 ? 1 : shared / all;
}
