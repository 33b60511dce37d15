import type { StringTable } from '../../core/string-table.js';

/**
 * A learnt model as flat arrays: term t scores `postingScores[p] / SCORE_SCALE` in passage
 * `postingPassages[p]` for p from `postingStarts[t]` to `postingStarts[t + 1]`, passages ascending.
 */
export interface FrozenIndex {
  readonly terms: StringTable;
  readonly handles: StringTable;
  /** The article of each passage, numbered by its first passage. */
  readonly passageArticles: Uint32Array;
  readonly idf: Float32Array;
  /** The largest of {@link idf}; 0 without terms. */
  readonly rarestWeight: number;
  readonly postingStarts: Uint32Array;
  readonly postingPassages: Uint32Array;
  readonly postingScores: Int32Array;
}

/** wink rounds a score to four decimals; as integers they add up without error, so that ties are ties. */
export const SCORE_SCALE = 10_000;
