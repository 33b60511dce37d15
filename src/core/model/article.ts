/** Articles, their passages and the handles that address passages. */

import type { PartialDate } from './partial-date.js';

/** A half-open range of UTF-16 code units, as for `String.prototype.slice`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An article's facts without its text; `null` if the article does not state one. */
export interface Article {
  /** The file's path without extension: `[a-z0-9_/-]`, 1 to 60 characters. */
  readonly id: string;
  /** One line, never empty: the headline, or the opening words of the first sentence. */
  readonly title: string;
  /** True if {@link title} was printed as a headline. */
  readonly hasHeadline: boolean;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
  /** Absolute, http or https. */
  readonly url: string | null;
  /** BCP 47, lower case, e.g. `en` or `sw`. */
  readonly language: string | null;
  readonly tags: readonly string[];
  /** A moderator's warning, shown with every quote from the article. */
  readonly caution: string | null;
}

export interface ArticleText {
  readonly article: Article;
  readonly text: string;
  /** In reading order, not overlapping, at least one; each slice is trimmed and not empty. */
  readonly passages: readonly Span[];
}

export interface Withdrawal {
  readonly on: PartialDate;
  /** In the words of the person who withdrew it; one line, never empty. */
  readonly reason: string;
}

/** A known article that must not be quoted. */
export interface WithdrawnArticle extends Withdrawal {
  readonly article: Article;
  /** Changes with the article's text, any of its facts or the withdrawal. */
  readonly fingerprint: string;
}

/** A paragraph of an article, addressed by a handle. */
export interface Passage {
  /** `<article id>#<paragraph>`. */
  readonly handle: string;
  readonly article: Article;
  /** From 1. */
  readonly paragraph: number;
  /** The number of passages in the article. */
  readonly paragraphs: number;
  /** The passage's position in the article's text. */
  readonly span: Span;
  readonly text: string;
}

/** The position of a quote: passages `from` to `to` (from 1, inclusive) of the article's `of` passages. */
export interface ParagraphRange {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

interface HandleParts {
  readonly articleId: string;
  /** From 1. */
  readonly paragraph: number;
}

const SHAPE = /^([a-z0-9_/-]{1,60})#([1-9]\d{0,5})$/u;

export function formatHandle(articleId: string, paragraph: number): string {
  return `${articleId}#${paragraph}`;
}

/** Returns the article id in a handle, or `handle` itself if it is not one. */
export function articleIdOf(handle: string): string {
  return parseHandle(handle)?.articleId ?? handle;
}

/** @returns `null` if `text` is not a handle. */
export function parseHandle(text: string): HandleParts | null {
  const [, articleId, paragraph] = SHAPE.exec(text.trim()) ?? [];
  return articleId === undefined ? null : { articleId, paragraph: Number(paragraph) };
}

/** Lists the passages of an article as quoted. */
export function listPassageTexts({ text, passages }: ArticleText): string[] {
  return passages.map(({ start, end }) => text.slice(start, end));
}
