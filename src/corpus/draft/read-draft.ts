import type { ArticleText } from '../../core/article.js';
import type { ArticleDraft } from '../../core/desk.js';
import { Fault } from '../../core/errors.js';
import { readMarkdown } from '../read-markdown.js';
import type { ReadContext } from '../reading.js';
import { writeDraft } from './write-draft.js';

/** The article that a draft will be. @throws {Fault} `FRONT_MATTER_INVALID` with `problems`. */
export function readDraft(draft: ArticleDraft, context: ReadContext): ArticleText {
  const reading = readMarkdown(writeDraft(draft), context);
  if (reading.kind === 'read') return reading.article;
  const problems = reading.problems.map(({ reason }) => reason).join(' ');
  throw new Fault('FRONT_MATTER_INVALID', problems, { facts: { problems } });
}
