import type { Article } from './article.js';
import type { Corpus, CorpusSummary } from './corpus.js';
import { findTitled, splitTitleWords } from './title-words.js';

/** An article whose title or id the typed text matches. */
export interface Suggestion {
  readonly article: Article;
  /** Share of the typed words that start a word of the title or id, in 0..1, above 0. */
  readonly coverage: number;
}

/** The articles to suggest from. */
export type TitledArticles = Pick<Corpus, 'titleWords' | 'articleAt'> & {
  readonly summary: Pick<CorpusSummary, 'articles'>;
};

/**
 * Finds articles by the beginnings of words of their titles and ids, as a member types.
 *
 * @param typed - Blank: the first articles by id are suggested. Without a word: none.
 * @returns At most `limit`; those first that match words which few others match, then by id.
 */
export function suggestArticles(corpus: TitledArticles, typed: string, limit: number): Suggestion[] {
  const suggest = (number: number, coverage: number): Suggestion[] => {
    const article = corpus.articleAt(number);
    return article ? [{ article, coverage }] : [];
  };
  if (typed.trim() === '') return Array.from({ length: limit }, (_, i) => suggest(i, 1)).flat();

  const wanted = splitTitleWords(typed);
  const matched = new Uint8Array(corpus.summary.articles);
  const scores = new Float64Array(corpus.summary.articles);
  for (const want of wanted) {
    const found = findTitled(corpus.titleWords, want);
    for (const number of found) {
      matched[number] = (matched[number] ?? 0) + 1;
      scores[number] = (scores[number] ?? 0) + 1 / found.size;
    }
  }
  return [...scores.keys()]
    .filter((number) => matched[number] !== 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, limit)
    .flatMap((number) => suggest(number, (matched[number] ?? 0) / wanted.length));
}
