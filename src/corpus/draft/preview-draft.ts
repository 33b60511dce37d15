import type { SplitSentences } from '../../core/analysis.js';
import type { ArticleText } from '../../core/article.js';
import type { ArticleDraft, Duplicate, DraftPreview } from '../../core/desk.js';
import { listPassageTexts } from './list-blocks.js';
import { readDraft } from './read-draft.js';
import { writeArticleFile } from './write-article-file.js';

export interface PreviewParts {
  readonly splitSentences: SplitSentences;
  /** Likest first. */
  readonly findDuplicates: (source: ArticleText) => readonly Duplicate[];
  /** Whether an article or file has this id already. */
  readonly isTaken: (id: string) => boolean;
}

/** A preview and the article as it is compared with others. */
export interface ReadPreview extends DraftPreview {
  readonly source: ArticleText;
}

/**
 * Shows what a draft will be, read back from the file that it will be.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID` with `problems` for facts that no article can have.
 */
export function previewDraft(draft: ArticleDraft, parts: PreviewParts): ReadPreview {
  const { splitSentences, findDuplicates, isTaken } = parts;
  const unnamed = readDraft(draft, { id: 'draft', file: 'draft', splitSentences });
  const change = writeArticleFile(draft, unnamed.article.title, isTaken);
  const article = { ...unnamed.article, id: change.file.replace(/\.md$/u, '') };
  const source = { ...unnamed, article };
  return { article, change, source, passages: listPassageTexts(source), duplicates: findDuplicates(source) };
}
