/** The values and limits that the readers of articles share. */

import type { SplitSentences } from '../../core/model/analyzer.js';
import type { Article, ArticleText, Withdrawal } from '../../core/model/article.js';
import { Fault } from '../../core/model/fault.js';
import type { FileProblem, Problem } from '../../core/model/problem.js';

/**
 * An article's metadata as its text or the surroundings state it. `title: null` means that no headline is printed.
 */
export interface ArticleFacts extends Omit<Article, 'id' | 'hasHeadline' | 'title'> {
  readonly title: string | null;
}

/** Limits of the facts that are shown with a quote, in UTF-16 units. */
export const MAX_TITLE_CHARS = 300;
export const MAX_OUTLET_CHARS = 80;
export const MAX_AUTHOR_CHARS = 300;
export const MAX_CAUTION_CHARS = 300;
export const MAX_REASON_CHARS = 300;

/** The facts that a file's front matter states. */
export interface StatedFacts {
  readonly facts: ArticleFacts;
  /** `null` unless the article is withdrawn. */
  readonly withdrawal: Withdrawal | null;
}

/** The input of a reader besides the text. */
export interface ReadContext {
  readonly id: string;
  /** For problems; see {@link FileProblem.file}. */
  readonly file: string;
  readonly splitSentences: SplitSentences;
  /** Defaults for facts that neither the text nor `statedFacts` gives. */
  readonly defaults?: Partial<ArticleFacts>;
  /** Takes precedence over facts found in the text. */
  readonly statedFacts?: StatedFacts;
}

/** If `kind` is `read`, `problems` are warnings: the article loads anyway. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly article: ArticleText;
      /** `null` unless the article is withdrawn. */
      readonly withdrawal: Withdrawal | null;
      readonly problems: readonly FileProblem[];
    }
  | { readonly kind: 'rejected'; readonly problems: readonly FileProblem[] };

/** A piece of an article's text. Headings do not become passages. */
export interface Block {
  /** Trimmed and not empty; may have several lines, none of them blank. */
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
 * Converts a reader's result to a {@link Reading}. A withdrawn article needs no text.
 *
 * @param article - `null` if there is no text.
 * @param noText - The problem of an article that has no text and is not withdrawn.
 */
export function toReading(
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

/** @returns A BCP 47 tag in lower case, or `null` if `text` is not one. */
export function parseLanguage(text: string): string | null {
  const tag = text.trim().toLowerCase();
  if (!LANGUAGE.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}

/** @returns The address as browsers normalise it, or `null` if `text` is not an absolute http(s) address. */
export function parseWebAddress(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^/]/iu.test(trimmed) || !URL.canParse(trimmed)) return null;
  return new URL(trimmed).href;
}

/** Returns the fault `ARTICLE_UNREADABLE` for input that no draft can be made from. */
export function refuseDraft(problem: Problem, cause?: unknown): Fault {
  return new Fault('ARTICLE_UNREADABLE', problem.code, {
    cause,
    problems: [{ file: '', line: null, ...problem }],
  });
}

/** Removes the file from a problem of a draft, which has no file yet. */
export function withoutFile(problem: FileProblem): FileProblem {
  return { ...problem, file: '' };
}
