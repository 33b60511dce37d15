import type { PartialDate } from '../core/partial-date.js';
import { findDate } from './find-date.js';
import { announcesLinks, findOutletInFurniture, isFurniture } from './furniture.js';
import { isName, readHeadLine } from './head-line.js';
import type { HeadLine } from './head-line.js';
import type { Piece } from './page-pieces.js';
import { countWords, endsInFullStop, endsSentence } from './sentence-end.js';

/** A page without what is printed around the article, and what that said of the article. */
export interface CleanPage {
  readonly pieces: readonly Piece[];
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
}

/** How far into a page a byline is looked for, and how far from its end. */
const HEAD_PIECES = 8;
const FOOT_PIECES = 3;
const DATELINE_PIECES = 3;
const MAX_PLACE_WORDS = 4;
const RUNNING_WORDS = 25;
const SHORTEST_SENTENCE_WORDS = 6;
const MAX_LINKS = 10;
const MAX_LINK_WORDS = 20;
const WORD = /[\p{L}\p{N}]/u;
const COUNT = /^[\d.,]+[km]?$/iu;
const UNFINISHED = /[:;,]$/u;

/** Leaves out furniture, bylines and date lines. */
export function cleanPage(printed: readonly Piece[]): CleanPage {
  const furniture = new Set(printed.filter(({ text }) => isFurniture(text)));
  const links = findLinks(printed);
  const pieces = printed.filter(
    (piece) => WORD.test(piece.text) && !furniture.has(piece) && !links.has(piece),
  );
  const running = findRunningText(pieces);
  const heads = findHeadLines(pieces, running);
  const text = pieces.filter((piece, i) => !heads.has(i) && (i >= running || !COUNT.test(piece.text)));
  const lines = [...heads.values()];
  return {
    pieces: text,
    outlet: first([...furniture], ({ text: line }) => findOutletInFurniture(line)),
    author: first(lines, ({ author }) => author),
    published:
      first(lines, ({ published }) => published) ??
      findDateline(text) ??
      first(lines, ({ updated }) => updated),
  };
}

/** The headlines right below a label such as `Related Stories`; above the text one of them may be the article's. */
function findLinks(pieces: readonly Piece[]): Set<Piece> {
  const links = new Set<Piece>();
  let left = 0;
  for (const piece of pieces.slice(findRunningText(pieces))) {
    if (announcesLinks(piece.text)) left = MAX_LINKS;
    else if (left > 0 && isLink(piece)) {
      links.add(piece);
      left -= 1;
    } else left = 0;
  }
  return links;
}

function isLink({ text, kind, isOneLine }: Piece): boolean {
  if (!isOneLine || kind === 'heading' || kind === 'table' || countWords(text) > MAX_LINK_WORDS) return false;
  return !endsInFullStop(text) && !UNFINISHED.test(text);
}

function first<T, U>(items: readonly T[], pick: (item: T) => U | null): U | null {
  return items.map(pick).find((found) => found !== null) ?? null;
}

/** By number of the piece. A date alone counts only above the text or beside a byline: below it may be of anything. */
function findHeadLines(pieces: readonly Piece[], start: number): Map<number, HeadLine> {
  const lines = pieces.map(({ text }) => readHeadLine(text));
  const timed = lines.filter((line) => line?.hasTime);
  const hasAuthor = (i: number): boolean => i < HEAD_PIECES && typeof lines[i]?.author === 'string';
  const heads = new Map<number, HeadLine>();
  lines.forEach((line, i) => {
    if (!line) return;
    const isByline = line.author !== null && (i < HEAD_PIECES || i >= pieces.length - FOOT_PIECES);
    const isBeside = hasAuthor(i - 1) || hasAuthor(i + 1);
    // Entries of a time line have times, too.
    const isStamp = line.hasTime && timed.length === 1 && i < HEAD_PIECES;
    if (i < start || line.isLabelled || isByline || isBeside || isStamp) heads.set(i, line);
  });
  return heads;
}

/** The number of the first piece of the article's text, as far as can be told. */
function findRunningText(pieces: readonly Piece[]): number {
  const found = pieces.findIndex(isRunningText);
  return found < 0 ? HEAD_PIECES : found;
}

function isRunningText({ text, kind }: Piece): boolean {
  if (kind === 'heading') return false;
  const words = countWords(text);
  return (
    words > RUNNING_WORDS || (words >= SHORTEST_SENTENCE_WORDS && endsSentence(text) && !/[!?]$/u.test(text))
  );
}

/** The date in a first paragraph that begins `NAIROBI, August 16, 2023 — `. */
function findDateline(pieces: readonly Piece[]): PartialDate | null {
  return first(pieces.slice(0, DATELINE_PIECES), ({ text }) => {
    const found = findDate(text.slice(0, 100));
    if (!found || !/^\)?(?: \([^)]{2,40}\))?\s*[—–-]/u.test(text.slice(found.end))) return null;
    const place = text.slice(0, found.start).replace(/[\s,(]+$/u, '');
    return place !== '' && countWords(place) <= MAX_PLACE_WORDS && isName(place) ? found.date : null;
  });
}
