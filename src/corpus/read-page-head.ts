import type { PartialDate } from '../core/partial-date.js';
import { findDate, findGluedDate } from './find-date.js';
import { isName } from './head-line.js';
import { countWords } from './sentence-end.js';

/** The head of a page that was saved as one line: category, headline, author, date and counts run together. */
export interface PageHead {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: PartialDate;
  /** What stands above the date where the headline cannot be told from the rest; else `''`. */
  readonly untold: string;
  /** Where the article begins. */
  readonly textStart: number;
}

const HEAD_CHARS = 400;
const MIN_TITLE_WORDS = 4;
const MAX_CATEGORY_WORDS = 6;
const MAX_AUTHOR_WORDS = 5;
const CAPITALS = /^(?=.*\p{Lu})[^\p{Ll}]+$/u;
const STARTS = /^\s+["“‘']?\p{Lu}/u;
const COUNTS =
  /^(?:[\d.,km\s|·•-]{1,30}(?:(?:views?|comments?|shares?|likes?|reads?)(?!\p{L}| on (?:facebook|twitter|whatsapp)\b)|(?:share|tweet) on \p{L}+))+\s*/iu;

export function readPageHead(text: string): PageHead | null {
  const head = text.slice(0, HEAD_CHARS);
  const found = findGluedDate(head) ?? findDate(head);
  if (!found) return null;
  const counts = COUNTS.exec(head.slice(found.end))?.[0] ?? '';
  const { date: published } = found;
  const textStart = found.end + counts.length;
  const above = head.slice(0, found.start).trim();
  const title = readTitle(above);
  // A headline alone may be the start of a sentence.
  const isHead = title && (title.author !== null || STARTS.test(text.slice(textStart)));
  if (counts === '' && !isHead) return null;
  return { ...(title ?? { title: null, author: null }), untold: title ? '' : above, published, textStart };
}

/** A headline in capitals, what is not one before it, the author's name after it; `null` when it is not so. */
function readTitle(head: string): Pick<PageHead, 'title' | 'author'> | null {
  const words = head.split(' ').filter((word) => word !== '');
  const { start, end } = findLongestRun(words, (word) => CAPITALS.test(word) || /^[\d&–—-]+$/u.test(word));
  const title = words.slice(start, end).join(' ');
  if (start > MAX_CATEGORY_WORDS || end - start < MIN_TITLE_WORDS) return null;
  const author = words
    .slice(end)
    .join(' ')
    .replace(/^by:? /iu, '');
  if (author === '') return { title, author: null };
  return isName(author) && countWords(author) <= MAX_AUTHOR_WORDS ? { title, author } : null;
}

function findLongestRun<T>(
  items: readonly T[],
  belongs: (item: T) => boolean,
): { start: number; end: number } {
  let best = { start: 0, end: 0 };
  let start = 0;
  items.forEach((item, i) => {
    if (!belongs(item)) start = i + 1;
    else if (i + 1 - start > best.end - best.start) best = { start, end: i + 1 };
  });
  return best;
}
