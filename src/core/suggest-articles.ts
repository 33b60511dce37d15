import type { Article } from './article.js';

/** An article whose title or id the typed text matches. */
export interface Suggestion {
  readonly article: Article;
  /** Share of the typed words that start a word of the title or id, in 0..1, above 0. */
  readonly coverage: number;
}

/**
 * Finds articles by the beginnings of words of their titles and ids, as a member types.
 *
 * @param typed - Blank: the first articles are suggested as they come. Without a word: none.
 * @returns At most `limit`; those first that match words which few others match, then by id.
 */
export function suggestArticles(articles: readonly Article[], typed: string, limit: number): Suggestion[] {
  if (typed.trim() === '') return articles.slice(0, limit).map((article) => ({ article, coverage: 1 }));
  const wanted = splitWords(typed);
  const matches = articles
    .map((article) => ({ article, matched: wanted.map((want) => startsWord(article, want)) }))
    .filter(({ matched }) => matched.includes(true));
  const rarities = wanted.map((_, i) => 1 / matches.filter(({ matched }) => matched[i] === true).length);
  return matches
    .map(({ article, matched }) => ({
      article,
      coverage: matched.filter(Boolean).length / wanted.length,
      score: rarities.reduce((sum, rarity, i) => (matched[i] === true ? sum + rarity : sum), 0),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ article, coverage }) => ({ article, coverage }));
}

const wordsOf = new WeakMap<Article, readonly string[]>();

function startsWord(article: Article, want: string): boolean {
  const words = wordsOf.get(article) ?? splitWords(`${article.title} ${article.id}`);
  wordsOf.set(article, words);
  return words.some((word) => word.startsWith(want));
}

/** Distinct; letter case, diacritics and punctuation do not count. */
function splitWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
