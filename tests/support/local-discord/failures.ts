import type { Json } from './json.js';

/** What a failure or a test can tell requests apart by. */
export interface RequestLine {
  readonly method: string;
  /** From after `/api/v10`, without the query. */
  readonly path: string;
}

/** How a request fails. */
export type Failure =
  /** Answered so, without being handled. */
  | { readonly kind: 'status'; readonly status: number; readonly body: Json }
  /** The connection breaks: before the request is handled, or after it when `handled` is true. */
  | { readonly kind: 'reset'; readonly handled?: boolean }
  /** Handled, but the answer comes only after `afterMs`, never when that is absent. */
  | { readonly kind: 'lost'; readonly afterMs?: number };

export type RequestMatch =
  ((request: RequestLine) => boolean) | { readonly method?: string; readonly path: RegExp };

/** The failures met most often. */
export const FAILURES = {
  serverError: { kind: 'status', status: 500, body: { message: '500: Internal Server Error', code: 0 } },
  unknownInteraction: { kind: 'status', status: 404, body: { message: 'Unknown interaction', code: 10062 } },
  reset: { kind: 'reset' },
  lost: { kind: 'lost' },
} as const satisfies Record<string, Failure>;

/** @param seconds - How long the bot is told to wait. */
export function rateLimited(seconds: number): Failure {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
  return { kind: 'status', status: 429, body };
}

export class FailurePlan {
  #planned: { matches: (request: RequestLine) => boolean; failure: Failure; left: number }[] = [];

  add(match: RequestMatch, failure: Failure, times: number): void {
    this.#planned.push({ matches: toPredicate(match), failure, left: times });
  }

  /** The failure this request meets, used up by it. */
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
