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

/** A file, or a part of one, that could not be taken into the corpus. */
export interface FileProblem extends Problem {
  /** Relative to the corpus folder, with forward slashes. */
  readonly file: string;
  /** From 1; `null` where the complaint has no line. */
  readonly line: number | null;
  /** Whether what could be read of it before stays; default false. */
  readonly isKept?: boolean;
}

/** Everything that can be wrong with a file or folder of the corpus, or with a part of one. */
export type ProblemCode =
  | 'CHARSET_UNKNOWN'
  | 'ENTRY_INVALID'
  | 'ENTRY_LIST_EMPTY'
  | 'ENTRY_LIST_MISSING'
  | 'FILE_BINARY'
  | 'FILE_EMPTY'
  | 'FILE_NOT_UTF_8'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNREADABLE'
  | 'FILE_UTF_16'
  | 'FOLDER_UNREADABLE'
  | 'FORMAT_UNKNOWN'
  | 'FRONT_MATTER_ENDS_EARLY'
  | 'FRONT_MATTER_INVALID'
  | 'FRONT_MATTER_OPEN'
  | 'FRONT_MATTER_TOO_DEEP'
  | 'FRONT_MATTER_UNEDITABLE'
  | 'FRONT_MATTER_WITHOUT_KEYS'
  | 'GLOSSARY_INVALID'
  | 'GLOSSARY_NO_LIST'
  | 'GLOSSARY_TOO_DEEP'
  | 'GLOSSARY_TOO_LARGE'
  | 'GLOSSARY_UNREADABLE'
  | 'ID_TAKEN'
  | 'KEY_UNKNOWN'
  | 'LINK_BROKEN'
  | 'LINK_LEADS_OUT'
  | 'NOT_A_FILE'
  | 'NOT_A_FILE_OR_FOLDER'
  | 'NO_ARTICLE_TEXT'
  | 'NO_PARAGRAPH'
  | 'PAGE_TOO_DEEP'
  | 'PAGE_TOO_MANY_TAGS'
  | 'PAGE_TOO_SHORT'
  | 'PARAGRAPH_TOO_MUCH_MARKUP'
  | 'PDF_BROKEN'
  | 'PDF_LOCKED'
  | 'PDF_TOO_LARGE'
  | 'PDF_TOO_LONG'
  | 'PDF_WITHOUT_TEXT'
  | 'TERM_NOT_TEXT'
  | 'TERM_REPEATED'
  | 'TERM_TOO_LONG'
  | 'TERM_WITHOUT_LETTERS'
  | 'TEXT_NOT_PLAIN'
  | 'TEXT_TOO_DEEP'
  | 'TEXT_TOO_MANY_LINES'
  | 'TEXT_UNREADABLE'
  | 'VALUE_MISSING'
  | 'VALUE_NO_ADDRESS'
  | 'VALUE_NO_DATE'
  | 'VALUE_NO_LANGUAGE'
  | 'VALUE_NO_LIST'
  | 'VALUE_NO_TEXT'
  | 'VALUE_NO_WITHDRAWAL'
  | 'VALUE_TOO_LONG';

/** What the sentence about a problem mentions, e.g. `{ key: 'published' }`. */
export type ProblemFacts = Readonly<Record<string, string>>;

/** What is wrong, without where; the catalogue has the sentence, which also says what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}

/** @param facts - Default: the sentence mentions none. */
export function diagnose(code: ProblemCode, facts: ProblemFacts = {}): Problem {
  return { code, facts };
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
