import type { Analyzer } from './core/analysis.js';
import type { ArticleText, Problem } from './core/article.js';
import type { LoadedCorpus } from './core/corpus.js';
import { formatHandle } from './core/handle.js';
import type { IndexablePassage } from './core/search-index.js';
import { freezeCorpus, type AnalyzedArticle } from './corpus/freeze-corpus.js';
import type { FrozenCorpus } from './corpus/frozen-corpus.js';
import { openCorpus } from './corpus/open-corpus.js';
import type { FrozenIndex } from './engines/wink/frozen-index.js';
import { learnIndex } from './engines/wink/learn-index.js';
import { serveIndex } from './engines/wink/serve-index.js';

/** A corpus and the index over it, ready to move to another thread. */
export interface FrozenArticles {
  readonly corpus: FrozenCorpus;
  readonly index: FrozenIndex;
}

/** Analyses and learns articles. @param articles - By id, in code-unit order. */
export function freezeArticles(articles: readonly ArticleText[], analyzer: Analyzer): FrozenArticles {
  const analyzed = articles.map((source) => analyzeArticle(source, analyzer));
  return { corpus: freezeCorpus(analyzed), index: learnIndex(listPassages(analyzed)) };
}

/** Makes frozen articles answer. */
export function openArticles({ corpus, index }: FrozenArticles, problems: readonly Problem[]): LoadedCorpus {
  return { corpus: openCorpus(corpus), index: serveIndex(index), loadedAt: Date.now(), problems };
}

function analyzeArticle(source: ArticleText, analyzer: Analyzer): AnalyzedArticle {
  const { article, text, passages } = source;
  return {
    source,
    headlineTerms: article.hasHeadline ? analyzer.analyzeHeadline(article.title) : [],
    passages: passages.map(({ start, end }) => analyzer.analyzePassage(text.slice(start, end))),
  };
}

function* listPassages(analyzed: readonly AnalyzedArticle[]): Generator<IndexablePassage> {
  for (const { source, headlineTerms, passages } of analyzed) {
    const articleId = source.article.id;
    for (const [i, sentences] of passages.entries()) {
      const textTerms = sentences.flatMap(({ terms }) => terms);
      yield { handle: formatHandle(articleId, i + 1), articleId, headlineTerms, textTerms };
    }
  }
}
