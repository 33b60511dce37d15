import { Fault } from '../core/errors.js';
import type { FetchRefusal } from '../core/fetch-page.js';

/** The fault of a page that is not taken. */
export function refuse(why: FetchRefusal, cause?: unknown): Fault {
  return new Fault('FETCH_REFUSED', `the page is not taken: ${why}`, { cause, facts: { why } });
}
