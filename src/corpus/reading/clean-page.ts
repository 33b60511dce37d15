/** Removes from a page the text around its article and builds the article from the rest. */

import type { PartialDate } from '../../core/model/partial-date.js';
import { diagnose } from '../../core/model/problem.js';
import { buildArticle } from './build-article.js';
import {
  announcesLinks,
  findDate,
  findOutletInBoilerplate,
  type HeadLine,
  isBoilerplate,
  isName,
  readHeadLine,
} from './page-lines.js';
import { type ArticleFacts, toReading, type ReadContext, type Reading } from './reading.js';
import { cleanLine, countWords, endsInFullStop, endsSentence, splitLines } from './text.js';
import { joinWrappedLines } from './wrapped-lines.js';

/** A paragraph, heading or line of a page; may be furniture. */
export interface Piece {
  /** Clean and not empty. */
  readonly text: string;
  /** An item had a bullet or stood in a list; a table keeps its lines. */
  readonly kind: 'paragraph' | 'item' | 'heading' | 'table';
  /** True if it is printed on a single line. */
  readonly isOneLine: boolean;
}

/** A page without furniture, and the facts that the furniture states about the article. */
interface CleanPage {
  readonly pieces: readonly Piece[];
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
}

const WORD = /[\p{L}\p{N}]/u;
const COUNT = /^[\d.,]+[km]?$/iu;

/** Removes furniture, bylines and date lines and takes facts from them. */
export function cleanPage(printed: readonly Piece[]): CleanPage {
  const furniture = new Set(printed.filter(({ text }) => isBoilerplate(text)));
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
    outlet: first([...furniture], ({ text: line }) => findOutletInBoilerplate(line)),
    author: first(lines, ({ author }) => author),
    published:
      first(lines, ({ published }) => published) ??
      findDateline(text) ??
      first(lines, ({ updated }) => updated),
  };
}

const MAX_LINKS = 10;

/**
 * Finds the headlines right below a label such as `Related Stories`, except above the text, where one may be the
 * article's.
 */
function findLinks(pieces: readonly Piece[]): Set<Piece> {
  const links = new Set<Piece>();
  let remaining = 0;
  for (const piece of pieces.slice(findRunningText(pieces))) {
    if (announcesLinks(piece.text)) remaining = MAX_LINKS;
    else if (remaining > 0 && isLink(piece)) {
      links.add(piece);
      remaining -= 1;
    } else remaining = 0;
  }
  return links;
}

const MAX_LINK_WORDS = 20;
const UNFINISHED = /[:;,]$/u;

function isLink({ text, kind, isOneLine }: Piece): boolean {
  if (!isOneLine || kind === 'heading' || kind === 'table' || countWords(text) > MAX_LINK_WORDS) return false;
  return !endsInFullStop(text) && !UNFINISHED.test(text);
}

function first<T, U>(items: readonly T[], pick: (item: T) => U | null): U | null {
  return items.map(pick).find((found) => found !== null) ?? null;
}

/** The number of pieces at the start and at the end of a page that may be bylines. */
const HEAD_PIECES = 8;
const FOOT_PIECES = 3;

/**
 * Maps the indices of pieces to their bylines and dates. A date on its own counts only above the text or beside a
 * byline, since further down it may be the date of anything.
 */
function findHeadLines(pieces: readonly Piece[], start: number): Map<number, HeadLine> {
  const lines = pieces.map(({ text }) => readHeadLine(text));
  const timed = lines.filter((line) => line?.hasTime);
  const hasAuthor = (i: number): boolean => i < HEAD_PIECES && typeof lines[i]?.author === 'string';
  const heads = new Map<number, HeadLine>();
  lines.forEach((line, i) => {
    if (!line) return;
    const isByline = line.author !== null && (i < HEAD_PIECES || i >= pieces.length - FOOT_PIECES);
    const isBeside = hasAuthor(i - 1) || hasAuthor(i + 1);
    // Entries of a timeline have times, too.
    const isStamp = line.hasTime && timed.length === 1 && i < HEAD_PIECES;
    if (i < start || line.isLabelled || isByline || isBeside || isStamp) heads.set(i, line);
  });
  return heads;
}

/** Returns the index of the first piece of the article's text; {@link HEAD_PIECES} if none is recognised. */
function findRunningText(pieces: readonly Piece[]): number {
  const found = pieces.findIndex(isRunningText);
  return found < 0 ? HEAD_PIECES : found;
}

const RUNNING_WORDS = 25;
const SHORTEST_SENTENCE_WORDS = 6;

function isRunningText({ text, kind }: Piece): boolean {
  if (kind === 'heading') return false;
  const words = countWords(text);
  return (
    words > RUNNING_WORDS || (words >= SHORTEST_SENTENCE_WORDS && endsSentence(text) && !/[!?]$/u.test(text))
  );
}

const DATELINE_PIECES = 3;
const MAX_PLACE_WORDS = 4;

/** Returns the date of an early paragraph that begins `NAIROBI, August 16, 2023 — `. */
function findDateline(pieces: readonly Piece[]): PartialDate | null {
  return first(pieces.slice(0, DATELINE_PIECES), ({ text }) => {
    const found = findDate(text.slice(0, 100));
    if (!found || !/^\)?(?: \([^)]{2,40}\))?\s*[—–-]/u.test(text.slice(found.end))) return null;
    const place = text.slice(0, found.start).replace(/[\s,(]+$/u, '');
    return place !== '' && countWords(place) <= MAX_PLACE_WORDS && isName(place) ? found.date : null;
  });
}

const MAIL_MARK = /^(?:> ?)+/u;

/**
 * Splits plain text into paragraphs at blank lines, or, if there are none and lines are not wrapped, at every line.
 */
export function splitIntoPieces(text: string): Piece[] {
  const lines = splitLines(text).map((line) => cleanLine(line.replace(MAIL_MARK, '')));
  const paragraphs = groupLines(lines);
  const [only = []] = paragraphs;
  if (paragraphs.length === 1 && !isWrapped(only)) return only.map((line) => toPiece([line]));
  return paragraphs.flatMap(splitParagraph);
}

function groupLines(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line !== '') groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

const LOWER_CASE = /^\p{Ll}/u;

/** True if sentences run on from line to line. */
function isWrapped(lines: readonly string[]): boolean {
  const continued = lines.slice(1).filter((line) => LOWER_CASE.test(line)).length;
  return continued * 3 > lines.length - 1;
}

/** Wrapped lines of a paragraph are not all this short. */
const MAX_SHORT_CHARS = 50;

function splitParagraph(lines: readonly string[]): Piece[] {
  const distinct = dropEqualLines(lines);
  const areShort = distinct.every(({ length }) => length <= MAX_SHORT_CHARS);
  const areApart = areShort && !distinct.slice(1).some((line) => LOWER_CASE.test(line));
  const groups: string[][] = [];
  distinct.forEach((line, i) => {
    const before = distinct[i - 1];
    const isNew = before === undefined || areApart || isBreak(before, line, distinct, i);
    if (isNew) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups.map(toPiece);
}

/** The shortest line that counts as printed twice within a paragraph. */
const MIN_REPEAT_WORDS = 8;

/** Drops repeats: a caption often occurs twice, once for readers who do not see the picture. */
function dropEqualLines(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const isRepeat = seen.has(line) && countWords(line) >= MIN_REPEAT_WORDS;
    seen.add(line);
    return !isRepeat;
  });
}

const BULLET = /^(?:[•·▪●◦‣∙]\s*|[-*]\s+)/u;
/** Wrapped lines of a paragraph are at most this long. */
const MAX_WRAPPED_CHARS = 120;

function isBreak(before: string, line: string, lines: readonly string[], i: number): boolean {
  if (BULLET.test(line)) return true;
  if (before.length > MAX_WRAPPED_CHARS && endsSentence(before)) return true;
  const isLast = i === lines.length - 1;
  return standsAlone(before) || ((isLast || endsSentence(before)) && standsAlone(line));
}

function standsAlone(line: string): boolean {
  return isBoilerplate(line) || readHeadLine(line) !== null;
}

function toPiece(lines: readonly string[]): Piece {
  const [first = '', ...rest] = lines;
  const text = first.replace(BULLET, '');
  const kind = text === first ? 'paragraph' : 'item';
  return {
    text: joinWrappedLines([text, ...rest].filter((line) => line !== '')),
    kind,
    isOneLine: rest.length === 0,
  };
}

/** Builds an article from a clean page, without repeats of its headline or of any other text. */
export function buildPageArticle(
  facts: ArticleFacts,
  pieces: readonly Piece[],
  context: ReadContext,
): Reading {
  const titles = [facts.title, context.statedFacts?.facts.title];
  const once = dropRepeats(pieces.filter(({ text }) => !titles.includes(text)));
  const blocks = once.map(({ text, kind }) => ({ text, isHeading: kind === 'heading' }));
  const article = buildArticle(facts, blocks, context);
  return toReading(
    article,
    context.statedFacts ?? { facts, withdrawal: null },
    context,
    diagnose('NO_ARTICLE_TEXT'),
  );
}

/** The shortest text that is dropped because a longer one contains it. */
const MIN_CONTAINED_WORDS = 8;

/** Bounds the work on text that repeats itself throughout. */
const MAX_PLACES = 100;

/**
 * Drops repeats: of equal texts, all but the first (of an item in a summary and a paragraph, the item); of a text and
 * a longer one that contains it, the shorter. Compares texts by their words, without case and punctuation; texts of
 * fewer than {@link MIN_CONTAINED_WORDS} words by every character and only with the text right before. Headings stay.
 */
function dropRepeats(pieces: readonly Piece[]): Piece[] {
  const texts = pieces.map((piece) => ({
    piece,
    words: piece.kind === 'heading' ? [] : splitWords(piece.text),
  }));
  const places = indexOpenings(texts.map(({ words }) => words));
  return pieces.filter((piece, i) => {
    const words = texts[i]?.words ?? [];
    const others = places.get(openingOf(words, 0)) ?? [];
    return piece.kind === 'heading' || !others.some((place) => isRepeat(i, place));
  });

  function isRepeat(i: number, place: Place): boolean {
    const mine = texts[i];
    const other = texts[place.piece];
    if (!mine || !other || i === place.piece || !holds(other.words, mine.words, place.at)) return false;
    if (other.words.length > mine.words.length) return mine.words.length >= MIN_CONTAINED_WORDS;
    // Few words may recur legitimately, and their punctuation makes all the difference.
    if (mine.words.length < MIN_CONTAINED_WORDS)
      return place.piece === i - 1 && mine.piece.text === other.piece.text;
    const yields = Number(mine.piece.kind === 'item') - Number(other.piece.kind === 'item');
    return yields === 0 ? place.piece < i : yields > 0;
  }
}

/** The start of a run of words: the indices of its piece and of its first word. */
interface Place {
  readonly piece: number;
  readonly at: number;
}

/** Maps the opening words of each text to the places where they occur, in this text and in others. */
function indexOpenings(texts: readonly (readonly string[])[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>(texts.map((words) => [openingOf(words, 0), []]));
  const firstWords = new Set(texts.map(([first]) => first));
  texts.forEach((words, piece) => {
    const last = Math.max(0, words.length - MIN_CONTAINED_WORDS);
    for (let at = 0; at <= last; at += 1) {
      if (!firstWords.has(words[at])) continue;
      const known = places.get(openingOf(words, at));
      if (known && known.length < MAX_PLACES) known.push({ piece, at });
    }
  });
  return places;
}

function openingOf(words: readonly string[], at: number): string {
  return words.slice(at, at + MIN_CONTAINED_WORDS).join(' ');
}

function holds(words: readonly string[], part: readonly string[], at: number): boolean {
  return part.length > 0 && part.every((word, i) => words[at + i] === word);
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
