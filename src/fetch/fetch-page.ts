import { setMaxListeners } from 'node:events';
import { extname } from 'node:path';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { Agent, type Dispatcher, errors, request } from 'undici';
import { describeError, Fault } from '../core/model/fault.js';
import type { FetchedPage, FetchPage, FetchRefusal, WantedPage } from '../core/model/fetch-page.js';
import { type AddressGuard, checkAddress, createLookup, PUBLIC_WEB, refuse } from './address-guard.js';

export interface FetchLimits {
  /** For a whole page: name lookups, redirects and body. */
  readonly totalMs: number;
  /** After decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

export const FETCH_LIMITS: FetchLimits = { totalMs: 10_000, maxBytes: 5 * 1024 * 1024, maxRedirects: 5 };

interface FetchParts {
  /** The version of this program; sites see it in the user agent. */
  readonly version: string;
  /** Default {@link PUBLIC_WEB}. */
  readonly guard?: AddressGuard;
  /** Default {@link FETCH_LIMITS}. */
  readonly limits?: FetchLimits;
}

/** The parts that all requests for one page share. */
interface Visit extends Required<FetchParts> {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly wanted: WantedPage;
}

/** Creates a fetcher that opens connections of its own for every page, so that none is shared. */
export function createFetchPage({
  version,
  guard = PUBLIC_WEB,
  limits = FETCH_LIMITS,
}: FetchParts): FetchPage {
  return async (address, wanted = 'article') => {
    const deadline = new AbortController();
    // Every redirect adds listeners.
    setMaxListeners(0, deadline.signal);
    // Without the signal, the socket of an aborted request would go on waiting for a lookup or a connection.
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
    const response = await send(url, visiting);
    if (!isRedirect(response.statusCode)) return receive(url, response, visiting);
    const next = checkAddress(readHeader(response, 'location') ?? '', guard, url);
    if (visited.has(next.href)) throw refuse('redirect-loop');
    if (visited.size > limits.maxRedirects) throw refuse('too-many-redirects');
    url = next;
  }
}

async function send(url: URL, { version, agent, signal }: Visit): Promise<Dispatcher.ResponseData> {
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
  // A body that is not read to its end fails when its connection closes; without a listener the error is uncaught.
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

/** Returns the first value of a header. */
function readHeader({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

const UNKNOWN_HOST = /^(?:ENOTFOUND|EAI_\w+|ENODATA)$/u;
const TIMEOUT = /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/u;
/** Codes of Node's TLS, of OpenSSL's verification and of the handshake. */
const CERTIFICATE =
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|HOSTNAME_)/u;
/** Codes of undici and of zlib. */
const GARBLED = /^(?:Z_|ERR__ERROR_|UND_ERR_(?:RES|REQ)_CONTENT_LENGTH|UND_ERR_HEADERS_OVERFLOW)/u;

/** Turns any error into a fault: one that is not a fault yet into `FETCH_REFUSED`. */
function explainFailure(error: unknown): Fault {
  return error instanceof Fault ? error : refuse(classify(error), error);
}

function classify(error: unknown): FetchRefusal {
  const code = describeError(error);
  if (error instanceof errors.HTTPParserError) return 'garbled';
  if (UNKNOWN_HOST.test(code)) return 'host-unknown';
  if (TIMEOUT.test(code)) return 'too-slow';
  if (CERTIFICATE.test(code)) return 'certificate';
  return GARBLED.test(code) ? 'garbled' : 'unreachable';
}

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

function isRedirect(status: number): boolean {
  return REDIRECTS.includes(status);
}

/** @throws {Fault} `FETCH_REFUSED` for every status (RFC 9110) except 200 to 299. */
function checkStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  throw refuse(REFUSALS[status] ?? (status >= 500 ? 'server-error' : 'refused'));
}

const ARTICLES = [
  'text/html',
  'application/xhtml+xml',
  'text/markdown',
  'text/x-markdown',
  'text/plain',
  'application/pdf',
];
const FEEDS = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
];
/** The content types that servers send for files of an unknown kind. */
const UNSPECIFIC = ['application/octet-stream', 'binary/octet-stream'];
const ARTICLE_FILES = /^\.(?:html?|md|markdown|txt|pdf)$/iu;
const CHARSET = /;\s*charset\s*=\s*"?([\w:.+-]+)/iu;

/**
 * Parses the content type of a page.
 *
 * @param header - `content-type` (RFC 9110, 8.3).
 * @returns `contentType` is `null` if the header names no type, or an unspecific one for an article's path.
 * @throws {Fault} `FETCH_REFUSED` for a type that no reader accepts.
 */
function readContentType(
  header: string | undefined,
  url: URL,
  wanted: WantedPage,
): Pick<FetchedPage, 'contentType' | 'charset'> {
  const type = header?.split(';')[0]?.trim().toLowerCase() ?? '';
  const charset = CHARSET.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  const isUnspecific =
    type === '' || (UNSPECIFIC.includes(type) && ARTICLE_FILES.test(extname(url.pathname)));
  if (isUnspecific) return { contentType: null, charset };
  const accepted = wanted === 'article' ? ARTICLES : [...ARTICLES, ...FEEDS];
  if (!accepted.includes(type)) throw refuse('wrong-type');
  return { contentType: type, charset };
}

/** The low four bits of the first byte of a zlib stream (RFC 1950, CM); many servers send raw deflate instead. */
const ZLIB_METHOD = 8;

/**
 * Reads and decompresses a response to its end, but stops once it exceeds `maxBytes`.
 *
 * @param encoding - `content-encoding` with at most one coding.
 * @throws {Fault} `FETCH_REFUSED` with `too-large` or `garbled`; a system error.
 */
async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await decode(body, encoding?.trim().toLowerCase() ?? '')) {
    size += chunk.length;
    if (size > maxBytes) throw refuse('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decode(body: Readable, encoding: string): Promise<AsyncIterable<Buffer>> {
  if (encoding === '' || encoding === 'identity') return body;
  // The reader of the result gets the errors of both streams; when it stops reading, both are destroyed.
  return pipeline(body, await createDecoder(encoding, body), () => undefined);
}

async function createDecoder(encoding: string, body: Readable): Promise<Transform> {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding !== 'deflate') throw refuse('garbled');
  const first = await peek(body);
  return (first & 0x0f) === ZLIB_METHOD ? createInflate() : createInflateRaw();
}

/** Returns the first byte of a stream without consuming it; 0 if the stream is empty. */
async function peek(body: Readable): Promise<number> {
  for (;;) {
    const chunk = body.read() as Buffer | null;
    if (chunk) {
      body.unshift(chunk);
      return chunk[0] ?? 0;
    }
    if (body.readableEnded) return 0;
    await new Promise<void>((resolve, reject) => {
      body.once('readable', resolve).once('error', reject);
    });
  }
}
