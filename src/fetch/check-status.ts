import type { FetchRefusal } from '../core/fetch-page.js';
import { refuse } from './refuse.js';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

const REFUSALS: Readonly<Record<number, FetchRefusal>> = {
  401: 'forbidden',
  402: 'paywall',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  429: 'busy',
  451: 'forbidden',
  503: 'busy',
};

export function isRedirect(status: number): boolean {
  return REDIRECTS.includes(status);
}

/** @throws {Fault} `FETCH_REFUSED` for every status (RFC 9110) but 200 to 299. */
export function checkStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  throw refuse(REFUSALS[status] ?? (status >= 500 ? 'server-error' : 'refused'));
}
