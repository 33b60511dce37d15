export const MAX_QUESTION_CHARS = 300;
export const MIN_RESULTS = 1;
export const MAX_RESULTS = 5;
export const DEFAULT_RESULTS = 3;
/** How deep an answer is ranked. */
export const MAX_RANKED = 10;
export const MAX_NEAREST = 3;
