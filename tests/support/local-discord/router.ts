import type { SentFile } from './attachments.js';
import type { Problem } from './limits/problems.js';

/** What came, and how to judge it. */
export interface RouteContext {
  /** The variable parts of the path, by the names its template gives them. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** Whether a failure will keep the answer from the bot. */
  readonly isAnswerLost: boolean;
  /**
   * Refuses the body when the limits or, where these are kept, Discord's own schema for the route is broken.
   *
   * @throws {ApiError} 50035 with every problem.
   */
  refuse(problems: readonly Problem[]): void;
  /** Records what Discord takes but a bot should not send. */
  remark(sentence: string): void;
}

export interface Reply {
  readonly status: number;
  /** Absent means no body and no content type. */
  readonly body?: unknown;
  /** Bytes in place of a body. */
  readonly file?: { readonly contentType: string; readonly content: Buffer };
}

export interface Route {
  readonly method: string;
  /** As Discord's description writes it, e.g. `/channels/{channel_id}/messages`. */
  readonly path: string;
  /** Whether the path itself is the secret, so that no token is asked for. */
  readonly isOpen?: boolean;
  handle(context: RouteContext): Reply;
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export const NO_CONTENT: Reply = { status: 204 };

/** A lookup over all routes; where two fit, the first given wins. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => RouteMatch | null {
  const compiled = routes.map((route) => ({ route, pattern: compile(route.path) }));
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match) return { route, params: decodeAll(match.groups ?? {}) };
    }
    return null;
  };
}

function compile(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u');
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]));
}

/** The variable part of that name. @throws When the route has none. */
export function param({ params }: RouteContext, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no {${name}}`);
  return value;
}
