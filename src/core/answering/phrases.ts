/** Finds the passages that hold a phrase of the question word for word. */

import type { Analyzer } from '../model/analyzer.js';
import type { LoadedCorpus } from '../model/corpus.js';
import type { ArticleSet } from '../model/search-index.js';
import { findWordForWord } from '../quotations/check-quotation.js';
import { createArticleReader } from '../quotations/quotation.js';
import type { QuotedPhrase } from './quoted-phrases.js';

/** Where the phrases of a question stand. */
export interface FoundPhrases {
  /** The numbers of the passages that hold them all, word for word. */
  readonly passages: ReadonlySet<number>;
  /** How much they tell, in 0..1: a single word in quotation marks nothing, four words or more everything. */
  readonly strength: number;
}

/** The words from which on a phrase is what is looked for, rather than a term in quotation marks. */
const WORDS_OF_FULL_STRENGTH = 4;

/**
 * Finds the passages that hold all phrases.
 *
 * @param within - The articles to search; default: all.
 */
export async function findPhrases(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  phrases: readonly QuotedPhrase[],
  within?: ArticleSet,
): Promise<FoundPhrases> {
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
  const words = Math.max(0, ...phrases.map(({ text }) => text.split(/\s+/u).length));
  const strength = Math.min(1, Math.max(0, words - 1) / (WORDS_OF_FULL_STRENGTH - 1));
  return { passages: found ?? new Set(), strength };
}
