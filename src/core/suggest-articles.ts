import type { Article } from './article.js';

/** Articles whose title or id the typed text matches, the best first. */
export interface Suggestion {
  readonly article: Article;
  /** Share of the typed words that start a word of the title or id, in 0..1, above 0. */
  readonly coverage: number;
}

/**
 * Finds articles by the beginnings of words of their titles and ids, as a member types.
 *
 * @param typed - Blank: the first articles are suggested as they come.
 * @returns At most `limit`; best coverage first, then by id.
 */
export function suggestArticles(articles: readonly Article[], typed: string, limit: number): Suggestion[] {
  const wanted = splitWords(typed);
  if (wanted.length === 0) return articles.slice(0, limit).map((article) => ({ article, coverage: 1 }));
  return articles
    .map((article) => ({ article, coverage: cover(wanted, splitWords(`${article.title} ${article.id}`)) }))
    .filter(({ coverage }) => coverage > 0)
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, limit);
}

/** Letter case, diacritics and punctuation do not count. */
function splitWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

function cover(wanted: readonly string[], words: readonly string[]): number {
  return wanted.filter((want) => words.some((word) => word.startsWith(want))).length / wanted.length;
}
