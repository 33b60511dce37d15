/** Fetching pages and feeds from the public web. */

export type FetchRefusal =
  | 'address-invalid'
  | 'not-web'
  | 'credentials'
  | 'port'
  | 'private-address'
  | 'host-unknown'
  | 'unreachable'
  | 'certificate'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'downgrade'
  | 'too-slow'
  | 'too-large'
  | 'wrong-type'
  | 'garbled'
  | 'not-found'
  | 'forbidden'
  | 'busy'
  | 'refused'
  | 'server-error'
  | 'paywall'
  | 'consent-wall';

export interface FetchedPage {
  /** Absolute; the target of the last redirect. */
  readonly url: string;
  /** In lower case, without parameters, e.g. `text/html`; `null` if the server states none. */
  readonly contentType: string | null;
  /** As stated by the server, in lower case; `null` if it states none. */
  readonly charset: string | null;
  /** Decompressed. */
  readonly bytes: Uint8Array;
}

/** The accepted content: an article in any format, and optionally a feed. */
export type WantedPage = 'article' | 'article-or-feed';

/**
 * Fetches a page from the public web; runs no script and stores no cookie.
 *
 * @param wanted - Default: `article`.
 * @throws {Fault} `FETCH_REFUSED`; `facts.why` is a {@link FetchRefusal}.
 */
export type FetchPage = (url: string, wanted?: WantedPage) => Promise<FetchedPage>;

/**
 * Lists the pages that a feed (RSS, RDF or Atom) links to.
 *
 * @returns Absolute addresses in the feed's order, without repeats; `null` if the page is not a feed.
 */
export type ReadFeed = (page: FetchedPage) => readonly string[] | null;

/** A page and what was read as its article. */
interface ReadPage {
  readonly html: string;
  /** Returns the visible text of the whole page on one line. */
  readonly readText: () => string;
  /** The passages that were read as the article; `[]` if there were none. */
  readonly passages: readonly string[];
  /** The number of words in {@link passages}. */
  readonly words: number;
}

/**
 * Detects a wall that a page shows in place of its article.
 *
 * @returns `null` if the passages may well be the complete article.
 */
export type FindWall = (page: ReadPage) => Extract<FetchRefusal, 'paywall' | 'consent-wall'> | null;
