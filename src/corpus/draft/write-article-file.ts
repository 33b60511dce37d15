import type { ArticleDraft, FileChange } from '../../core/desk.js';
import { nameArticle } from './name-article.js';
import { writeDraft } from './write-draft.js';

/** The file that adds a draft to the corpus. @param title - Of the article that it will be. */
export function writeArticleFile(
  draft: ArticleDraft,
  title: string,
  isTaken: (id: string) => boolean,
): FileChange {
  return { file: `${nameArticle(title, draft.facts, isTaken)}.md`, text: writeDraft(draft) };
}
