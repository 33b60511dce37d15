import type { Article, WithdrawnArticle } from './article.js';
import { hashTitle } from './article-columns.js';
import type { Corpus } from './corpus.js';
import { Fault } from './errors.js';
import { parseHandle } from './handle.js';
import { reportWithdrawal } from './report-withdrawal.js';
import { freezeTitleWords } from './title-words.js';
import { suggestArticles } from './suggest-articles.js';

/** What `/source` was asked for. */
export interface ArticlePlace {
  readonly article: Article;
  /** From 1; `null` when no paragraph was named. */
  readonly paragraph: number | null;
}

/**
 * Finds the article that is meant by a handle, an id, a title, or words that all stand in one title.
 *
 * @param paragraph - As typed; wins over the one in a handle; blank means none.
 * @throws {Fault} `ARTICLE_UNKNOWN`, `ARTICLE_WITHDRAWN` or `PARAGRAPH_UNKNOWN`.
 */
export function findArticle(corpus: Corpus, wanted: string, paragraph = ''): ArticlePlace {
  const handle = parseHandle(wanted.toLowerCase());
  const article = matchArticle(corpus, handle?.articleId ?? wanted.trim());
  if (paragraph.trim() === '' && !handle) return { article, paragraph: null };

  const number = paragraph.trim() === '' ? (handle?.paragraph ?? 0) : Number(paragraph.replace('¶', ''));
  if (!Number.isInteger(number) || corpus.passages(article.id, number, number).length === 0) {
    throw new Fault('PARAGRAPH_UNKNOWN', 'no such paragraph', {
      facts: {
        paragraph: paragraph.trim() || String(number),
        paragraphs: String(corpus.passages(article.id, 1, 1)[0]?.paragraphs ?? 0),
        title: article.title,
      },
    });
  }
  return { article, paragraph: number };
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
    facts: { wanted, near: suggestions.map(({ article }) => article.id).join(', ') },
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
