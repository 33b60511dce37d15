import type { ArticleText } from '../../core/article.js';
import type { ArticleDraft } from '../../core/desk.js';
import { Fault } from '../../core/errors.js';
import { readMarkdown } from '../read-markdown.js';
import type { ReadContext } from '../reading.js';
import { unplaced } from './unreadable.js';
import { writeDraft } from './write-draft.js';

/** The article that a draft will be. @throws {Fault} `FRONT_MATTER_INVALID`. */
export function readDraft(draft: ArticleDraft, context: ReadContext): ArticleText {
  const reading = readMarkdown(writeDraft(draft), context);
  if (reading.kind === 'read') return reading.article;
  throw new Fault('FRONT_MATTER_INVALID', 'the facts of a draft are refused', {
    problems: reading.problems.map(unplaced),
  });
}
