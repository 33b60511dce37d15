export interface Hit {
  /** The passage's number, from 0, in indexing order, which is that of the corpus. */
  readonly passage: number;
  /** Its article's number, from 0, in the order of the articles' first passages, which is that of the corpus. */
  readonly article: number;
  /** Above 0; higher is better. Comparable only within one result list of one engine. */
  readonly score: number;
}

export interface SearchTerm {
  readonly term: string;
  /** The factor of its score, above 0: up to 1 for a word that is asked once. */
  readonly boost: number;
}

/** A subset of the corpus's articles. */
export interface ArticleSet {
  /** One byte per article, by number as in {@link Hit}; 1 if the article is in the set. */
  readonly mask: Uint8Array;
  readonly size: number;
}

export interface IndexablePassage {
  readonly articleId: string;
  readonly headlineTerms: readonly string[];
  readonly textTerms: readonly string[];
}

/** The only interface between the core and a search engine. */
export interface SearchIndex {
  /**
   * @param terms - Distinct terms from the `Analyzer` that the index was built with.
   * @param limit - The most hits to return, at least 1.
   * @param within - The articles to search; default: all.
   * @returns Best first, equal scores by passage number; `[]` if nothing matches.
   */
  search(terms: readonly SearchTerm[], limit: number, within?: ArticleSet): Promise<readonly Hit[]>;

  /** @returns Each term's contribution to a passage's score, in the order of `terms`; 0 if the passage lacks it. */
  explain(terms: readonly SearchTerm[], passage: number): readonly number[];

  /** @returns The term's inverse document frequency; 0 if the index does not hold it. */
  idf(term: string): number;

  /** The idf of the index's rarest term; 0 if it holds no term. */
  readonly maxIdf: number;
}
