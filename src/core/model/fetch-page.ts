/** Why a page is not taken. */
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

/** A page as it came off the web. */
export interface FetchedPage {
  /** Absolute: where the last redirect led. */
  readonly url: string;
  /** In lower case, without parameters, e.g. `text/html`; `null` where the server names none. */
  readonly contentType: string | null;
  /** As the server names it, in lower case; `null` where it names none. */
  readonly charset: string | null;
  /** Decompressed. */
  readonly bytes: Uint8Array;
}

/** What is asked for: an article of any kind, or that or a feed. */
export type WantedPage = 'article' | 'article-or-feed';

/**
 * Gets a page from the public web; nothing in it is run, no cookie is kept.
 *
 * @param wanted - Default `article`.
 * @throws {Fault} `FETCH_REFUSED`; `facts.why` is a {@link FetchRefusal}.
 */
export type FetchPage = (url: string, wanted?: WantedPage) => Promise<FetchedPage>;

/**
 * Lists the pages that a feed (RSS, RDF or Atom) leads to.
 *
 * @returns Absolute addresses in the feed's order, each once; `null` for what is no feed.
 */
export type ReadFeed = (page: FetchedPage) => readonly string[] | null;
