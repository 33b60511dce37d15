import { findPosting } from './find-posting.js';
import type { FrozenIndex } from './frozen-index.js';

/** A term that the index holds, by its number. */
export interface LocatedTerm {
  readonly number: number;
  readonly share: number;
}

/** A passage by its number, with its score in units of the frozen index. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

/** @param mask - One byte an article, 1 where it is searched; absent means all. */
export type RankPassages = (
  terms: readonly LocatedTerm[],
  limit: number,
  mask?: Uint8Array,
) => RankedPassage[];

/**
 * Ranks by the sum of the terms' scores, the smaller passage first on a tie.
 *
 * Terms are added up one after the other, those with the largest scores first. Once the rest together cannot
 * lift a new passage among the best, only those that are still in the running are followed up (MaxScore,
 * term at a time: Turtle and Flood, Information Processing & Management 31(6), 1995). What is left out
 * could not have been among the best, so that the result is that of adding up everything.
 */
export function createRanker(frozen: FrozenIndex): RankPassages {
  const { passageArticles } = frozen;
  const sums: Sums = {
    scores: new Int32Array(passageArticles.length),
    touched: new Uint32Array(passageArticles.length),
    count: 0,
  };

  return (terms, limit, mask) => {
    const lists = openLists(frozen, terms);
    let rest = lists.reduce((sum, { most }) => sum + most, 0);
    let running: Uint32Array | null = null;
    for (const list of lists) {
      running ??= findRunning(sums, list, rest, limit);
      if (running) lookUp(frozen, list, running, sums.scores);
      else addUp(frozen, list, sums, mask);
      rest -= list.most;
    }
    const ranked = pickBest(running ?? sums.touched.subarray(0, sums.count), sums.scores, limit);
    for (let i = 0; i < sums.count; i += 1) sums.scores[sums.touched[i] ?? 0] = 0;
    sums.count = 0;
    return ranked;
  };
}

/** What has been added up so far. */
interface Sums {
  /** A score a passage, 0 for one that no term has reached. */
  readonly scores: Int32Array;
  /** The passages with a score are the first `count`. */
  readonly touched: Uint32Array;
  count: number;
}

/** The passages that hold a term. */
interface PostingList {
  readonly start: number;
  readonly end: number;
  readonly share: number;
  /** The largest score in it. */
  readonly most: number;
}

/** Those with a score above 0, the largest first. */
function openLists(
  { postingStarts, largestScores }: FrozenIndex,
  terms: readonly LocatedTerm[],
): PostingList[] {
  return terms
    .map(({ number, share }) => ({
      start: postingStarts[number] ?? 0,
      end: postingStarts[number + 1] ?? 0,
      share,
      most: weigh(largestScores[number] ?? 0, share),
    }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
}

function weigh(score: number, share: number): number {
  return share === 1 ? score : Math.round(score * share);
}

function addUp(
  { postingPassages, postingScores, passageArticles }: FrozenIndex,
  { start, end, share }: PostingList,
  sums: Sums,
  mask: Uint8Array | undefined,
): void {
  const { scores, touched } = sums;
  let { count } = sums;
  for (let at = start; at < end; at += 1) {
    const score = weigh(postingScores[at] ?? 0, share);
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

/**
 * The passages that may still come among the best, ascending.
 *
 * @param rest - What the list and those after it can add at most.
 * @returns `null` when others may, too, or when finding out would take longer than adding up.
 */
function findRunning(
  { scores, touched, count }: Sums,
  list: PostingList,
  rest: number,
  limit: number,
): Uint32Array | null {
  if (count < limit || list.end - list.start < count) return null;
  const passages = touched.subarray(0, count);
  const worst = pickBest(passages, scores, limit).at(-1)?.score ?? 0;
  if (rest >= worst) return null;
  return passages.filter((passage) => (scores[passage] ?? 0) + rest >= worst).sort();
}

/** Adds a list's scores to some passages only. @param passages - Ascending. */
function lookUp(
  { postingPassages, postingScores }: FrozenIndex,
  { start, end, share }: PostingList,
  passages: Uint32Array,
  scores: Int32Array,
): void {
  let at = start;
  for (const passage of passages) {
    let step = 1;
    while (at + step < end && (postingPassages[at + step] ?? 0) < passage) {
      at += step;
      step *= 2;
    }
    at = findPosting(postingPassages, at, Math.min(end, at + step + 1), passage);
    if (at >= end) return;
    if (postingPassages[at] === passage) {
      scores[passage] = (scores[passage] ?? 0) + Math.max(0, weigh(postingScores[at] ?? 0, share));
    }
  }
}

/** The `limit` passages with the largest scores, best first, the smaller one first on a tie. */
function pickBest(passages: Uint32Array, scores: Int32Array, limit: number): RankedPassage[] {
  const best = new Uint32Array(limit);
  const bestScores = new Int32Array(limit);
  let count = 0;
  for (const passage of passages) {
    const score = scores[passage] ?? 0;
    const last = count - 1;
    if (count === limit && !comesBefore(passage, score, best[last] ?? 0, bestScores[last] ?? 0)) continue;
    let at = Math.min(count, limit - 1);
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
