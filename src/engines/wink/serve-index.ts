import { findString, type StringTable } from '../../core/arrays/string-table.js';
import type { Hit, SearchIndex, SearchTerm } from '../../core/model/search-index.js';

/**
 * A learnt index as flat arrays: term t scores `postingScores[p] / SCORE_SCALE` in passage
 * `postingPassages[p]` for p from `postingStarts[t]` to `postingStarts[t + 1]`, exclusive, passages ascending.
 */
export interface FrozenIndex {
  readonly terms: StringTable;
  /** The article of each passage; articles are numbered in the order of their first passages. */
  readonly passageArticles: Uint32Array;
  readonly idf: Float32Array;
  /** The largest of {@link idf}; 0 without terms. */
  readonly maxIdf: number;
  readonly postingStarts: Uint32Array;
  readonly postingPassages: Uint32Array;
  readonly postingScores: Int32Array;
}

/** wink rounds scores to four decimals; as integers they add up without error, so that ties are ties. */
export const SCORE_SCALE = 10_000;

/** Serves a frozen index; rankings equal those of wink, with ties in the order of the passages. */
export function serveIndex(frozen: FrozenIndex): SearchIndex {
  const rank = createRanker(frozen);

  return {
    maxIdf: frozen.maxIdf,

    search(terms, limit, within) {
      const hits = rank(locateTerms(frozen, terms), limit, within?.mask);
      return Promise.resolve(
        hits.map(({ passage, score }): Hit => {
          return { passage, article: frozen.passageArticles[passage] ?? 0, score: score / SCORE_SCALE };
        }),
      );
    },

    explain(terms, passage) {
      return terms.map(({ term, boost }) => {
        const score = readScore(frozen, findString(frozen.terms, term), passage);
        return Math.max(0, Math.round(score * boost)) / SCORE_SCALE;
      });
    },

    idf(term) {
      return frozen.idf[findString(frozen.terms, term)] ?? 0;
    },
  };
}

/** A term by its number in the index. */
export interface LocatedTerm {
  readonly number: number;
  readonly boost: number;
}

/** A passage by its number, with its score in units of 1 / {@link SCORE_SCALE}. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

/** @param mask - One byte per article, 1 if it is searched; absent: all are. */
type RankPassages = (terms: readonly LocatedTerm[], limit: number, mask?: Uint8Array) => RankedPassage[];

/** Ranks passages by the sum of the terms' scores that are above 0; on a tie, the smaller number comes first. */
export function createRanker(frozen: FrozenIndex): RankPassages {
  const { passageArticles } = frozen;
  const sums: Sums = {
    scores: new Int32Array(passageArticles.length),
    touched: new Uint32Array(passageArticles.length),
    count: 0,
  };

  return (terms, limit, mask) => {
    for (const term of terms) addUp(frozen, term, sums, mask);
    const ranked = pickBest(sums, limit);
    for (let i = 0; i < sums.count; i += 1) sums.scores[sums.touched[i] ?? 0] = 0;
    sums.count = 0;
    return ranked;
  };
}

interface Sums {
  /** One score per passage, 0 before any term scores in it. */
  readonly scores: Int32Array;
  /** The first {@link count} entries are the passages with a score. */
  readonly touched: Uint32Array;
  count: number;
}

function addUp(
  { postingStarts, postingPassages, postingScores, passageArticles }: FrozenIndex,
  { number, boost }: LocatedTerm,
  sums: Sums,
  mask: Uint8Array | undefined,
): void {
  const { scores, touched } = sums;
  let { count } = sums;
  const end = postingStarts[number + 1] ?? 0;
  for (let at = postingStarts[number] ?? end; at < end; at += 1) {
    const unboosted = postingScores[at] ?? 0;
    const score = boost === 1 ? unboosted : Math.round(unboosted * boost);
    if (score <= 0) continue;
    const passage = postingPassages[at] ?? 0;
    const before = scores[passage] ?? 0;
    if (before === 0) {
      if (mask && mask[passageArticles[passage] ?? 0] !== 1) continue;
      touched[count] = passage;
      count += 1;
    }
    scores[passage] = before + score;
  }
  sums.count = count;
}

/** Returns the `limit` passages with the largest scores, best first. */
function pickBest({ scores, touched, count: total }: Sums, limit: number): RankedPassage[] {
  const best = new Uint32Array(limit);
  const bestScores = new Int32Array(limit);
  let count = 0;
  for (let i = 0; i < total; i += 1) {
    const passage = touched[i] ?? 0;
    const score = scores[passage] ?? 0;
    const last = limit - 1;
    if (count === limit && !comesBefore(passage, score, best[last] ?? 0, bestScores[last] ?? 0)) continue;
    let at = Math.min(count, last);
    while (at > 0 && comesBefore(passage, score, best[at - 1] ?? 0, bestScores[at - 1] ?? 0)) {
      best[at] = best[at - 1] ?? 0;
      bestScores[at] = bestScores[at - 1] ?? 0;
      at -= 1;
    }
    best[at] = passage;
    bestScores[at] = score;
    if (count < limit) count += 1;
  }
  return Array.from(best.subarray(0, count), (passage, i) => ({ passage, score: bestScores[i] ?? 0 }));
}

function comesBefore(passage: number, score: number, other: number, otherScore: number): boolean {
  return score > otherScore || (score === otherScore && passage < other);
}

function locateTerms(frozen: FrozenIndex, terms: readonly SearchTerm[]): LocatedTerm[] {
  return terms
    .map(({ term, boost }) => ({ number: findString(frozen.terms, term), boost }))
    .filter(({ number }) => number >= 0);
}

/** @returns 0 if the passage does not hold the term. */
function readScore(frozen: FrozenIndex, term: number, passage: number): number {
  const { postingStarts, postingPassages, postingScores } = frozen;
  const end = postingStarts[term + 1] ?? 0;
  const at = findPosting(postingPassages, postingStarts[term] ?? end, end, passage);
  return at < end && postingPassages[at] === passage ? (postingScores[at] ?? 0) : 0;
}

/** Returns the first index from `from` to `end` whose passage is not before `passage`; by binary search. */
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
