export const DAY_MS = 24 * 60 * 60 * 1000;
/** How long public answers and the votes on them are kept. */
export const ANSWERS_KEPT_DAYS = 30;
/** How long a draft waits to be confirmed. */
export const DRAFTS_KEPT_MS = 60 * 60 * 1000;
