import type { Article } from './article.js';
import { formatDate } from './partial-date.js';
import type { Sentences } from './sentences.js';

/** Where a quote stands: passages `from` to `to`, from 1, of the article's `of`. */
export interface ParagraphRange {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** The parts of a citation as they are read, in their order; what the article does not say is said so. */
export interface Citation {
  readonly outlet: string;
  readonly date: string;
  readonly headline: string;
  /** `¶7 of 18` or `¶6–8 of 18`. */
  readonly paragraphs: string;
  /** `null` when the article gives no address. */
  readonly url: string | null;
}

export function cite(article: Article, range: ParagraphRange, sentences: Sentences): Citation {
  return {
    outlet: article.outlet ?? sentences.outletUnknown,
    date: article.published === null ? sentences.dateUnknown : formatDate(article.published),
    headline: article.hasHeadline ? article.title : sentences.noHeadline(article.title),
    paragraphs: sentences.paragraphs(range),
    url: article.url,
  };
}
