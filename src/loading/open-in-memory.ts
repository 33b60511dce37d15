import { createAnalyzer } from '../analysis/analyzer.js';
import type { Analyzer } from '../core/model/analyzer.js';
import type { ArticleText } from '../core/model/article.js';
import type { LoadedCorpus } from '../core/model/corpus.js';
import { freezeArticles } from './freeze-articles.js';
import { openArticles } from './open-articles.js';

/** A corpus and the analyzer that it was built with. */
interface OpenedArticles {
  readonly loaded: LoadedCorpus;
  readonly analyzer: Analyzer;
}

/** One for all corpora: a language model takes 16 MB, and wink-nlp grows it each time that it is loaded. */
let shared: Analyzer | undefined;

/** Loads articles without a folder or another process. @param articles - Sorted by id, in code-unit order. */
export function openInMemory(articles: readonly ArticleText[]): OpenedArticles {
  const analyzer = (shared ??= createAnalyzer());
  return { loaded: openArticles(freezeArticles(articles, analyzer), []), analyzer };
}
