/** Drafts of new articles and changes to the corpus folder. */

import type { Article } from './article.js';
import type { PartialDate } from './partial-date.js';

/** A file of the corpus folder to write or remove. */
export interface FileChange {
  /** Relative to the corpus folder, with forward slashes. */
  readonly file: string;
  /** The whole new text; `null` removes the file. */
  readonly text: string | null;
}

export type DraftInput =
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      /** As stated by the sender; `null` if not stated. */
      readonly contentType: string | null;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'text'; readonly text: string };

/** The facts that a moderator can correct before an article is added; `null` if unknown. */
export interface DraftFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly caution: string | null;
}

/** An existing article that a draft repeats. */
export interface Duplicate {
  readonly article: Article;
  readonly why: 'same-address' | 'same-text';
  /** The shingles that both hold as a share of all, in 0..1. */
  readonly likeness: number;
}

/** A new article that waits for Confirm. */
export interface ArticleDraft {
  readonly facts: DraftFacts;
  /** Like language and tags, known but not offered for correction. */
  readonly author: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  /** The Markdown that will be written. */
  readonly body: string;
}

export interface DraftPreview {
  /** The article that the file will hold. */
  readonly article: Article;
  readonly change: FileChange;
  /** In reading order. */
  readonly passages: readonly string[];
  /** Most alike first. */
  readonly duplicates: readonly Duplicate[];
}

/** Prepares changes to the corpus folder; no method writes to it. */
export interface Desk {
  /**
   * Reads a new article.
   *
   * @throws {Fault} `FETCH_REFUSED` with `why`, `FORMAT_UNKNOWN` with `name`, `ARTICLE_UNREADABLE`.
   */
  draft(input: DraftInput): Promise<ArticleDraft>;
  preview(draft: ArticleDraft): Promise<DraftPreview>;
  /** @returns The front matter of the article's file as YAML. @throws {Fault} `ARTICLE_UNKNOWN`. */
  frontMatter(articleId: string): Promise<string>;
  /** @throws {Fault} `FRONT_MATTER_INVALID`, `ARTICLE_UNKNOWN`. */
  editFrontMatter(articleId: string, yaml: string): Promise<FileChange>;
  /** @param on - `YYYY-MM-DD`. @throws {Fault} `ARTICLE_UNKNOWN`. */
  withdraw(articleId: string, on: PartialDate, reason: string): Promise<FileChange>;
  /** @throws {Fault} `ARTICLE_UNKNOWN`. */
  restore(articleId: string): Promise<FileChange>;
  /** Lists the archived revisions that {@link rollBack} can restore, newest first. */
  listArchived(): Promise<readonly string[]>;
  /**
   * Prepares the changes that restore an archived revision; withdrawals stay as they are at present.
   *
   * @throws {Fault} `REVISION_UNKNOWN` if the revision is not archived or its files are damaged.
   */
  rollBack(revision: string): Promise<readonly FileChange[]>;
}
