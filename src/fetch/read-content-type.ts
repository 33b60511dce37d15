import { extname } from 'node:path';
import type { FetchedPage, WantedPage } from '../core/fetch-page.js';
import { refuse } from './refuse.js';

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
/** What servers say of files that they do not know. */
const UNSPECIFIC = ['application/octet-stream', 'binary/octet-stream'];
const ARTICLE_FILES = /^\.(?:html?|md|markdown|txt|pdf)$/iu;
const CHARSET = /;\s*charset\s*=\s*"?([\w:.+-]+)/iu;

/**
 * Reads what a server says of the kind of its page.
 *
 * @param header - `content-type` (RFC 9110, 8.3).
 * @throws {Fault} `FETCH_REFUSED` for a kind that no reader takes.
 */
export function readContentType(
  header: string | undefined,
  url: URL,
  wanted: WantedPage,
): Pick<FetchedPage, 'contentType' | 'charset'> {
  const type = header?.split(';')[0]?.trim().toLowerCase() ?? '';
  const charset = CHARSET.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  const isUnspecific =
    type === '' || (UNSPECIFIC.includes(type) && ARTICLE_FILES.test(extname(url.pathname)));
  if (isUnspecific) return { contentType: null, charset };
  const taken = wanted === 'article' ? ARTICLES : [...ARTICLES, ...FEEDS];
  if (!taken.includes(type)) throw refuse('wrong-type');
  return { contentType: type, charset };
}
