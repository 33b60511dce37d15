import type { Piece } from './clean-page.js';
import { cleanLine, endsSentence } from './text.js';

/** A piece and how large it is printed. */
export interface PdfPiece extends Piece {
  readonly page: number;
  readonly size: number;
}

/** Letters so much larger than those of the text are a heading's. */
const MIN_HEADING = 1.12;
/** In usual distances of lines: what stands further apart is another paragraph. */
const MAX_LEADING = 1.3;
/** In letter heights. */
const MIN_INDENT = 0.8;
/** Share of the column's width that the last line of a paragraph leaves free, at least. */
const MIN_FREE = 0.15;
const BULLET = /^(?:[•·▪●◦‣∙]|[-*]\s)\s*/u;
const HYPHEN = /[-‐]$/u;

/** Rebuilds paragraphs and headings from the lines of all pages, in the order in which they are printed. */
export function joinPdfLines(lines: readonly PdfLine[]): PdfPiece[] {
  const page = measure(lines);
  const groups: PdfLine[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || isBreak(before, line, page)) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  return groups.map((group) => toPiece(group, page, words)).filter(({ text }) => text !== '');
}

/** What is usual in a text, in points. */
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

/** The value of the greatest weight, to a tenth. */
function mostUsual(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const rounded = Math.round(value * 10) / 10;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  return [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

function isBreak(a: PdfLine, b: PdfLine, usual: Usual): boolean {
  if (BULLET.test(b.text)) return true;
  if (isLarge(a, usual) !== isLarge(b, usual) || Math.abs(a.size - b.size) > 0.15 * usual.size) return true;
  const down = a.y - b.y;
  // A column or page that ends within a sentence goes on in the next one.
  if (a.page !== b.page || down < 0) return endsSentence(a.text.trim());
  if (down > MAX_LEADING * Math.max(usual.leading, isLarge(a, usual) ? 1.3 * a.size : 0)) return true;
  if (isLarge(a, usual) || !endsSentence(a.text.trim())) return false;
  const isIndented = b.x - a.x > MIN_INDENT * usual.size;
  return isIndented || a.right - a.x < (1 - MIN_FREE) * usual.width;
}

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

/** A hyphen goes only where the word stands whole elsewhere, and where it was put there to break a line. */
function joinLine(text: string, line: string, words: ReadonlySet<string>): string {
  if (text === '') return line;
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + line;
  if (!HYPHEN.test(text) || !/^\p{Ll}/u.test(line)) return `${text} ${line}`;
  const start = /\p{L}+(?=[-‐]$)/u.exec(text)?.[0] ?? '';
  const end = /^\p{L}+/u.exec(line)?.[0] ?? '';
  const isBroken = start !== '' && words.has((start + end).toLowerCase());
  return (isBroken ? text.slice(0, -1) : text) + (start === '' ? ' ' : '') + line;
}

/** A line of a page as it is printed; lengths in points, `y` from the bottom. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  /** Where it ends. */
  readonly right: number;
  readonly y: number;
  /** Height of its letters. */
  readonly size: number;
}

/** A run of letters as pdf.js gives it. */
export interface PdfRun {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  /** Matrix (PDF 32000-1, 8.3.4); the last two are the place. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** In letter heights: what stands further up or down is another line. */
const MAX_SHIFT = 0.5;
/** In letter heights: a gap that is wider is a space. */
const MIN_SPACE = 0.15;
/** How many lines at the top and at the bottom of a page may be running heads. */
const EDGE_LINES = 2;
const PAGE_NUMBER = /^[-–—\s]*(?:page|ukurasa)?\s*\d{1,4}(?:\s*(?:\/|of|ya)\s*\d{1,4})?[-–—\s]*$/iu;

/** Puts the runs of a page together to lines, in the order in which they are printed. */
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

/** Leaves out page numbers, and what stands at the edges of at least two pages and of half of them. */
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

/** The same for `Page 3` and `Page 4`. */
function toKey({ text }: PdfLine): string {
  return text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase();
}
