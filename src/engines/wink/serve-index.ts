import type { Hit, SearchIndex, SearchTerm } from '../../core/search-index.js';
import { SCORE_SCALE, type FrozenIndex } from './frozen-index.js';
import { findString, readString } from '../../core/string-table.js';

/** Serves a frozen model; its rankings are wink's own, with ties in the order of the passages. */
export function serveIndex(frozen: FrozenIndex): SearchIndex {
  const scores = new Int32Array(frozen.passageArticles.length);

  return {
    name: 'wink-bm25',
    rarestWeight: frozen.idf.reduce((rarest, idf) => Math.max(rarest, idf), 0),

    search(terms, limit, within) {
      const mask = within && maskArticles(frozen, within);
      const touched = addUpScores(frozen, locateTerms(frozen, terms), scores);
      const best = pickBest(touched, scores, limit, (passage) => isWithin(frozen, mask, passage));
      const hits = best.map((passage): Hit => ({
        handle: readString(frozen.handles, passage),
        score: (scores[passage] ?? 0) / SCORE_SCALE,
      }));
      for (const passage of touched) scores[passage] = 0;
      return Promise.resolve(hits);
    },

    explain(terms, handle) {
      const passage = findString(frozen.handles, handle);
      return locateTerms(frozen, terms).map((term) => readScore(frozen, term, passage) / SCORE_SCALE);
    },

    weigh(term) {
      return frozen.idf[findString(frozen.terms, term)] ?? 0;
    },
  };
}

/** A term of a question by its number, -1 for one that the index does not hold. */
interface LocatedTerm {
  readonly number: number;
  readonly share: number;
}

function locateTerms(frozen: FrozenIndex, terms: readonly SearchTerm[]): LocatedTerm[] {
  return terms.map(({ term, share }) => ({ number: findString(frozen.terms, term), share }));
}

/** By binary search; 0 where the passage does not hold the term. */
function readScore(frozen: FrozenIndex, { number, share }: LocatedTerm, passage: number): number {
  const { postingStarts, postingPassages, postingScores } = frozen;
  if (number < 0) return 0;
  let from = postingStarts[number] ?? 0;
  let to = postingStarts[number + 1] ?? 0;
  const end = to;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((postingPassages[middle] ?? 0) < passage) from = middle + 1;
    else to = middle;
  }
  return from < end && postingPassages[from] === passage
    ? Math.max(0, Math.round((postingScores[from] ?? 0) * share))
    : 0;
}

/** One byte an article, 1 where it is searched. */
function maskArticles({ articleIds }: FrozenIndex, within: ReadonlySet<string>): Uint8Array {
  const mask = new Uint8Array(articleIds.starts.length - 1);
  for (const id of within) {
    const number = findString(articleIds, id);
    if (number >= 0) mask[number] = 1;
  }
  return mask;
}

function isWithin({ passageArticles }: FrozenIndex, mask: Uint8Array | undefined, passage: number): boolean {
  return !mask || mask[passageArticles[passage] ?? 0] === 1;
}

/** Adds each term's scores into `scores`, all 0 before; returns the passages that now have one. */
function addUpScores(frozen: FrozenIndex, terms: readonly LocatedTerm[], scores: Int32Array): number[] {
  const { postingStarts, postingPassages, postingScores } = frozen;
  const touched: number[] = [];
  for (const { number, share } of terms) {
    const end = postingStarts[number + 1] ?? 0;
    for (let at = postingStarts[number] ?? end; at < end; at += 1) {
      const score = Math.round((postingScores[at] ?? 0) * share);
      if (score <= 0) continue;
      const passage = postingPassages[at] ?? 0;
      const before = scores[passage] ?? 0;
      if (before === 0) touched.push(passage);
      scores[passage] = before + score;
    }
  }
  return touched;
}

/** The `limit` passages with the largest scores, best first, the smaller number first on a tie. */
function pickBest(
  touched: readonly number[],
  scores: Int32Array,
  limit: number,
  accepts: (passage: number) => boolean,
): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  for (const passage of touched) {
    const last = best[limit - 1];
    if ((last !== undefined && !isBetter(passage, last)) || !accepts(passage)) continue;
    let at = best.length;
    while (at > 0 && isBetter(passage, best[at - 1] ?? 0)) at -= 1;
    best.splice(at, 0, passage);
    if (best.length > limit) best.pop();
  }
  return best;
}
