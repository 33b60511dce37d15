import { setMaxListeners } from 'node:events';
import { Agent, request, type Dispatcher } from 'undici';
import type { FetchedPage, FetchPage, WantedPage } from '../core/fetch-page.js';
import { type AddressGuard, PUBLIC_WEB } from './address-guard.js';
import { checkAddress } from './check-address.js';
import { checkStatus, isRedirect } from './check-status.js';
import { createLookup } from './create-lookup.js';
import { explainFailure } from './explain-failure.js';
import { readBody } from './read-body.js';
import { readContentType } from './read-content-type.js';
import { refuse } from './refuse.js';

export interface FetchLimits {
  /** For all of a page together: names, redirects and body. */
  readonly totalMs: number;
  /** After decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

export const FETCH_LIMITS: FetchLimits = { totalMs: 10_000, maxBytes: 5 * 1024 * 1024, maxRedirects: 5 };

export interface FetchParts {
  /** Of this program; sites see it. */
  readonly version: string;
  /** Default {@link PUBLIC_WEB}. */
  readonly guard?: AddressGuard;
  /** Default {@link FETCH_LIMITS}. */
  readonly limits?: FetchLimits;
}

/** What a page is asked for with. */
interface Visit extends Required<FetchParts> {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly wanted: WantedPage;
}

/** Builds what gets pages; each is asked for with connections of its own, so that none is shared. */
export function createFetchPage({
  version,
  guard = PUBLIC_WEB,
  limits = FETCH_LIMITS,
}: FetchParts): FetchPage {
  return async (address, wanted = 'article') => {
    const deadline = new AbortController();
    // Every redirect adds some.
    setMaxListeners(0, deadline.signal);
    // A request that is given up leaves its socket to wait for a name or a connection, unless that is told too.
    const connect = { lookup: createLookup(guard), signal: deadline.signal };
    const agent = new Agent({ connect, connections: 1, pipelining: 0 });
    const timer = setTimeout(() => {
      deadline.abort(refuse('too-slow'));
    }, limits.totalMs);
    try {
      return await visit(address, { version, guard, limits, agent, signal: deadline.signal, wanted });
    } catch (error) {
      throw explainFailure(deadline.signal.aborted ? deadline.signal.reason : error);
    } finally {
      clearTimeout(timer);
      await agent.destroy();
    }
  };
}

async function visit(address: string, visiting: Visit): Promise<FetchedPage> {
  const { guard, limits } = visiting;
  const visited = new Set<string>();
  let url = checkAddress(address, guard);
  for (;;) {
    visited.add(url.href);
    const response = await ask(url, visiting);
    if (!isRedirect(response.statusCode)) return receive(url, response, visiting);
    const next = checkAddress(readHeader(response, 'location') ?? '', guard, url);
    if (visited.has(next.href)) throw refuse('redirect-loop');
    if (visited.size > limits.maxRedirects) throw refuse('too-many-redirects');
    url = next;
  }
}

async function ask(url: URL, { version, agent, signal }: Visit): Promise<Dispatcher.ResponseData> {
  const response = await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      'user-agent': `Nukuu/${version} (+Discord bot that quotes news articles)`,
      accept: 'text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf, */*;q=0.5',
      'accept-encoding': 'gzip, br',
      'accept-language': 'en, sw;q=0.9, *;q=0.5',
    },
  });
  // A body that is read no further fails when its connection is closed, and nobody else would hear of it.
  response.body.on('error', () => undefined);
  return response;
}

async function receive(
  url: URL,
  response: Dispatcher.ResponseData,
  { limits, wanted }: Visit,
): Promise<FetchedPage> {
  checkStatus(response.statusCode);
  const kind = readContentType(readHeader(response, 'content-type'), url, wanted);
  if (Number(readHeader(response, 'content-length') ?? 0) > limits.maxBytes) throw refuse('too-large');
  const encoding = readHeader(response, 'content-encoding');
  return { url: url.href, ...kind, bytes: await readBody(response.body, encoding, limits.maxBytes) };
}

/** The first value of a header. */
function readHeader({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}
