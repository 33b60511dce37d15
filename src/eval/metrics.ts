/** Passage id to relevance grade: an integer, 0 or more; absent means 0. */
export type Grades = ReadonlyMap<string, number>;

/**
 * Normalised discounted cumulative gain of one ranking, in 0..1.
 *
 * Gain is the grade itself and the discount log2(rank + 1), as in trec_eval's `ndcg_cut`
 * (Järvelin and Kekäläinen, ACM TOIS 20(4), 2002).
 *
 * @param ranking - Passage ids, best first, without repeats.
 * @param k - Cut-off rank, 1 or more.
 * @returns 0 when nothing is relevant, so that such a question counts against the system.
 */
export function ndcgAt(ranking: readonly string[], grades: Grades, k: number): number {
  const ideal = sumDiscounted(
    [...grades.values()].sort((a, b) => b - a),
    k,
  );
  return ideal === 0
    ? 0
    : sumDiscounted(
        ranking.map((id) => grades.get(id) ?? 0),
        k,
      ) / ideal;
}

function sumDiscounted(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}

/** One divided by the rank of the first relevant passage among the first k; 0 where there is none. */
export function reciprocalRankAt(ranking: readonly string[], grades: Grades, k: number): number {
  const first = ranking.slice(0, k).findIndex((id) => isRelevant(id, grades));
  return first < 0 ? 0 : 1 / (first + 1);
}

/** 1 when one of the first k passages is relevant, otherwise 0. */
export function hitAt(ranking: readonly string[], grades: Grades, k: number): number {
  return ranking.slice(0, k).some((id) => isRelevant(id, grades)) ? 1 : 0;
}

/** Share of the relevant passages that stand among the first k; 0 when nothing is relevant. */
export function recallAt(ranking: readonly string[], grades: Grades, k: number): number {
  const relevant = [...grades.values()].filter((grade) => grade > 0).length;
  const found = ranking.slice(0, k).filter((id) => isRelevant(id, grades)).length;
  return relevant === 0 ? 0 : found / relevant;
}

function isRelevant(id: string, grades: Grades): boolean {
  return (grades.get(id) ?? 0) > 0;
}

/**
 * The value below which a share of the values lies, by the nearest rank.
 *
 * @param share - In 0..1.
 * @returns 0 for no values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, ties counting half
 * (Fawcett, Pattern Recognition Letters 27(8), 2006).
 *
 * @returns In 0..1; 0.5 when one of the classes is empty.
 */
export function rocArea(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0.5;
  const sorted = [...negatives].sort((a, b) => a - b);
  const wins = positives.reduce((sum, score) => {
    const below = countBelow(sorted, score, false);
    return sum + below + (countBelow(sorted, score, true) - below) / 2;
  }, 0);
  return wins / (positives.length * negatives.length);
}

/** How many of the ascending values lie below `limit`, or with `orEqual` not above it. */
function countBelow(sorted: readonly number[], limit: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (orEqual && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
