/** Finds articles that a member names, and suggests articles while a member types. */

import { findTitled, freezeTitleWords, hashTitle, splitTitleWords } from '../arrays/article-columns.js';
import { type Article, parseHandle, type WithdrawnArticle } from '../model/article.js';
import type { Corpus, CorpusSummary } from '../model/corpus.js';
import { Fault, reportWithdrawal } from '../model/fault.js';

/** An article, or a paragraph of it, that a member asked for. */
export interface ArticlePlace {
  readonly article: Article;
  /** From 1; `null` if no paragraph was given. */
  readonly paragraph: number | null;
}

/**
 * Finds an article by handle, id, title, or beginnings of words in a single title or id.
 *
 * @param paragraph - Overrides the paragraph in a handle; `null` for none.
 * @param typed - The paragraph as typed, for the fault.
 * @throws {Fault} `ARTICLE_UNKNOWN`, `ARTICLE_WITHDRAWN` or `PARAGRAPH_UNKNOWN`.
 */
export function findArticle(
  corpus: Corpus,
  wanted: string,
  paragraph: number | null = null,
  typed?: string,
): ArticlePlace {
  const handle = parseHandle(wanted.toLowerCase());
  const article = matchArticle(corpus, handle?.articleId ?? wanted.trim());
  const number = paragraph ?? handle?.paragraph ?? null;
  if (number === null) return { article, paragraph: null };

  if (!Number.isInteger(number) || corpus.passages(article.id, number, number).length === 0) {
    throw new Fault('PARAGRAPH_UNKNOWN', 'no such paragraph', {
      facts: {
        paragraph: typed?.trim() || String(number),
        paragraphs: corpus.passages(article.id, 1, 1)[0]?.paragraphs ?? 0,
        title: article.title,
      },
    });
  }
  return { article, paragraph: number };
}

/** Parses a paragraph number, e.g. `7` or `¶7`. @returns `null` for blank text, `NaN` for anything but a number. */
export function parseParagraph(text = ''): number | null {
  return text.trim() === '' ? null : Number(text.replace('¶', ''));
}

interface Suggestion {
  readonly article: Article;
  /** The share of the typed words that begin a word of the title or id; above 0, at most 1. */
  readonly coverage: number;
}

type TitledArticles = Pick<Corpus, 'titleWords' | 'articleAt'> & {
  readonly summary: Pick<CorpusSummary, 'articles'>;
};

/**
 * Finds articles by the beginnings of words in their titles and ids, for autocomplete.
 *
 * @param typed - Blank text suggests the first articles by id; text without a word suggests none.
 * @returns At most `limit`, best match first, where a rare word counts more; equal matches by id.
 */
export function suggestArticles(corpus: TitledArticles, typed: string, limit: number): Suggestion[] {
  const toSuggestion = (number: number, coverage: number): Suggestion[] => {
    const article = corpus.articleAt(number);
    return article ? [{ article, coverage }] : [];
  };
  if (typed.trim() === '') return Array.from({ length: limit }, (_, i) => toSuggestion(i, 1)).flat();

  const words = splitTitleWords(typed);
  const matched = new Uint8Array(corpus.summary.articles);
  const scores = new Float64Array(corpus.summary.articles);
  for (const word of words) {
    const found = findTitled(corpus.titleWords, word);
    for (const number of found) {
      matched[number] = (matched[number] ?? 0) + 1;
      scores[number] = (scores[number] ?? 0) + 1 / found.size;
    }
  }
  return [...scores.keys()]
    .filter((number) => matched[number] !== 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, limit)
    .flatMap((number) => toSuggestion(number, (matched[number] ?? 0) / words.length));
}

function matchArticle(corpus: Corpus, wanted: string): Article {
  const folded = wanted.toLowerCase();
  const named = corpus.article(folded) ?? findTitle(corpus, folded);
  if (named) return named;
  const withdrawn =
    corpus.withdrawn(folded) ??
    corpus.withdrawnArticles.find(({ article }) => article.title.toLowerCase() === folded);
  if (withdrawn) throw reportWithdrawal(withdrawn);

  const suggestions = wanted === '' ? [] : suggestArticles(corpus, wanted, 3);
  const [best, next] = suggestions;
  if (best?.coverage === 1 && next?.coverage !== 1) return best.article;
  const meant = best?.coverage === 1 ? undefined : findWithdrawn(corpus, wanted);
  if (meant) throw reportWithdrawal(meant);
  throw new Fault('ARTICLE_UNKNOWN', 'no such article', {
    facts: { wanted, near: suggestions.map(({ article }) => article.id) },
  });
}

/** @param folded - In lower case. */
function findTitle(corpus: Corpus, folded: string): Article | undefined {
  const { titleHashes } = corpus.columns;
  const hash = hashTitle(folded);
  for (let at = titleHashes.indexOf(hash); at >= 0; at = titleHashes.indexOf(hash, at + 1)) {
    const article = corpus.articleAt(at);
    if (article?.title.toLowerCase() === folded) return article;
  }
  return undefined;
}

/** Finds the only withdrawn article whose title or id holds all words of `wanted`. */
function findWithdrawn({ withdrawnArticles }: Corpus, wanted: string): WithdrawnArticle | undefined {
  const articles = withdrawnArticles.map(({ article }) => article);
  const titleWords = freezeTitleWords(articles);
  const titledArticles = {
    titleWords,
    articleAt: (at: number) => articles[at],
    summary: { articles: articles.length },
  };
  const [best, next] = wanted === '' ? [] : suggestArticles(titledArticles, wanted, 2);
  if (best?.coverage !== 1 || next?.coverage === 1) return undefined;
  return withdrawnArticles.find(({ article }) => article === best.article);
}
