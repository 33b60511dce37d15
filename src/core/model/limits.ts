/** Limits of questions, answers and retention. */

export const MAX_QUESTION_CHARS = 300;
export const MIN_RESULTS = 1;
export const MAX_RESULTS = 5;
export const DEFAULT_RESULTS = 3;
/** The most passages that one answer offers across all its pages. */
export const MAX_RANKED = 10;
/** The most articles suggested when nothing is found. */
export const MAX_NEAREST = 3;
/** The most problems with files that the sentence about a fault mentions. */
export const MAX_PROBLEMS_LISTED = 3;

export const DAY_MS = 24 * 60 * 60 * 1000;
/** Public answers and the votes on them are removed after this time. */
export const ANSWER_RETENTION_DAYS = 30;
/** A draft can be confirmed within this time. */
export const DRAFT_LIFETIME_MS = 60 * 60 * 1000;
