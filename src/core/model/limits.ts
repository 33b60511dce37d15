export const MAX_QUESTION_CHARS = 300;
export const MIN_RESULTS = 1;
export const MAX_RESULTS = 5;
export const DEFAULT_RESULTS = 3;
/** How deep an answer is ranked. */
export const MAX_RANKED = 10;
export const MAX_NEAREST = 3;
/** How many problems the sentence about a fault tells. */
export const MAX_PROBLEMS_TOLD = 3;

export const DAY_MS = 24 * 60 * 60 * 1000;
/** After so many days public answers and the votes on them are removed. */
export const ANSWER_RETENTION_DAYS = 30;
/** A draft can be confirmed for so long. */
export const DRAFT_LIFETIME_MS = 60 * 60 * 1000;
