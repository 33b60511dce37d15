import type { Hit, SearchIndex, SearchTerm } from '../../core/search-index.js';
import { findString, readString } from '../../core/string-table.js';
import { SCORE_SCALE, type FrozenIndex } from './frozen-index.js';
import { createRanker, type LocatedTerm } from './rank-passages.js';

/** Serves a frozen model; its rankings are wink's own, with ties in the order of the passages. */
export function serveIndex(frozen: FrozenIndex): SearchIndex {
  const rank = createRanker(frozen);

  return {
    name: 'wink-bm25',
    rarestWeight: frozen.rarestWeight,

    search(terms, limit, within) {
      const hits = rank(locateTerms(frozen, terms), limit, within?.mask);
      return Promise.resolve(
        hits.map(({ passage, score }): Hit => {
          return { handle: readString(frozen.handles, passage), score: score / SCORE_SCALE };
        }),
      );
    },

    explain(terms, handle) {
      const passage = findString(frozen.handles, handle);
      return terms.map(({ term, share }) => {
        const score = readScore(frozen, findString(frozen.terms, term), passage);
        return Math.max(0, Math.round(score * share)) / SCORE_SCALE;
      });
    },

    weigh(term) {
      return frozen.idf[findString(frozen.terms, term)] ?? 0;
    },
  };
}

function locateTerms(frozen: FrozenIndex, terms: readonly SearchTerm[]): LocatedTerm[] {
  return terms
    .map(({ term, share }) => ({ number: findString(frozen.terms, term), share }))
    .filter(({ number }) => number >= 0);
}

/** @returns 0 where the passage does not hold the term. */
function readScore(frozen: FrozenIndex, term: number, passage: number): number {
  const { postingStarts, postingPassages, postingScores } = frozen;
  const end = postingStarts[term + 1] ?? 0;
  const at = findPosting(postingPassages, postingStarts[term] ?? end, end, passage);
  return at < end && postingPassages[at] === passage ? (postingScores[at] ?? 0) : 0;
}

/** The first place from `from` to `end` whose passage is not before `passage`; by binary search. */
function findPosting(passages: Uint32Array, from: number, end: number, passage: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] ?? 0) < passage) low = middle + 1;
    else high = middle;
  }
  return low;
}
