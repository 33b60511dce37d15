import { parseFeed } from 'feedsmith';
import type { FetchedPage, ReadFeed } from '../core/model/fetch-page.js';

const HEAD_BYTES = 4096;
const FEED_ROOT = /<(?:rss|feed|[\w-]+:RDF)[\s>]/iu;
const DECLARED_ENCODING = /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w:.+-]+)["']/iu;

export const readFeed: ReadFeed = (page) => {
  const head = Buffer.from(page.bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  if (!FEED_ROOT.test(head) || /<html[\s>]/iu.test(head)) return null;
  const links = listLinks(decode(page, DECLARED_ENCODING.exec(head)?.[1] ?? null));
  return links && [...new Set(links.flatMap((link) => resolve(link, page.url)))];
};

/** Lists the first link of each entry; `null` for text that is not a feed. */
function listLinks(xml: string): string[] | null {
  try {
    const { format, feed } = parseFeed(xml);
    if (format === 'json') return null;
    if (format === 'atom') return (feed.entries ?? []).flatMap(({ links = [] }) => findPage(links) ?? []);
    if (format === 'rdf') return (feed.items ?? []).flatMap(({ link }) => link ?? []);
    return (feed.items ?? []).flatMap(({ link, guid }) => link ?? toAddress(guid) ?? []);
  } catch {
    // The parser throws for text that is not a feed.
    return null;
  }
}

interface AtomLink {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
}

/** Finds the link to the page itself; one without `rel` is such a link (RFC 4287, 4.2.7.2). */
function findPage(links: readonly AtomLink[]): string | undefined {
  return links.find(({ href, rel = 'alternate' }) => href !== undefined && rel === 'alternate')?.href;
}

/** Returns a guid as an address; it is one unless `isPermaLink` is false (RSS 2.0). */
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
      // An unknown encoding counts as none.
    }
  }
  return new TextDecoder().decode(bytes);
}
