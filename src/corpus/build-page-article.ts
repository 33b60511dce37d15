import { complain } from '../core/complaint.js';
import { buildArticle } from './build-article.js';
import { dropRepeats } from './drop-repeats.js';
import type { Piece } from './page-pieces.js';
import { conclude } from './reading.js';
import type { ArticleFacts, ReadContext, Reading } from './reading.js';

/** Makes an article of a clean page; its headline is not printed again below itself, nor anything else twice. */
export function buildPageArticle(
  facts: ArticleFacts,
  pieces: readonly Piece[],
  context: ReadContext,
): Reading {
  const titles = [facts.title, context.stated?.facts.title];
  const once = dropRepeats(pieces.filter(({ text }) => !titles.includes(text)));
  const blocks = once.map(({ text, kind }) => ({ text, isHeading: kind === 'heading' }));
  const article = buildArticle(facts, blocks, context);
  return conclude(
    article,
    context.stated ?? { facts, withdrawal: null },
    context,
    complain('NO_ARTICLE_TEXT'),
  );
}
