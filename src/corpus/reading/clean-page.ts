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
import { type ArticleFacts, conclude, type ReadContext, type Reading } from './reading.js';
import { cleanLine, countWords, endsInFullStop, endsSentence, splitLines } from './text.js';

/** A page without what is printed around the article, and what that said of the article. */
interface CleanPage {
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

/** A paragraph, heading or line of a page, before what is not the article's is left out. */
export interface Piece {
  /** Clean, not empty. */
  readonly text: string;
  /** An item had a bullet or is one of a list; a table keeps its lines. */
  readonly kind: 'paragraph' | 'item' | 'heading' | 'table';
  /** Whether it is printed on a line of its own. */
  readonly isOneLine: boolean;
}

const BULLET = /^(?:[•·▪●◦‣∙]\s*|[-*]\s+)/u;
const MAIL_MARK = /^(?:> ?)+/u;
const LOWER_CASE = /^\p{Ll}/u;
/** Nobody breaks the lines of a paragraph so far out. */
const MAX_WRAPPED_CHARS = 120;
/** Nor keeps all of them so short. */
const MAX_SHORT_CHARS = 50;
/** The least that is taken for printed twice within one paragraph. */
const MIN_REPEAT_WORDS = 8;

/** Splits plain text into its paragraphs, at blank lines, or at every line where there is no blank one. */
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

/** Whether sentences run on from line to line. */
function isWrapped(lines: readonly string[]): boolean {
  const continued = lines.slice(1).filter((line) => LOWER_CASE.test(line)).length;
  return continued * 3 > lines.length - 1;
}

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

/** A caption is often there twice, for those who see the picture and for those who do not. */
function dropEqualLines(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const isRepeat = seen.has(line) && countWords(line) >= MIN_REPEAT_WORDS;
    seen.add(line);
    return !isRepeat;
  });
}

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
    text: [text, ...rest].filter((line) => line !== '').join(' '),
    kind,
    isOneLine: rest.length === 0,
  };
}

/** Makes an article of a clean page; its headline is not printed again below itself, nor anything else twice. */
export function buildPageArticle(
  facts: ArticleFacts,
  pieces: readonly Piece[],
  context: ReadContext,
): Reading {
  const titles = [facts.title, context.statedFacts?.facts.title];
  const once = dropRepeats(pieces.filter(({ text }) => !titles.includes(text)));
  const blocks = once.map(({ text, kind }) => ({ text, isHeading: kind === 'heading' }));
  const article = buildArticle(facts, blocks, context);
  return conclude(
    article,
    context.statedFacts ?? { facts, withdrawal: null },
    context,
    diagnose('NO_ARTICLE_TEXT'),
  );
}

/** The shortest text that is left out because a longer one holds it. */
const MIN_CONTAINED_WORDS = 8;
/** Bounds the work on a text that says the same all over. */
const MAX_PLACES = 100;

/**
 * Keeps once what a page prints twice: of equal texts the first (of an item in a summary and
 * a paragraph the paragraph), of a text that stands in a longer one the longer one. Texts are
 * compared by their words, without case and punctuation; of few words, by every sign and only
 * with the text right before. Headings stay.
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
    // Few words may well be said twice, and their signs make all the difference.
    if (mine.words.length < MIN_CONTAINED_WORDS)
      return place.piece === i - 1 && mine.piece.text === other.piece.text;
    const yields = Number(mine.piece.kind === 'item') - Number(other.piece.kind === 'item');
    return yields === 0 ? place.piece < i : yields > 0;
  }
}

/** Where a run of words begins: in which piece, at which word. */
interface Place {
  readonly piece: number;
  readonly at: number;
}

/** Places by the words that stand there: of each text its start, and every run of words that another text starts with. */
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
