import type { Article, ArticleText } from '../core/article.js';
import type { Corpus } from '../core/corpus.js';

/** An article of a corpus as it was read. @throws {Fault} `QUOTE_MISMATCH`. */
export function takeArticle(corpus: Corpus, article: Article): ArticleText {
  return {
    article,
    text: corpus.text(article.id),
    passages: corpus.passages(article.id, 1, Infinity).map(({ span }) => span),
  };
}
