import type { Article, Passage, Problem, Span, WithdrawnArticle } from './article.js';
import type { ArticleColumns } from './article-columns.js';
import type { EquivalentsIndex } from './equivalents.js';
import type { Glossary } from './glossary.js';
import type { PartialDate } from './partial-date.js';
import type { SearchIndex } from './search-index.js';
import type { TitleWords } from './title-words.js';
import type { Vocabulary } from './vocabulary.js';

/** What every answer says of the corpus that it comes from. */
export interface CorpusSummary {
  /** Seven hex digits; the same for the same articles and glossary. */
  readonly revision: string;
  readonly articles: number;
  readonly passages: number;
  /** The earliest and latest date of publication; `null` when no article is dated. */
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/** An outlet and how many articles of it the corpus holds. */
export interface OutletCount {
  /** `null` counts the articles whose outlet is unknown. */
  readonly outlet: string | null;
  readonly articles: number;
}

/** A sentence of a passage. */
export interface Sentence {
  /** In UTF-16 units of the passage. */
  readonly span: Span;
  /** `hash32` of each term, in reading order. */
  readonly termHashes: ArrayLike<number>;
  /** Sum of `MARKS` of each. */
  readonly termMarks: ArrayLike<number>;
}

/**
 * The articles that are loaded: owns the text. Immutable. Articles are numbered from 0 by id, in code-unit
 * order; each is read when it is asked for.
 */
export interface Corpus {
  readonly summary: CorpusSummary;
  /** Most articles first, then by name. */
  readonly outlets: readonly OutletCount[];
  /** Headlines to ask as example questions, the best first. */
  readonly examples: readonly string[];
  readonly columns: ArticleColumns;
  readonly titleWords: TitleWords;
  /** In code-unit order. */
  articleIds(): Iterable<string>;
  /** Each article's id and fingerprint, by id, in code-unit order. */
  fingerprints(): Iterable<readonly [articleId: string, fingerprint: bigint]>;
  articleAt(number: number): Article | undefined;
  /** By id, in code-unit order; none of them is among the others. */
  readonly withdrawnArticles: readonly WithdrawnArticle[];
  article(id: string): Article | undefined;
  /** @returns `undefined` for an article that is quoted or unknown. */
  withdrawn(id: string): WithdrawnArticle | undefined;
  passage(handle: string): Passage | undefined;
  /** Passages `from` to `to` (from 1, both included) of an article, those that there are. */
  passages(articleId: string, from: number, to: number): readonly Passage[];
  /** The whole text of an article; `''` for an unknown one. */
  text(articleId: string): string;
  /**
   * The articles whose text holds a text, character for character; every article is looked through.
   *
   * @param limit - Most articles to return, at least 1.
   * @returns Their ids, in code-unit order; `[]` for an empty text.
   */
  articlesHolding(text: string, limit: number): readonly string[];
  sentences(handle: string): readonly Sentence[];
  headlineTermHashes(articleId: string): ArrayLike<number>;
  /** Changes when the article's text or anything known of it does. */
  fingerprint(articleId: string): bigint | undefined;
}

/** A corpus and what was learnt from it, swapped in as one. */
export interface LoadedCorpus {
  readonly corpus: Corpus;
  readonly index: SearchIndex;
  readonly glossary: Glossary;
  readonly vocabulary: Vocabulary;
  readonly equivalents: EquivalentsIndex;
  /** In ms since 1970. */
  readonly loadedAt: number;
  /** What could not be loaded. */
  readonly problems: readonly Problem[];
}
