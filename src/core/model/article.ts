import type { PartialDate } from './partial-date.js';

/** Where a quote stands: passages `from` to `to`, from 1, of the article's `of`. */
export interface ParagraphRange {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** A half-open range of UTF-16 code units, as `String.prototype.slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is known of an article besides its text. `null` means that the article does not say. */
export interface Article {
  /** `[a-z0-9_/-]`, 1 to 60 characters; see ARCHITECTURE: the file's path without extension. */
  readonly id: string;
  /** One line, never empty. Without a headline: the opening words of the first sentence. */
  readonly title: string;
  /** Whether {@link title} was printed as a headline. */
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

/** An article as it was read: its plain text and where its passages stand in it. */
export interface ArticleText {
  readonly article: Article;
  readonly text: string;
  /** In reading order, not overlapping, at least one; each slice is trimmed and not empty. */
  readonly passages: readonly Span[];
}

/** That an article is no longer quoted. */
export interface Withdrawal {
  readonly on: PartialDate;
  /** In the words of whoever withdrew it; one line, never empty. */
  readonly reason: string;
}

/** An article that is known and no longer quoted. */
export interface WithdrawnArticle extends Withdrawal {
  readonly article: Article;
  /** Changes when the article's text, anything known of it or the withdrawal does. */
  readonly fingerprint: string;
}

/** A paragraph with an address. */
export interface Passage {
  /** `<article id>#<n>`. */
  readonly handle: string;
  readonly article: Article;
  /** n, from 1. */
  readonly paragraph: number;
  /** How many passages the article has. */
  readonly paragraphs: number;
  /** Where the passage stands in the article's text. */
  readonly span: Span;
  readonly text: string;
}

/** The address of a passage, taken apart. */
interface HandleParts {
  readonly articleId: string;
  /** From 1. */
  readonly paragraph: number;
}

const SHAPE = /^([a-z0-9_/-]{1,60})#([1-9]\d{0,5})$/u;

export function formatHandle(articleId: string, paragraph: number): string {
  return `${articleId}#${paragraph}`;
}

/** The article of a passage; text that is no handle is an article of its own. */
export function articleIdOf(handle: string): string {
  return parseHandle(handle)?.articleId ?? handle;
}

/** @returns `null` when `text` is not a handle. */
export function parseHandle(text: string): HandleParts | null {
  const [, articleId, paragraph] = SHAPE.exec(text.trim()) ?? [];
  return articleId === undefined ? null : { articleId, paragraph: Number(paragraph) };
}
