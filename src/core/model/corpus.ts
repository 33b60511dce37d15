/** The loaded corpus and everything derived from it: index, glossary, vocabulary and equivalents. */

import type { ArticleColumns, TitleWords } from '../arrays/article-columns.js';
import type { Language, SentenceTraits } from './analyzer.js';
import type { Article, Passage, Span, WithdrawnArticle } from './article.js';
import type { PartialDate } from './partial-date.js';
import type { FileProblem } from './problem.js';
import type { SearchIndex } from './search-index.js';

/** The facts about its corpus that every answer states. */
export interface CorpusSummary {
  /** Seven hex digits; equal articles and glossaries give equal revisions. */
  readonly revision: string;
  readonly articles: number;
  readonly passages: number;
  /** The earliest date of publication; `null` if no article is dated. */
  readonly from: PartialDate | null;
  /** The latest one. */
  readonly to: PartialDate | null;
}

export interface OutletCount {
  /** `null` for the articles without a known outlet. */
  readonly outlet: string | null;
  readonly articles: number;
}

export interface Sentence extends SentenceTraits {
  /** In UTF-16 units of the passage's text. */
  readonly span: Span;
  /** `hash32` of each term, in reading order. */
  readonly termHashes: ArrayLike<number>;
  /** Each term's sum of `MARKS` and `BESIDE`. */
  readonly termMarks: ArrayLike<number>;
}

/** The terms of a passage, sentence after sentence. */
export interface PassageTerms {
  /** `hash32` of each term. */
  readonly hashes: ArrayLike<number>;
  /** Each term's sum of `MARKS`. */
  readonly marks: ArrayLike<number>;
  /** Where each sentence ends in both lists. */
  readonly ends: readonly number[];
}

/**
 * The loaded articles and their text; immutable. Articles are numbered from 0 by id in code-unit order, passages
 * from 0 by article, then in reading order. Articles and passages are decoded on access.
 */
export interface Corpus {
  readonly summary: CorpusSummary;
  /** Most articles first, then by name. */
  readonly outlets: readonly OutletCount[];
  /** Headlines that serve as example questions, newest first. */
  readonly examples: readonly string[];
  readonly columns: ArticleColumns;
  readonly titleWords: TitleWords;
  /** The articles of each author, tag and site; from `freezeFactWords`. */
  readonly factWords: TitleWords;
  /** In code-unit order. */
  articleIds(): Iterable<string>;
  /** In code-unit order of the ids. */
  fingerprints(): Iterable<readonly [articleId: string, fingerprint: bigint]>;
  articleAt(number: number): Article | undefined;
  /** @returns -1 for an unknown or withdrawn article. */
  articleNumber(id: string): number;
  /** By id in code-unit order; disjoint from the articles above. */
  readonly withdrawnArticles: readonly WithdrawnArticle[];
  article(id: string): Article | undefined;
  /** @returns `undefined` if the article is unknown or not withdrawn. */
  withdrawn(id: string): WithdrawnArticle | undefined;
  passage(handle: string): Passage | undefined;
  passageAt(number: number): Passage | undefined;
  /** @returns -1 for an unknown handle. */
  passageNumber(handle: string): number;
  /** @returns The number of a passage's article. */
  articleOf(passage: number): number;
  /** @returns The numbers of an article's passages; an empty span for an unknown article. */
  passagesOf(article: number): Span;
  /** @returns Those of the article's passages `from` to `to` (from 1, inclusive) that exist. */
  passages(articleId: string, from: number, to: number): readonly Passage[];
  /** @returns `''` for an unknown or withdrawn article. */
  text(articleId: string): string;
  /**
   * Finds the articles that contain `text` verbatim, by scanning every article.
   *
   * @param limit - The most articles to return, at least 1.
   * @returns Ids in code-unit order; `[]` for an empty text.
   */
  articlesHolding(text: string, limit: number): readonly string[];
  /** @returns `[]` for an unknown passage. */
  sentencesAt(passage: number): readonly Sentence[];
  /** The same as {@link sentencesAt} without spans and traits: faster for many passages. */
  termsAt(passage: number): PassageTerms;
  /** @returns `[]` for an unknown article. */
  headlineTermHashesAt(article: number): ArrayLike<number>;
  /** @returns Each headline term's sum of `MARKS` and `BESIDE`. */
  headlineTermMarksAt(article: number): ArrayLike<number>;
  /** Changes with the article's text or any of its facts; `undefined` for an unknown or withdrawn article. */
  fingerprint(articleId: string): bigint | undefined;
}

/** A corpus and everything derived from it, swapped in as one. */
export interface LoadedCorpus {
  readonly corpus: Corpus;
  readonly index: SearchIndex;
  readonly glossary: Glossary;
  readonly vocabulary: Vocabulary;
  readonly equivalents: EquivalentsIndex;
  /** In ms since 1970. */
  readonly loadedAt: number;
  readonly problems: readonly FileProblem[];
}

/** English and Swahili terms with the same meaning, at least one of each. */
export interface GlossaryEntry {
  /** Each one line of lower case, 1 to 4 words, at most 60 UTF-16 units. */
  readonly en: readonly string[];
  /** Like {@link en}. */
  readonly sw: readonly string[];
}

/** In file order; no term occurs in two entries; may be empty. */
export type Glossary = readonly GlossaryEntry[];

export interface KnownWord {
  /** Lower case and folded. */
  readonly word: string;
  /** The form that the index holds. */
  readonly term: string;
  /** True if the corpus mostly writes it as a name. */
  readonly isName: boolean;
}

/** The words of the corpus as written there. */
export interface Vocabulary {
  /** @param word - Lower case and folded. */
  find(word: string): KnownWord | undefined;
  /**
   * Finds the most frequent name that is longer and begins with a word (Chris, Christopher).
   *
   * @param word - Lower case and folded.
   * @returns `undefined` for a word of fewer than 4 letters, and if there is no such name.
   */
  completing(word: string): KnownWord | undefined;
  /**
   * Finds the likeliest correction of a misspelt word: by edit distance, then sound, then frequency in the corpus.
   *
   * @param word - Lower case and folded.
   * @returns `undefined` if no word is near enough.
   */
  nearest(word: string): KnownWord | undefined;
}

export interface EquivalentPhrase {
  /** As shown to members. */
  readonly text: string;
  /** At least one, in reading order. */
  readonly terms: readonly string[];
  /** `null` if it belongs to no particular language. */
  readonly language: Language | null;
}

/** Interchangeable phrases, except that phrases of the same language do not replace each other. */
export interface Equivalents {
  readonly origin: 'acronym' | 'glossary' | 'synonym';
  readonly phrases: readonly EquivalentPhrase[];
}

interface FoundPhrase {
  readonly group: Equivalents;
  readonly phrase: EquivalentPhrase;
}

interface EquivalentsIndex {
  /** @returns The phrases whose first term is `term`; `[]` if there is none. */
  startingWith(term: string): readonly FoundPhrase[];
}

export function indexEquivalents(groups: readonly Equivalents[]): EquivalentsIndex {
  const byFirstTerm = new Map<string, FoundPhrase[]>();
  for (const group of groups) {
    for (const phrase of group.phrases) {
      const [first = ''] = phrase.terms;
      const phrases = byFirstTerm.get(first) ?? [];
      phrases.push({ group, phrase });
      byFirstTerm.set(first, phrases);
    }
  }
  return { startingWith: (term) => byFirstTerm.get(term) ?? [] };
}
