import { cleanLine, splitLines } from './clean-text.js';
import { isFurniture } from './furniture.js';
import { readHeadLine } from './head-line.js';
import { countWords, endsSentence } from './sentence-end.js';

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
  return isFurniture(line) || readHeadLine(line) !== null;
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
