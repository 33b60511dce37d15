import type { SentFile } from './attachments.js';
import type { Problem } from './limits/problems.js';

/** A request, and the means to judge it. */
export interface RouteContext {
  /** The variable parts of the path, by their names in the template. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** True if a failure will hide the response from the bot. */
  readonly isAnswerLost: boolean;
  /**
   * Refuses the body if there are problems or, where Discord's own schemas are available, if it violates the route's.
   *
   * @throws {ApiError} 50035 with every problem.
   */
  refuse(problems: readonly Problem[]): void;
  /** Records something that Discord accepts but a bot should not send. */
  remark(sentence: string): void;
}

export interface Reply {
  readonly status: number;
  /** If absent, there is no body and no content type. */
  readonly body?: unknown;
  /** Bytes in place of a body. */
  readonly file?: { readonly contentType: string; readonly content: Buffer };
}

export interface Route {
  readonly method: string;
  /** As in Discord's OpenAPI description, e.g. `/channels/{channel_id}/messages`. */
  readonly path: string;
  /** True if the path itself is the secret, so that no token is needed. */
  readonly isOpen?: boolean;
  handle(context: RouteContext): Reply;
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export const NO_CONTENT: Reply = { status: 204 };

/** Creates a lookup over all routes; if two match, the first one wins. */
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

/** Returns the variable part with that name. @throws If the route has none. */
export function param({ params }: RouteContext, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no {${name}}`);
  return value;
}
