import type { PartialDate } from '../core/partial-date.js';
import { findDate } from './find-date.js';
import { findOutletInFurniture, isFurniture } from './furniture.js';
import { isName, readHeadLine } from './head-line.js';
import type { HeadLine } from './head-line.js';
import type { Piece } from './page-pieces.js';
import { countWords, endsSentence } from './sentence-end.js';

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
const WORD = /[\p{L}\p{N}]/u;

/** Leaves out furniture, bylines and date lines. */
export function cleanPage(printed: readonly Piece[]): CleanPage {
  const furniture = new Set(printed.filter(({ text }) => isFurniture(text)));
  const pieces = printed.filter((piece) => WORD.test(piece.text) && !furniture.has(piece));
  const heads = findHeadLines(pieces);
  const text = pieces.filter((_, i) => !heads.has(i));
  const lines = [...heads.values()];
  return {
    pieces: text,
    outlet: first([...furniture], ({ text: line }) => findOutletInFurniture(line)),
    author: first(lines, ({ author }) => author),
    published: first(lines, ({ published }) => published) ?? findDateline(text) ?? first(lines, ({ updated }) => updated),
  };
}

function first<T, U>(items: readonly T[], pick: (item: T) => U | null): U | null {
  return items.map(pick).find((found) => found !== null) ?? null;
}

/** By number of the piece. A date alone counts only above the text or beside a byline: below it may be of anything. */
function findHeadLines(pieces: readonly Piece[]): Map<number, HeadLine> {
  const lines = pieces.map(({ text }) => readHeadLine(text));
  const running = pieces.findIndex((piece) => isRunningText(piece));
  const start = running < 0 ? HEAD_PIECES : running;
  const hasAuthor = (i: number): boolean => i < HEAD_PIECES && typeof lines[i]?.author === 'string';
  const heads = new Map<number, HeadLine>();
  lines.forEach((line, i) => {
    if (!line) return;
    const isByline = line.author !== null && (i < HEAD_PIECES || i >= pieces.length - FOOT_PIECES);
    const isBeside = hasAuthor(i - 1) || hasAuthor(i + 1);
    if (i < start || line.isLabelled || isByline || isBeside) heads.set(i, line);
  });
  return heads;
}

function isRunningText({ text, kind }: Piece): boolean {
  if (kind === 'heading') return false;
  const words = countWords(text);
  return words > RUNNING_WORDS || (words >= SHORTEST_SENTENCE_WORDS && endsSentence(text) && !/[!?]$/u.test(text));
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
