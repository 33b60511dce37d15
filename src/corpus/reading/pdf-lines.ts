/** Rebuilds the lines, paragraphs and headings of a PDF from its runs of letters. */

import type { Piece } from './clean-page.js';
import { cleanLine, endsSentence } from './text.js';

/** A run of letters as pdf.js returns it. */
export interface PdfRun {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  /** Matrix (PDF 32000-1, 8.3.4); the last two numbers are `x` and `y`. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** A printed line; lengths in points, `y` from the bottom of the page. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  /** The `x` of its end. */
  readonly right: number;
  readonly y: number;
  /** Letter height. */
  readonly size: number;
}

/** In letter heights: a run further up or down belongs to another line. */
const MAX_SHIFT = 0.5;
/** In letter heights: a wider gap is a space. */
const MIN_SPACE = 0.15;

/** Joins the runs of a page into lines, in printing order. */
export function readPdfLines(runs: readonly PdfRun[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let isOver = true;
  for (const { str, width, height, transform, hasEOL } of runs) {
    const [x = 0, y = 0] = transform.slice(4);
    const run = { text: str, page, x, right: x + width, y, size: height };
    const last = lines.at(-1);
    if (str !== '' && (str.trim() !== '' || !isOver)) {
      if (last && !isOver && Math.abs(last.y - y) <= MAX_SHIFT * last.size) {
        lines[lines.length - 1] = append(last, run);
      } else if (str.trim() !== '') lines.push(run);
      isOver = false;
    }
    isOver ||= hasEOL;
  }
  return lines.filter(({ text }) => text.trim() !== '');
}

function append(line: PdfLine, run: PdfLine): PdfLine {
  const hasSpace = /\s$/u.test(line.text) || /^\s/u.test(run.text);
  const gap = hasSpace || run.x - line.right <= MIN_SPACE * line.size ? '' : ' ';
  const size = Math.max(line.size, run.text.trim() === '' ? 0 : run.size);
  return { ...line, text: line.text + gap + run.text, right: run.right, size };
}

/** The lines at the top and at the bottom of a page that may be running heads. */
const EDGE_LINES = 2;
const PAGE_NUMBER = /^[-–—\s]*(?:page|ukurasa)?\s*\d{1,4}(?:\s*(?:\/|of|ya)\s*\d{1,4})?[-–—\s]*$/iu;

/** Drops page numbers, and lines that recur at the edges of at least two pages and at least half of all pages. */
export function dropRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(lines.filter((_, i) => isEdge(i, lines)).map(toKey))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const needed = Math.max(2, pages.length / 2);
  return pages.map((lines) =>
    lines.filter((line, i) => {
      if (!isEdge(i, lines)) return true;
      return (counts.get(toKey(line)) ?? 0) < needed && !PAGE_NUMBER.test(line.text);
    }),
  );
}

function isEdge(i: number, lines: readonly PdfLine[]): boolean {
  return i < EDGE_LINES || i >= lines.length - EDGE_LINES;
}

/** Returns the same key for `Page 3` and `Page 4`. */
function toKey({ text }: PdfLine): string {
  return text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase();
}

export interface PdfPiece extends Piece {
  readonly page: number;
  /** Letter height in points. */
  readonly size: number;
}

/** Joins the lines of all pages into paragraphs and headings, in printing order. */
export function joinPdfLines(lines: readonly PdfLine[]): PdfPiece[] {
  const usual = measure(lines);
  const groups: PdfLine[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || isBreak(before, line, usual)) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  return groups.map((group) => toPiece(group, usual, words)).filter(({ text }) => text !== '');
}

/** The usual measures of a text, in points. */
interface Usual {
  readonly size: number;
  readonly leading: number;
  readonly right: number;
  readonly width: number;
}

function measure(lines: readonly PdfLine[]): Usual {
  const size = mostUsual(lines.map((line) => [line.size, line.text.length]));
  const text = lines.filter((line) => Math.abs(line.size - size) < 0.1 * size);
  const leadings = text.flatMap((line, i) => {
    const gap = (text[i - 1]?.y ?? -Infinity) - line.y;
    return gap > 0 && gap < 3 * size ? [[gap, 1] as const] : [];
  });
  return {
    size,
    leading: leadings.length === 0 ? 1.2 * size : mostUsual(leadings),
    right: Math.max(...text.map(({ right }) => right)),
    width: Math.max(...text.map(({ x, right }) => right - x)),
  };
}

/** Returns the value with the greatest weight, rounded to a tenth. */
function mostUsual(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 10) / 10;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  return [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** In usual leadings: lines further apart belong to different paragraphs. */
const MAX_LEADING = 1.3;
/** The least indent of a paragraph's first line, in letter heights. */
const MIN_INDENT = 0.8;
/** The least share of the column's width that a paragraph's last line leaves free. */
const MIN_FREE = 0.15;
const BULLET = /^(?:[•·▪●◦‣∙]|[-*]\s)\s*/u;

function isBreak(a: PdfLine, b: PdfLine, usual: Usual): boolean {
  if (BULLET.test(b.text)) return true;
  if (isLarge(a, usual) !== isLarge(b, usual) || Math.abs(a.size - b.size) > 0.15 * usual.size) return true;
  const down = a.y - b.y;
  // A sentence cut by the end of a column or page continues in the next.
  if (a.page !== b.page || down < 0) return endsSentence(a.text.trim());
  if (down > MAX_LEADING * Math.max(usual.leading, isLarge(a, usual) ? 1.3 * a.size : 0)) return true;
  if (isLarge(a, usual) || !endsSentence(a.text.trim())) return false;
  const isIndented = b.x - a.x > MIN_INDENT * usual.size;
  return isIndented || a.right - a.x < (1 - MIN_FREE) * usual.width;
}

/** In usual letter heights: larger letters are a heading's. */
const MIN_HEADING = 1.12;

function isLarge({ size }: PdfLine, usual: Usual): boolean {
  return size > MIN_HEADING * usual.size;
}

function toPiece(lines: readonly PdfLine[], usual: Usual, words: ReadonlySet<string>): PdfPiece {
  const [first] = lines;
  const joined = lines.reduce((text, line) => joinLine(text, line.text.trim(), words), '');
  const text = cleanLine(joined);
  const unmarked = text.replace(BULLET, '');
  const isHeading = first !== undefined && isLarge(first, usual);
  const kind = isHeading ? 'heading' : unmarked === text ? 'paragraph' : 'item';
  return {
    text: unmarked,
    kind,
    isOneLine: lines.length === 1,
    page: first?.page ?? 0,
    size: first?.size ?? 0,
  };
}

const HYPHEN = /[-‐]$/u;

/** Appends a line. Drops a closing hyphen only if it is soft or if the joined word is one of `words`. */
function joinLine(text: string, line: string, words: ReadonlySet<string>): string {
  if (text === '') return line;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  if (!HYPHEN.test(text) || !/^\p{Ll}/u.test(line)) return `${text} ${line}`;
  const start = /\p{L}+(?=[-‐]$)/u.exec(text)?.[0] ?? '';
  const end = /^\p{L}+/u.exec(line)?.[0] ?? '';
  const isBroken = start !== '' && words.has((start + end).toLowerCase());
  return (isBroken ? text.slice(0, -1) : text) + (start === '' ? ' ' : '') + line;
}
