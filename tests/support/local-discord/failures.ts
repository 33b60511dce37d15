import type { Json } from './json.js';

/** The parts of a request by which failures and tests match it. */
export interface RequestLine {
  readonly method: string;
  /** Begins after `/api/v10`; without the query. */
  readonly path: string;
}

/** The way in which a request fails. */
export type Failure =
  /** Gets this response without being handled. */
  | { readonly kind: 'status'; readonly status: number; readonly body: Json }
  /** The connection breaks: before the request is handled, or after it when `handled` is true. */
  | { readonly kind: 'reset'; readonly handled?: boolean }
  /** Handled, but the answer comes only after `afterMs`, never when that is absent. */
  | { readonly kind: 'lost'; readonly afterMs?: number };

export type RequestMatch =
  ((request: RequestLine) => boolean) | { readonly method?: string; readonly path: RegExp };

/** The most common failures. */
export const FAILURES = {
  serverError: { kind: 'status', status: 500, body: { message: '500: Internal Server Error', code: 0 } },
  unknownInteraction: { kind: 'status', status: 404, body: { message: 'Unknown interaction', code: 10062 } },
  reset: { kind: 'reset' },
  lost: { kind: 'lost' },
} as const satisfies Record<string, Failure>;

/** @param seconds - The time that the bot must wait. */
export function rateLimited(seconds: number): Failure {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
  return { kind: 'status', status: 429, body };
}

export class FailurePlan {
  #planned: { matches: (request: RequestLine) => boolean; failure: Failure; left: number }[] = [];

  add(match: RequestMatch, failure: Failure, times: number): void {
    this.#planned.push({ matches: toPredicate(match), failure, left: times });
  }

  /** Returns the failure for this request and uses it up. */
  take(request: RequestLine): Failure | null {
    const found = this.#planned.find(({ matches, left }) => left > 0 && matches(request));
    if (!found) return null;
    found.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return found.failure;
  }
}

function toPredicate(match: RequestMatch): (request: RequestLine) => boolean {
  if (typeof match === 'function') return match;
  return ({ method, path }) => (match.method ?? method) === method && match.path.test(path);
}
