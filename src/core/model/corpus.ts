import type { ArticleColumns, TitleWords } from '../arrays/article-columns.js';
import type { Language } from './analyzer.js';
import type { Article, Passage, Span, WithdrawnArticle } from './article.js';
import type { PartialDate } from './partial-date.js';
import type { FileProblem } from './problem.js';
import type { SearchIndex } from './search-index.js';

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
 * order; passages from 0 by article, then in reading order. Each is read when it is asked for.
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
  /** @returns -1 for an id that the corpus does not hold. */
  articleNumber(id: string): number;
  /** By id, in code-unit order; none of them is among the others. */
  readonly withdrawnArticles: readonly WithdrawnArticle[];
  article(id: string): Article | undefined;
  /** @returns `undefined` for an article that is quoted or unknown. */
  withdrawn(id: string): WithdrawnArticle | undefined;
  passage(handle: string): Passage | undefined;
  passageAt(number: number): Passage | undefined;
  /** @returns -1 for a handle that the corpus does not hold. */
  passageNumber(handle: string): number;
  /** The numbers of an article's passages, empty for a number that no article has. */
  passagesOf(article: number): Span;
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
  /** @returns `[]` for a number that no passage has. */
  sentencesAt(passage: number): readonly Sentence[];
  /** @returns `[]` for a number that no article has. */
  headlineTermHashesAt(article: number): ArrayLike<number>;
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
  readonly problems: readonly FileProblem[];
}

/** Terms that mean the same in English and in Swahili; at least one of each. */
export interface GlossaryEntry {
  /** Each on one line, in lower case, of 1 to 4 words and at most 60 UTF-16 units. */
  readonly en: readonly string[];
  /** As {@link en}. */
  readonly sw: readonly string[];
}

/** In the order of the file; no term stands in two entries. May be empty. */
export type Glossary = readonly GlossaryEntry[];

/** A word that the corpus holds. */
export interface KnownWord {
  /** Lower case and folded. */
  readonly word: string;
  /** What the index holds for it. */
  readonly term: string;
  /** Mostly written as a name is. */
  readonly isName: boolean;
}

/** The words of the corpus as they are written there. */
export interface Vocabulary {
  /** @param word - Lower case and folded. */
  find(word: string): KnownWord | undefined;
  /**
   * The word that one would take a misspelt one for: by letters, then by sound, then by how often it stands
   * in the corpus.
   *
   * @param word - Lower case and folded.
   * @returns `undefined` when none is near enough.
   */
  nearest(word: string): KnownWord | undefined;
}

/** A way to say something. */
export interface EquivalentPhrase {
  /** As it is shown. */
  readonly text: string;
  /** At least one, in reading order. */
  readonly terms: readonly string[];
  /** `null` for one of any language. */
  readonly language: Language | null;
}

/** Phrases of which each stands for every other, or, where they have languages, for those of another one. */
export interface Equivalents {
  readonly origin: 'acronym' | 'glossary';
  readonly phrases: readonly EquivalentPhrase[];
}

/** A phrase and what it stands for. */
interface FoundPhrase {
  readonly group: Equivalents;
  readonly phrase: EquivalentPhrase;
}

interface EquivalentsIndex {
  /** The phrases whose first term is this one. */
  startingWith(term: string): readonly FoundPhrase[];
}

export function indexEquivalents(groups: readonly Equivalents[]): EquivalentsIndex {
  const byFirst = new Map<string, FoundPhrase[]>();
  for (const group of groups) {
    for (const phrase of group.phrases) {
      const [first = ''] = phrase.terms;
      const found = byFirst.get(first) ?? [];
      found.push({ group, phrase });
      byFirst.set(first, found);
    }
  }
  return { startingWith: (term) => byFirst.get(term) ?? [] };
}
