import type { PartialDate } from '../../core/model/partial-date.js';
import { buildPageArticle, cleanPage, type Piece, splitIntoPieces } from './clean-page.js';
import { findDate, findGluedDate, isName, isSectionName } from './page-lines.js';
import { NOTHING_KNOWN, type ReadContext, type Reading } from './reading.js';
import { cleanLine, countWords, endsInFullStop } from './text.js';

/** Reads plain text from the web. */
export function readText(text: string, context: ReadContext): Reading {
  const printed = splitIntoPieces(text);
  const { head, body } = takePageHead(printed);
  const page = cleanPage(body);
  const pieces = head ? page.pieces : dropSectionNames(page.pieces);
  const title = head ? head.title : findHeadline(pieces);
  const facts = {
    ...NOTHING_KNOWN,
    title,
    outlet: page.outlet,
    author: head?.author ?? page.author,
    published: head?.published ?? page.published,
  };
  return buildPageArticle(facts, pieces, context);
}

/** A first line longer than any headline may hold a whole page. */
const MIN_PAGE_CHARS = 300;

function takePageHead(printed: readonly Piece[]): { head: PageHead | null; body: readonly Piece[] } {
  const [first, ...others] = printed;
  const head = first && first.text.length >= MIN_PAGE_CHARS ? readPageHead(first.text) : null;
  if (!first || !head) return { head, body: printed };
  const above = { ...first, text: head.unparsed, kind: 'heading' as const };
  const text = { ...first, text: cleanLine(first.text.slice(head.textStart)) };
  return { head, body: [above, text, ...others].filter((piece) => piece.text !== '') };
}

/** Drops section names, which often stand above a headline. */
function dropSectionNames(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findIndex(({ text }) => !isSectionName(text));
  return start < 0 ? pieces : pieces.slice(start);
}

const MAX_HEADLINE_CHARS = 150;
const MAX_HEADLINE_WORDS = 25;

function findHeadline([first, ...rest]: readonly Piece[]): string | null {
  if (!first?.isOneLine || first.kind !== 'paragraph' || rest.length === 0) return null;
  const { text } = first;
  const isShort = text.length <= MAX_HEADLINE_CHARS && countWords(text) <= MAX_HEADLINE_WORDS;
  return isShort && !endsInFullStop(text) && !/[:;,]["'”’]?$/u.test(text) ? text : null;
}

/** The head of a page that was saved as one line: category, headline, author, date and counts run together. */
interface PageHead {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: PartialDate;
  /** The text before the date if no headline is recognised in it; otherwise `''`. */
  readonly unparsed: string;
  /** The offset at which the article begins. */
  readonly textStart: number;
}

const HEAD_CHARS = 400;
const STARTS = /^\s+["“‘']?\p{Lu}/u;
const COUNTS =
  /^(?:[\d.,km\s|·•-]{1,30}(?:(?:views?|comments?|shares?|likes?|reads?)(?!\p{L}| on (?:facebook|twitter|whatsapp)\b)|(?:share|tweet) on \p{L}+))+\s*/iu;

function readPageHead(text: string): PageHead | null {
  const head = text.slice(0, HEAD_CHARS);
  const found = findGluedDate(head) ?? findDate(head);
  if (!found) return null;
  const counts = COUNTS.exec(head.slice(found.end))?.[0] ?? '';
  const { date: published } = found;
  const textStart = found.end + counts.length;
  const above = head.slice(0, found.start).trim();
  const title = readTitle(above);
  // A headline without an author may be the start of a sentence.
  const isHead = title && (title.author !== null || STARTS.test(text.slice(textStart)));
  if (counts === '' && !isHead) return null;
  return { ...(title ?? { title: null, author: null }), unparsed: title ? '' : above, published, textStart };
}

const MIN_TITLE_WORDS = 4;
const MAX_CATEGORY_WORDS = 6;
const MAX_AUTHOR_WORDS = 5;
const CAPITALS = /^(?=.*\p{Lu})[^\p{Ll}]+$/u;

/**
 * Reads a headline in capitals with an optional category before it and author after it; `null` for any other form.
 */
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
