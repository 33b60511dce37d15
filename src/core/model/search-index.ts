/** A passage that matches, as an engine ranks it. */
export interface Hit {
  /** The passage's number: from 0, in the order in which the engine was given them, which is the corpus's. */
  readonly passage: number;
  /** The number of its article: from 0, in the order of their first passages, which is the corpus's. */
  readonly article: number;
  /** Larger is better, above 0. Comparable only within one result list of one engine. */
  readonly score: number;
}

/** A term to search for. */
export interface SearchTerm {
  readonly term: string;
  /** The share of its score that counts, in 0..1. */
  readonly boost: number;
}

/** Some of the articles of a corpus. */
export interface ArticleSet {
  /** One byte an article in the order in which the engine was given their first passages; 1 for those in the set. */
  readonly mask: Uint8Array;
  /** How many are in the set. */
  readonly size: number;
}

/** What an engine is given of one passage. */
export interface IndexablePassage {
  readonly articleId: string;
  readonly headlineTerms: readonly string[];
  readonly textTerms: readonly string[];
}

/** The one seam between the core and a search engine. */
export interface SearchIndex {
  /**
   * @param terms - Of the {@link Analyzer} that the index was built with; each term once.
   * @param limit - Most hits to return, at least 1.
   * @param within - The articles to search; absent means all.
   * @returns Best first; equal scores by the passages' numbers; `[]` when nothing matches.
   */
  search(terms: readonly SearchTerm[], limit: number, within?: ArticleSet): Promise<readonly Hit[]>;

  /** What each term adds to a passage's score, in their order; 0 for one that it does not hold. */
  explain(terms: readonly SearchTerm[], passage: number): readonly number[];

  /** How rare a term is: its inverse document frequency, 0 for a term that the index does not hold. */
  idf(term: string): number;

  /** What a term weighs that stands in one passage only. */
  readonly maxIdf: number;
}
