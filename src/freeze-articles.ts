import { findAcronyms } from './analysis/find-acronyms.js';
import { freezeVocabulary, type FrozenVocabulary } from './analysis/freeze-vocabulary.js';
import { openVocabulary } from './analysis/open-vocabulary.js';
import type { AnalyzedWord, Analyzer, Language } from './core/analysis.js';
import type { ArticleText, Problem } from './core/article.js';
import type { LoadedCorpus } from './core/corpus.js';
import { indexEquivalents, type EquivalentPhrase, type Equivalents } from './core/equivalents.js';
import type { Glossary } from './core/glossary.js';
import { formatHandle } from './core/handle.js';
import type { IndexablePassage } from './core/search-index.js';
import { freezeCorpus, type AnalyzedArticle } from './corpus/freeze-corpus.js';
import type { FrozenCorpus } from './corpus/frozen-corpus.js';
import { openCorpus } from './corpus/open-corpus.js';
import type { FrozenIndex } from './engines/wink/frozen-index.js';
import { learnIndex } from './engines/wink/learn-index.js';
import { serveIndex } from './engines/wink/serve-index.js';

/** A corpus and what was learnt from it, ready to move to another thread. */
export interface FrozenArticles {
  readonly corpus: FrozenCorpus;
  readonly index: FrozenIndex;
  readonly vocabulary: FrozenVocabulary;
  readonly glossary: Glossary;
  readonly equivalents: readonly Equivalents[];
}

/** Analyses and learns articles. @param articles - By id, in code-unit order. */
export function freezeArticles(
  articles: readonly ArticleText[],
  analyzer: Analyzer,
  glossary: Glossary = [],
): FrozenArticles {
  const analyzed = articles.map((source) => analyzeArticle(source, analyzer));
  return {
    corpus: freezeCorpus(analyzed, glossary),
    index: learnIndex(listPassages(analyzed)),
    vocabulary: freezeVocabulary(listWords(analyzed)),
    glossary,
    equivalents: [...listAcronyms(articles, analyzer), ...analyzeGlossary(glossary, analyzer)],
  };
}

/** Makes frozen articles answer. */
export function openArticles(frozen: FrozenArticles, problems: readonly Problem[]): LoadedCorpus {
  return {
    corpus: openCorpus(frozen.corpus),
    index: serveIndex(frozen.index),
    vocabulary: openVocabulary(frozen.vocabulary),
    glossary: frozen.glossary,
    equivalents: indexEquivalents(frozen.equivalents),
    loadedAt: Date.now(),
    problems,
  };
}

function analyzeArticle(source: ArticleText, analyzer: Analyzer): AnalyzedArticle {
  const { article, text, passages } = source;
  return {
    source,
    headline: article.hasHeadline ? analyzer.analyzeHeadline(article.title) : [],
    passages: passages.map(({ start, end }) => analyzer.analyzePassage(text.slice(start, end))),
  };
}

function* listPassages(analyzed: readonly AnalyzedArticle[]): Generator<IndexablePassage> {
  for (const { source, headline, passages } of analyzed) {
    const articleId = source.article.id;
    const headlineTerms = headline.map(({ term }) => term);
    for (const [i, sentences] of passages.entries()) {
      const textTerms = sentences.flatMap(({ words }) => words.map(({ term }) => term));
      yield { handle: formatHandle(articleId, i + 1), articleId, headlineTerms, textTerms };
    }
  }
}

function* listWords(analyzed: readonly AnalyzedArticle[]): Generator<AnalyzedWord> {
  for (const { headline, passages } of analyzed) {
    yield* headline;
    for (const { words } of passages.flat()) yield* words;
  }
}

/** Each acronym and what it stands for, once. */
function listAcronyms(articles: readonly ArticleText[], analyzer: Analyzer): Equivalents[] {
  const found = new Map(
    articles
      .flatMap(({ text }) => findAcronyms(text))
      .map(({ short, long }) => [`${short} ${long.toLowerCase()}`, { short, long }]),
  );
  return [...found.values()].flatMap(({ short, long }) =>
    toEquivalents('acronym', analyzePhrases([short, long], 'en', analyzer).map(freeOfLanguage)),
  );
}

function analyzeGlossary(glossary: Glossary, analyzer: Analyzer): Equivalents[] {
  return glossary.flatMap(({ en, sw }) =>
    toEquivalents('glossary', [...analyzePhrases(en, 'en', analyzer), ...analyzePhrases(sw, 'sw', analyzer)]),
  );
}

/** Those that hold more than stop words, in each way only once. */
function analyzePhrases(
  texts: readonly string[],
  language: Language,
  analyzer: Analyzer,
): EquivalentPhrase[] {
  const phrases = texts.map((text) => ({ text, language, terms: analyzer.analyzePhrase(text, language) }));
  const distinct = new Map(phrases.map((phrase) => [phrase.terms.join(' '), phrase] as const).reverse());
  return [...distinct.values()].filter(({ terms }) => terms.length > 0).reverse();
}

/** A name and its acronym are the same in every language. */
function freeOfLanguage(phrase: EquivalentPhrase): EquivalentPhrase {
  return { ...phrase, language: null };
}

function toEquivalents(origin: Equivalents['origin'], phrases: readonly EquivalentPhrase[]): Equivalents[] {
  return phrases.length < 2 ? [] : [{ origin, phrases }];
}
