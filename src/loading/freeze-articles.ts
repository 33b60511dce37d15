import { findAcronyms } from '../analysis/acronyms.js';
import { type Analysis, AnalysisPacker } from '../analysis/pack-analyses.js';
import { VocabularyBuilder } from '../analysis/vocabulary.js';
import { type Forms, termsOf } from '../core/arrays/packed-analysis.js';
import type { Analyzer, Language } from '../core/model/analyzer.js';
import { type ArticleText, type WithdrawnArticle } from '../core/model/article.js';
import { type EquivalentPhrase, type Equivalents, type Glossary } from '../core/model/corpus.js';
import type { IndexablePassage } from '../core/model/search-index.js';
import { type AnalyzedArticle, CorpusBuilder } from '../corpus/store/freeze-corpus.js';
import { articleFingerprint } from '../corpus/store/revision.js';
import { IndexLearner } from '../engines/wink/learn-index.js';
import { type FrozenArticles } from './open-articles.js';

/** Takes analysed articles one after the other, learns them and keeps of each only what is frozen. */
export class ArticlesBuilder {
  readonly #forms: Forms;
  readonly #corpus: CorpusBuilder;
  readonly #vocabulary = new VocabularyBuilder();
  readonly #index = new IndexLearner();
  readonly #texts: string[] = [];

  /** @param forms - Those of the analyses that are added. */
  constructor(forms: Forms) {
    this.#forms = forms;
    this.#corpus = new CorpusBuilder(forms);
  }

  /** @param analyzed - The next article by id, in code-unit order. */
  add(analyzed: AnalyzedArticle): void {
    this.#corpus.add(analyzed);
    this.#vocabulary.add(analyzed.analysis.headline);
    for (const sentences of analyzed.analysis.passages) {
      for (const { words } of sentences) this.#vocabulary.add(words);
    }
    for (const passage of listPassages(analyzed, this.#forms)) this.#index.add(passage);
    this.#texts.push(analyzed.article.text);
  }

  /** @param withdrawn - By id, in code-unit order. */
  freeze(glossary: Glossary, analyzer: Analyzer, withdrawn: readonly WithdrawnArticle[]): FrozenArticles {
    return {
      corpus: this.#corpus.freeze(glossary, withdrawn),
      index: this.#index.freeze(),
      vocabulary: this.#vocabulary.freeze(this.#forms),
      glossary,
      equivalents: [...listAcronyms(this.#texts, analyzer), ...analyzeGlossary(glossary, analyzer)],
    };
  }
}

/** Analyses and learns articles. @param articles - By id, in code-unit order. */
export function freezeArticles(
  articles: readonly ArticleText[],
  analyzer: Analyzer,
  glossary: Glossary = [],
  withdrawn: readonly WithdrawnArticle[] = [],
): FrozenArticles {
  const recorder = new AnalysisPacker();
  const freezer = new ArticlesBuilder(recorder.forms);
  for (const source of articles) {
    const fingerprint = articleFingerprint(source);
    const analysis = recorder.add(fingerprint, analyzeArticle(source, analyzer));
    freezer.add({ article: source, fingerprint, analysis });
  }
  return freezer.freeze(glossary, analyzer, withdrawn);
}

export function analyzeArticle({ article, text, passages }: ArticleText, analyzer: Analyzer): Analysis {
  return {
    headline: article.hasHeadline ? analyzer.analyzeHeadline(article.title) : [],
    passages: passages.map(({ start, end }) => analyzer.analyzePassage(text.slice(start, end))),
  };
}

function* listPassages(
  { article: source, analysis }: AnalyzedArticle,
  forms: Forms,
): Generator<IndexablePassage> {
  const articleId = source.article.id;
  const headlineTerms = termsOf(analysis.headline, forms);
  for (const sentences of analysis.passages) {
    const textTerms = sentences.flatMap(({ words }) => termsOf(words, forms));
    yield { articleId, headlineTerms, textTerms };
  }
}

/** Each acronym and what it stands for, once. */
function listAcronyms(texts: readonly string[], analyzer: Analyzer): Equivalents[] {
  const found = new Map(
    texts
      .flatMap((text) => findAcronyms(text))
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
