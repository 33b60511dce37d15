import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeStrings } from '../../../src/core/arrays/string-table.js';
import type { FrozenIndex } from '../../../src/engines/wink/serve-index.js';
import { createRanker, type LocatedTerm, type RankedPassage } from '../../../src/engines/wink/serve-index.js';

/** Scores by passage, a map a term. */
type Lists = readonly ReadonlyMap<number, number>[];

function freeze(lists: Lists, passages: number, perArticle: number): FrozenIndex {
  const sorted = lists.map((list) => [...list].sort(([a], [b]) => a - b));
  const starts = [0];
  for (const list of sorted) starts.push((starts.at(-1) ?? 0) + list.length);
  return {
    terms: freezeStrings(lists.map((_, i) => `t${i}`)),
    passageArticles: Uint32Array.from({ length: passages }, (_, i) => Math.floor(i / perArticle)),
    idf: new Float32Array(lists.length),
    maxIdf: 0,
    postingStarts: Uint32Array.from(starts),
    postingPassages: Uint32Array.from(sorted.flatMap((list) => list.map(([passage]) => passage))),
    postingScores: Int32Array.from(sorted.flatMap((list) => list.map(([, score]) => score))),
  };
}

/** By adding up everything. */
function rankAll(
  lists: Lists,
  terms: readonly LocatedTerm[],
  limit: number,
  accepts: (passage: number) => boolean,
): RankedPassage[] {
  const sums = new Map<number, number>();
  for (const { number, boost } of terms) {
    for (const [passage, score] of lists[number] ?? []) {
      const part = Math.round(score * boost);
      if (part > 0 && accepts(passage)) sums.set(passage, (sums.get(passage) ?? 0) + part);
    }
  }
  return [...sums]
    .map(([passage, score]) => ({ passage, score }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit);
}

const PASSAGES = 400;
const PER_ARTICLE = 4;

/** From rare and telling to common and weak, as terms are; few distinct scores, so that there are ties. */
const lists = fc
  .array(
    fc.record({
      density: fc.constantFrom(0.003, 0.02, 0.1, 0.5, 1),
      seed: fc.nat(),
      scale: fc.constantFrom(1, 3, 10),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((plans) =>
    plans.map(({ density, seed, scale }) => {
      let state = seed >>> 0;
      const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
      const list = new Map<number, number>();
      for (let passage = 0; passage < PASSAGES; passage += 1) {
        if (next() < density) list.set(passage, Math.ceil((next() * 4 * scale) / density) - 1);
      }
      return list;
    }),
  );

describe('createRanker', () => {
  it('ranks as adding up everything does, within any articles, one question after another', () => {
    const shares = fc.array(fc.constantFrom(1, 1, 0.3, 0.5), { minLength: 7, maxLength: 7 });
    const questions = fc.array(
      fc.record({
        shares,
        limit: fc.constantFrom(1, 3, 10, 50),
        keepsEvery: fc.constantFrom(0, 1, 2, 7),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(lists, questions, (postings, asked) => {
        const rank = createRanker(freeze(postings, PASSAGES, PER_ARTICLE));
        for (const { shares: wanted, limit, keepsEvery } of asked) {
          const terms = postings.map((_, number) => ({ number, boost: wanted[number] ?? 1 }));
          const mask =
            keepsEvery === 0
              ? undefined
              : Uint8Array.from({ length: PASSAGES / PER_ARTICLE }, (_, i) => (i % keepsEvery === 0 ? 1 : 0));
          const accepts = (passage: number): boolean => mask?.[Math.floor(passage / PER_ARTICLE)] !== 0;
          expect(rank(terms, limit, mask)).toEqual(rankAll(postings, terms, limit, accepts));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ranks nothing for no terms', () => {
    expect(createRanker(freeze([], 3, 1))([], 10)).toEqual([]);
  });
});
