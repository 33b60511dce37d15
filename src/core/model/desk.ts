import type { Article } from './article.js';
import type { PartialDate } from './partial-date.js';

/** A file of the corpus folder that is to be written or removed. */
export interface FileChange {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  /** The whole new text; `null` removes the file. */
  readonly text: string | null;
}

/** Where a new article comes from. */
export type DraftInput =
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      /** As the sender says; `null` for none. */
      readonly contentType: string | null;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'text'; readonly text: string };

/** What a moderator can mend before an article is added; `null` for what is unknown. */
export interface DraftFacts {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly caution: string | null;
}

/** An article already there that a draft repeats. */
export interface Duplicate {
  readonly article: Article;
  readonly why: 'same-address' | 'same-text';
  /** Share of the shingles that both hold, in 0..1. */
  readonly likeness: number;
}

/** A new article before it is added. */
export interface ArticleDraft {
  readonly facts: DraftFacts;
  /** Known but not offered for mending. */
  readonly author: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  /** The body as Markdown, as it will be written. */
  readonly body: string;
}

/** How a draft will look and what it will be. */
export interface DraftPreview {
  /** Which the file will be. */
  readonly article: Article;
  readonly change: FileChange;
  /** Every passage, in reading order. */
  readonly passages: readonly string[];
  /** Likest first. */
  readonly duplicates: readonly Duplicate[];
}

/** Prepares changes of the corpus folder; none writes to it. */
export interface Desk {
  /**
   * Reads a new article.
   *
   * @throws {Fault} `FETCH_REFUSED` with `why`, `FORMAT_UNKNOWN` with `name`, `ARTICLE_UNREADABLE`.
   */
  draft(source: DraftInput): Promise<ArticleDraft>;
  preview(draft: ArticleDraft): Promise<DraftPreview>;
  /** The front matter of an article's file as YAML. @throws {Fault} `ARTICLE_UNKNOWN`. */
  frontMatter(articleId: string): Promise<string>;
  /** @throws {Fault} `FRONT_MATTER_INVALID`, `ARTICLE_UNKNOWN`. */
  editFrontMatter(articleId: string, yaml: string): Promise<FileChange>;
  /** @param on - `YYYY-MM-DD`. @throws {Fault} `ARTICLE_UNKNOWN`. */
  withdraw(articleId: string, on: PartialDate, reason: string): Promise<FileChange>;
  /** @throws {Fault} `ARTICLE_UNKNOWN`. */
  restore(articleId: string): Promise<FileChange>;
  /** The revisions that {@link rollBack} leads back to, newest first. */
  listKept(): Promise<readonly string[]>;
  /**
   * What leads back to a revision that was kept, withdrawals left as they are now.
   *
   * @throws {Fault} `REVISION_UNKNOWN` for one that is not kept.
   */
  rollBack(revision: string): Promise<readonly FileChange[]>;
}
