import { parseFeed } from 'feedsmith';
import type { FetchedPage, ReadFeed } from '../core/model/fetch-page.js';

const HEAD_BYTES = 4096;
const FEED_ROOT = /<(?:rss|feed|[\w-]+:RDF)[\s>]/iu;
const DECLARED = /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w:.+-]+)["']/iu;

/** Lists the pages that an RSS, RDF or Atom feed leads to. */
export const readFeed: ReadFeed = (page) => {
  const head = Buffer.from(page.bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  if (!FEED_ROOT.test(head) || /<html[\s>]/iu.test(head)) return null;
  const links = listLinks(decode(page, DECLARED.exec(head)?.[1] ?? null));
  return links && [...new Set(links.flatMap((link) => resolve(link, page.url)))];
};

/** The first link of each entry; `null` for what cannot be read as a feed. */
function listLinks(source: string): string[] | null {
  try {
    const { format, feed } = parseFeed(source);
    if (format === 'json') return null;
    if (format === 'atom') return (feed.entries ?? []).flatMap(({ links = [] }) => findPage(links) ?? []);
    if (format === 'rdf') return (feed.items ?? []).flatMap(({ link }) => link ?? []);
    return (feed.items ?? []).flatMap(({ link, guid }) => link ?? toAddress(guid) ?? []);
  } catch {
    // The parser tells of what is no feed by throwing.
    return null;
  }
}

interface AtomLink {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
}

/** A link without a relation is to the page itself (RFC 4287, 4.2.7.2). */
function findPage(links: readonly AtomLink[]): string | undefined {
  return links.find(({ href, rel = 'alternate' }) => href !== undefined && rel === 'alternate')?.href;
}

/** An identifier is an address unless it says that it is none (RSS 2.0). */
function toAddress(guid: { value?: string; isPermaLink?: boolean } | undefined): string | undefined {
  return guid?.isPermaLink === false ? undefined : guid?.value;
}

function resolve(link: string, base: string): string[] {
  if (!URL.canParse(link, base)) return [];
  const url = new URL(link, base);
  return /^https?:$/u.test(url.protocol) ? [url.href] : [];
}

function decode({ bytes, charset }: FetchedPage, declared: string | null): string {
  for (const label of [charset, declared]) {
    try {
      if (label !== null) return new TextDecoder(label).decode(bytes);
    } catch {
      // An encoding that nobody knows is as good as none.
    }
  }
  return new TextDecoder().decode(bytes);
}
