import type { Article } from './article.js';
import type { Sentences } from './sentences/sentences.js';

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

export function cite(say: Sentences, article: Article, range: ParagraphRange): Citation {
  return {
    outlet: article.outlet ?? say.outletUnknown,
    date: article.published === null ? say.dateUnknown : say.date(article.published),
    headline: article.hasHeadline ? article.title : say.noHeadline(article.title),
    paragraphs: say.paragraphs(range),
    url: article.url,
  };
}
