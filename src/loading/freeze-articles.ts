import { COMMON_ACRONYMS, findAcronyms, findInstitutions } from '../analysis/acronyms.js';
import { type Analysis, AnalysisPacker } from '../analysis/pack-analyses.js';
import { SYNONYMS } from '../analysis/synonyms.js';
import { VocabularyBuilder } from '../analysis/vocabulary.js';
import { type Forms, termsOf } from '../core/arrays/packed-analysis.js';
import type { Analyzer, Language } from '../core/model/analyzer.js';
import { type ArticleText, type WithdrawnArticle } from '../core/model/article.js';
import { type EquivalentPhrase, type Equivalents, type Glossary } from '../core/model/corpus.js';
import type { IndexablePassage } from '../core/model/search-index.js';
import { type AnalyzedArticle, CorpusBuilder } from '../corpus/frozen/freeze-corpus.js';
import { articleFingerprint } from '../corpus/frozen/revision.js';
import { IndexLearner } from '../engines/wink/learn-index.js';
import { type FrozenArticles } from './open-articles.js';

/** Learns analysed articles one by one and retains only the parts that are frozen. */
export class ArticlesBuilder {
  readonly #forms: Forms;
  readonly #corpus: CorpusBuilder;
  readonly #vocabulary = new VocabularyBuilder();
  readonly #index = new IndexLearner();
  readonly #texts: string[] = [];

  /** @param forms - The forms of the analyses that will be added. */
  constructor(forms: Forms) {
    this.#forms = forms;
    this.#corpus = new CorpusBuilder(forms);
  }

  /** @param analyzed - The next article by id; articles are added in code-unit order. */
  add(analyzed: AnalyzedArticle): void {
    this.#corpus.add(analyzed);
    this.#vocabulary.add(analyzed.analysis.headline);
    for (const sentences of analyzed.analysis.passages) {
      for (const { words } of sentences) this.#vocabulary.add(words);
    }
    for (const passage of listPassages(analyzed, this.#forms)) this.#index.add(passage);
    this.#texts.push(analyzed.article.text);
  }

  /** @param withdrawn - Sorted by id, in code-unit order. */
  freeze(glossary: Glossary, analyzer: Analyzer, withdrawn: readonly WithdrawnArticle[]): FrozenArticles {
    return {
      corpus: this.#corpus.freeze(glossary, withdrawn),
      index: this.#index.freeze(),
      vocabulary: this.#vocabulary.freeze(this.#forms),
      glossary,
      equivalents: [
        ...listAcronyms(this.#texts, analyzer),
        ...listSynonyms(analyzer),
        ...analyzeGlossary(glossary, analyzer),
      ],
    };
  }
}

/** Analyses, learns and freezes articles. @param articles - Sorted by id, in code-unit order. */
export function freezeArticles(
  articles: readonly ArticleText[],
  analyzer: Analyzer,
  glossary: Glossary = [],
  withdrawn: readonly WithdrawnArticle[] = [],
): FrozenArticles {
  const packer = new AnalysisPacker();
  const builder = new ArticlesBuilder(packer.forms);
  for (const article of articles) {
    const fingerprint = articleFingerprint(article);
    const analysis = packer.add(fingerprint, analyzeArticle(article, analyzer));
    builder.add({ article, fingerprint, analysis });
  }
  return builder.freeze(glossary, analyzer, withdrawn);
}

export function analyzeArticle({ article, text, passages }: ArticleText, analyzer: Analyzer): Analysis {
  return {
    headline: article.hasHeadline ? analyzer.analyzeHeadline(article.title) : [],
    passages: passages.map(({ start, end }) => analyzer.analyzePassage(text.slice(start, end))),
  };
}

function* listPassages(
  { article: { article }, analysis }: AnalyzedArticle,
  forms: Forms,
): Generator<IndexablePassage> {
  const articleId = article.id;
  const headlineTerms = termsOf(analysis.headline, forms);
  for (const sentences of analysis.passages) {
    const textTerms = sentences.flatMap(({ words }) => termsOf(words, forms));
    yield { articleId, headlineTerms, textTerms };
  }
}

/** Lists each pair of an acronym and its long form once. */
function listAcronyms(texts: readonly string[], analyzer: Analyzer): Equivalents[] {
  const found = new Map(
    [...COMMON_ACRONYMS, ...texts.flatMap((text) => [...findAcronyms(text), ...findInstitutions(text)])].map(
      ({ short, long }) => [`${short} ${long.toLowerCase()}`, { short, long }],
    ),
  );
  return [...found.values()].flatMap(({ short, long }) =>
    toEquivalents('acronym', analyzePhrases([short, long], 'en', analyzer).map(withoutLanguage)),
  );
}

function listSynonyms(analyzer: Analyzer): Equivalents[] {
  return SYNONYMS.flatMap((words) =>
    toEquivalents('synonym', analyzePhrases(words, 'en', analyzer).map(withoutLanguage)),
  );
}

function analyzeGlossary(glossary: Glossary, analyzer: Analyzer): Equivalents[] {
  return glossary.flatMap(({ en, sw }) =>
    toEquivalents('glossary', [...analyzePhrases(en, 'en', analyzer), ...analyzePhrases(sw, 'sw', analyzer)]),
  );
}

/** Analyses phrases; leaves out those of stop words alone, and all but the first with the same terms. */
function analyzePhrases(
  texts: readonly string[],
  language: Language,
  analyzer: Analyzer,
): EquivalentPhrase[] {
  const phrases = texts.map((text) => ({ text, language, terms: analyzer.analyzePhrase(text, language) }));
  const distinct = new Map(phrases.map((phrase) => [phrase.terms.join(' '), phrase] as const).reverse());
  return [...distinct.values()].filter(({ terms }) => terms.length > 0).reverse();
}

/** Removes the language: a name and its acronym are the same in every language. */
function withoutLanguage(phrase: EquivalentPhrase): EquivalentPhrase {
  return { ...phrase, language: null };
}

function toEquivalents(origin: Equivalents['origin'], phrases: readonly EquivalentPhrase[]): Equivalents[] {
  return phrases.length < 2 ? [] : [{ origin, phrases }];
}
