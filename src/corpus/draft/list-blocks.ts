import type { ArticleText } from '../../core/article.js';
import type { Block } from '../reading.js';

const BLOCK_GAP = '\n\n';

/** The blocks that an article was built of: no passage begins in a heading. */
export function toBlocks({ text, passages }: ArticleText): Block[] {
  const starts = new Set(passages.map(({ start }) => start));
  let next = 0;
  return text.split(BLOCK_GAP).map((block) => {
    const start = next;
    next += block.length + BLOCK_GAP.length;
    return { text: block, isHeading: !starts.has(start) };
  });
}

/** The passages of an article as they are quoted. */
export function listPassageTexts({ text, passages }: ArticleText): string[] {
  return passages.map(({ start, end }) => text.slice(start, end));
}
