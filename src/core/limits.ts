export const MAX_QUESTION_CHARS = 300;
export const MIN_RESULTS = 1;
export const MAX_RESULTS = 5;
export const DEFAULT_RESULTS = 3;
/** How deep an answer is ranked. */
export const MAX_RANKED = 10;
export const MAX_NEAREST = 3;
/** How many problems the sentence about a fault tells. */
export const MAX_PROBLEMS_TOLD = 3;
