import type { Evidence } from '../answer.js';
import type { Article, Passage, Span } from '../article.js';
import type { CorpusSummary } from '../corpus.js';

/** A piece of a passage. */
export interface Slice {
  readonly passage: Passage;
  /** In UTF-16 units of the passage's text. */
  readonly span: Span;
}

/** Where the words of a quotation stand in an article. */
export interface QuotationSource {
  readonly article: Article;
  /**
   * In reading order, at least one: a part for each stretch between the ellipses of the quotation, and in each
   * a slice for every passage that it runs over.
   */
  readonly parts: readonly (readonly Slice[])[];
}

/** A piece of a comparison; those of the corpus, read on end, are its text without a change. */
export interface Piece {
  /** In both, in the corpus alone, or in the message alone in place of what follows. */
  readonly kind: 'same' | 'corpus' | 'message';
  readonly text: string;
}

/** What became of a quotation when it was held against the corpus. */
export type CheckedQuotation =
  | {
      readonly kind: 'word-for-word';
      readonly quotation: string;
      /** In the article that was published first; undated ones come last. */
      readonly source: QuotationSource;
      /** The other articles that hold it, in the order in which they were published. */
      readonly alsoIn: readonly Article[];
    }
  | {
      readonly kind: 'nearly';
      readonly quotation: string;
      /** Of one part. */
      readonly source: QuotationSource;
      /** The slices of {@link source}, joined by line feeds, set beside the quotation. */
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'not-found'; readonly quotation: string };

/** What the corpus holds that bears on somebody's message. */
export interface SourcesFound {
  /** `found` when there is a quotation or a passage to show; `no-text` when the message holds no word at all. */
  readonly kind: 'found' | 'nothing-found' | 'no-text';
  /** In the order of the message, at most 10; `[]` when it quotes nothing. */
  readonly quotations: readonly CheckedQuotation[];
  /** Passages that bear on the message besides those of {@link quotations}, best first, at most 5. */
  readonly evidence: readonly Evidence[];
  readonly corpus: CorpusSummary;
}
