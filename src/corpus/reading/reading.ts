import type { SplitSentences } from '../../core/model/analyzer.js';
import type { Article, ArticleText, Withdrawal } from '../../core/model/article.js';
import { Fault } from '../../core/model/fault.js';
import type { FileProblem, Problem } from '../../core/model/problem.js';

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
export interface StatedFacts {
  readonly facts: ArticleFacts;
  /** `null` for an article that is quoted. */
  readonly withdrawal: Withdrawal | null;
}

/** What a reader must know besides the text. */
export interface ReadContext {
  readonly id: string;
  /** For problems; see {@link FileProblem.file}. */
  readonly file: string;
  readonly splitSentences: SplitSentences;
  /** Used where the text itself says nothing. */
  readonly known?: Partial<ArticleFacts>;
  /** Wins over what the text says. */
  readonly statedFacts?: StatedFacts;
}

/** `problems` of an article that was read are warnings: it is loaded all the same. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly article: ArticleText;
      /** `null` for an article that is quoted. */
      readonly withdrawal: Withdrawal | null;
      readonly problems: readonly FileProblem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly FileProblem[] };

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
  { facts, withdrawal }: StatedFacts,
  context: ReadContext,
  noText: Problem,
): Reading {
  if (article) return { kind: 'read', article, withdrawal, problems: [] };
  if (withdrawal === null) return reject(context, noText);
  const { id } = context;
  const about = { id, ...facts, title: facts.title ?? id, hasHeadline: facts.title !== null };
  return { kind: 'read', article: { article: about, text: '', passages: [] }, withdrawal, problems: [] };
}

export function reject({ file }: ReadContext, problem: Problem, line: number | null = null): Reading {
  return { kind: 'rejected', problems: [{ file, line, ...problem }] };
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u;

/** @returns A BCP 47 tag in lower case, or `null` when `text` is none. */
export function parseLanguage(text: string): string | null {
  const tag = text.trim().toLowerCase();
  if (!LANGUAGE.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}

/** @returns The address in the form that browsers give it, or `null` when `text` is not an absolute http(s) one. */
export function parseWebAddress(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^/]/iu.test(trimmed) || !URL.canParse(trimmed)) return null;
  return new URL(trimmed).href;
}

/** The fault of what no article can be made of. */
export function refuseDraft(problem: Problem, cause?: unknown): Fault {
  return new Fault('ARTICLE_UNREADABLE', problem.code, {
    cause,
    problems: [{ file: '', line: null, ...problem }],
  });
}

/** A problem of a draft, which has no file yet. */
export function unplaced(problem: FileProblem): FileProblem {
  return { ...problem, file: '' };
}
