/** Finds the passages that hold a phrase of the question word for word. */

import type { Analyzer } from '../model/analyzer.js';
import type { LoadedCorpus } from '../model/corpus.js';
import type { ArticleSet } from '../model/search-index.js';
import { findWordForWord } from '../quotations/check-quotation.js';
import { createArticleReader } from '../quotations/quotation.js';
import type { QuotedPhrase } from './read-question.js';

/**
 * Finds the passages that hold all phrases.
 *
 * @param within - The articles to search; default: all.
 * @returns Passage numbers; none if there are no phrases.
 */
export async function findPhrases(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  phrases: readonly QuotedPhrase[],
  within?: ArticleSet,
): Promise<ReadonlySet<number>> {
  const { corpus } = loaded;
  const read = createArticleReader(corpus);
  let found: Set<number> | undefined;
  for (const { text } of phrases) {
    const sources = await findWordForWord(loaded, analyzer, read, text);
    const holding = new Set(
      sources
        .filter(({ article }) => within?.mask[corpus.articleNumber(article.id)] !== 0)
        .flatMap(({ parts }) => parts.flat().map(({ passage }) => corpus.passageNumber(passage.handle))),
    );
    found = found === undefined ? holding : new Set([...found].filter((number) => holding.has(number)));
  }
  return found ?? new Set();
}
