import { diffWordsWithSpace } from 'diff';
import { bold, escapeText, quoteLines } from './markdown.js';

/** Two texts as one quote: words that only the earlier has are struck, those that only the later has are bold. */
export function renderDifference(before: string, after: string): string {
  const pieces = diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    if (removed) return mark(value, (text) => `~~${text}~~`);
    return added ? mark(value, bold) : escapeText(value);
  });
  return quoteLines(pieces.join(''));
}

/** Discord takes marks for marks only right beside a word. */
function mark(value: string, write: (escaped: string) => string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(value) ?? [];
  return text === '' ? value : `${before}${write(escapeText(text))}${after}`;
}
