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
