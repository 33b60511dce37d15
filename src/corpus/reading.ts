import type { SplitSentences } from '../core/analysis.js';
import type { Article, ArticleText, Problem, Withdrawal } from '../core/article.js';
import type { Complaint } from '../core/complaint.js';

/** What a text or its surroundings say of an article. `title: null` means that no headline is printed. */
export interface ArticleFacts extends Omit<Article, 'id' | 'hasHeadline' | 'title'> {
  readonly title: string | null;
}

/** Most UTF-16 units of what is shown with a quote. */
export const MAX_TITLE_CHARS = 300;
export const MAX_OUTLET_CHARS = 80;
export const MAX_AUTHOR_CHARS = 300;
export const MAX_CAUTION_CHARS = 300;
export const MAX_REASON_CHARS = 300;

/** What the front matter of a file states. */
export interface Statement {
  readonly facts: ArticleFacts;
  /** `null` for an article that is quoted. */
  readonly withdrawal: Withdrawal | null;
}

/** What a reader must know besides the text. */
export interface ReadContext {
  readonly id: string;
  /** For problems; see {@link Problem.file}. */
  readonly file: string;
  readonly splitSentences: SplitSentences;
  /** Used where the text itself says nothing. */
  readonly known?: Partial<ArticleFacts>;
  /** Wins over what the text says. */
  readonly stated?: Statement;
}

/** `problems` of an article that was read are warnings: it is loaded all the same. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly article: ArticleText;
      /** `null` for an article that is quoted. */
      readonly withdrawal: Withdrawal | null;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] };

/** A piece of an article's text. Of one that is a heading no passage is made. */
export interface Block {
  /** Trimmed, not empty; may have lines, but no blank ones. */
  readonly text: string;
  readonly isHeading: boolean;
}

export const NOTHING_KNOWN: ArticleFacts = {
  title: null,
  outlet: null,
  author: null,
  published: null,
  url: null,
  language: null,
  tags: [],
  caution: null,
};

/**
 * What comes of a text: an article, or why there is none. One that is withdrawn needs no text.
 *
 * @param noText - Why an article that is quoted cannot do without.
 */
export function conclude(
  article: ArticleText | null,
  { facts, withdrawal }: Statement,
  context: ReadContext,
  noText: Complaint,
): Reading {
  if (article) return { kind: 'read', article, withdrawal, problems: [] };
  if (withdrawal === null) return reject(context, noText);
  const { id } = context;
  const about = { id, ...facts, title: facts.title ?? id, hasHeadline: facts.title !== null };
  return { kind: 'read', article: { article: about, text: '', passages: [] }, withdrawal, problems: [] };
}

export function reject({ file }: ReadContext, complaint: Complaint, line: number | null = null): Reading {
  return { kind: 'rejected', problems: [{ file, line, ...complaint }] };
}
