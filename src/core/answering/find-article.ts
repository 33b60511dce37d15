import { findTitled, freezeTitleWords, hashTitle, splitTitleWords } from '../arrays/article-columns.js';
import { type Article, parseHandle, type WithdrawnArticle } from '../model/article.js';
import type { Corpus, CorpusSummary } from '../model/corpus.js';
import { Fault, reportWithdrawal } from '../model/fault.js';

/** What `/source` was asked for. */
export interface ArticlePlace {
  readonly article: Article;
  /** From 1; `null` when no paragraph was named. */
  readonly paragraph: number | null;
}

/**
 * Finds the article that is meant by a handle, an id, a title, or words that all stand in one title.
 *
 * @param paragraph - Wins over the one in a handle; `null` for none.
 * @param typed - The paragraph as it was typed, for the fault.
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

/** Reads the number of a paragraph, e.g. `7` or `¶7`; `null` for a blank text, and `NaN` for what is no number. */
export function parseParagraph(text = ''): number | null {
  return text.trim() === '' ? null : Number(text.replace('¶', ''));
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

/** The one withdrawn article whose title or id has all words of `wanted`. */
function findWithdrawn({ withdrawnArticles }: Corpus, wanted: string): WithdrawnArticle | undefined {
  const articles = withdrawnArticles.map(({ article }) => article);
  const titleWords = freezeTitleWords(articles);
  const titled = {
    titleWords,
    articleAt: (at: number) => articles[at],
    summary: { articles: articles.length },
  };
  const [best, next] = wanted === '' ? [] : suggestArticles(titled, wanted, 2);
  if (best?.coverage !== 1 || next?.coverage === 1) return undefined;
  return withdrawnArticles.find(({ article }) => article === best.article);
}

/** An article whose title or id the typed text matches. */
interface Suggestion {
  readonly article: Article;
  /** Share of the typed words that start a word of the title or id, in 0..1, above 0. */
  readonly coverage: number;
}

/** The articles to suggest from. */
type TitledArticles = Pick<Corpus, 'titleWords' | 'articleAt'> & {
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
