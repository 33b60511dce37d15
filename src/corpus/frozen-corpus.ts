import type { WithdrawnArticle } from '../core/article.js';
import type { CorpusSummary, OutletCount } from '../core/corpus.js';
import type { StringList } from '../core/string-table.js';
import type { ArticleTable } from './article-table.js';

/**
 * A corpus as flat arrays, which any thread or file takes as they are. Articles, their passages and
 * the sentences of those are numbered in order; `xStarts[i]` to `xStarts[i + 1]` are what belongs to i.
 */
export interface FrozenCorpus {
  readonly summary: CorpusSummary;
  readonly outlets: readonly OutletCount[];
  readonly examples: readonly string[];
  readonly articles: ArticleTable;
  /** By id, in code-unit order. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** One an article. */
  readonly texts: StringList;
  /** Article to passages. */
  readonly passageStarts: Uint32Array;
  /** Start and end of each passage in UTF-16 units of its article. */
  readonly passageSpans: Uint32Array;
  /** Start and end of each passage in the bytes of {@link texts}. */
  readonly passageBytes: Uint32Array;
  /** Passage to sentences. */
  readonly sentenceStarts: Uint32Array;
  /** Start and end of each sentence in UTF-16 units of its passage. */
  readonly sentenceSpans: Uint32Array;
  /** Sentence to term hashes. */
  readonly sentenceTermStarts: Uint32Array;
  readonly sentenceTerms: Uint32Array;
  /** Sum of `MARKS` of each of {@link sentenceTerms}. */
  readonly sentenceTermMarks: Uint8Array;
  /** Article to term hashes of its headline. */
  readonly headlineTermStarts: Uint32Array;
  readonly headlineTerms: Uint32Array;
}
