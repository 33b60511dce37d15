import { stringify } from 'yaml';
import type { ArticleDraft } from '../../core/desk.js';

const FENCE = '---';

/** The whole text of an article's file: front matter of what is known, and the body. */
export function writeDraft({ facts, author, language, tags, body }: ArticleDraft): string {
  const { title, outlet, published, url, caution } = facts;
  const known = { title, outlet, author, published, url, language, tags, caution };
  const entries = Object.entries(known).filter(([, value]) => value !== null && value.length > 0);
  // A long line would be folded, and one of digits is not a number.
  const yaml = entries.length === 0 ? '' : stringify(Object.fromEntries(entries), { lineWidth: 0 });
  return `${FENCE}\n${yaml}${FENCE}\n\n${body.trim()}\n`;
}
