import { cleanLine, cleanLines } from './clean-text.js';
import { isElement, TEXT_NODE } from './dom.js';
import type { DomElement, DomNode } from './dom.js';
import { splitIntoPieces } from './page-pieces.js';
import type { Piece } from './page-pieces.js';

const tagNames = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const LEFT_OUT = tagNames(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK BUTTON SELECT TEXTAREA INPUT IFRAME OBJECT SVG MATH CANVAS AUDIO VIDEO',
);
/** What stands around an article where a page marks it as such. */
const AROUND = tagNames('NAV HEADER FOOTER ASIDE FORM DIALOG');
const BLOCKS = tagNames(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HGROUP HR LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
const HEADINGS = /^H[1-6]$/u;
const PARAGRAPHS_IN_TABLE = 'p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, article, section';

/** The paragraphs, items, headings and tables of a part of a page, in reading order. */
export function readHtmlPieces(root: DomElement, isContentOnly: boolean): Piece[] {
  const reader = new PieceReader(isContentOnly ? new Set() : AROUND);
  reader.read(root);
  return reader.finish();
}

/** Gathers running text until a block begins or ends. */
class PieceReader {
  readonly #pieces: Piece[] = [];
  readonly #around: ReadonlySet<string>;
  #text = '';
  #isItem = false;

  constructor(around: ReadonlySet<string>) {
    this.#around = around;
  }

  finish(): Piece[] {
    this.#endText();
    return this.#pieces;
  }

  read(node: DomNode): void {
    if (node.nodeType === TEXT_NODE) this.#text += (node.textContent ?? '').replace(/\s+/gu, ' ');
    else if (isElement(node)) this.#readElement(node, node.nodeName.toUpperCase());
  }

  #readElement(element: DomElement, name: string): void {
    if (LEFT_OUT.has(name) || this.#around.has(name)) return;
    if (name === 'BR') this.#text += '\n';
    else if (name === 'PRE') this.#readLines(element);
    else if (HEADINGS.test(name)) this.#add('heading', cleanLine(element.textContent ?? ''));
    else if (name === 'TABLE' && !element.querySelector(PARAGRAPHS_IN_TABLE))
      this.#add('table', readTable(element));
    else if (BLOCKS.has(name)) this.#readBlock(element, name);
    else this.#readChildren(element);
  }

  #readChildren(element: DomElement): void {
    for (const child of element.childNodes) this.read(child);
  }

  #readBlock(element: DomElement, name: string): void {
    this.#endText();
    const wasItem = this.#isItem;
    this.#isItem = wasItem || name === 'LI';
    this.#readChildren(element);
    this.#endText();
    this.#isItem = wasItem;
  }

  #readLines(element: DomElement): void {
    this.#endText();
    this.#text = element.textContent ?? '';
    this.#endText();
  }

  #add(kind: Piece['kind'], text: string): void {
    this.#endText();
    if (text !== '') this.#pieces.push({ text, kind, isOneLine: true });
  }

  #endText(): void {
    const text = this.#text;
    this.#text = '';
    if (text.trim() === '') return;
    const pieces = splitIntoPieces(text);
    this.#pieces.push(
      ...(this.#isItem ? pieces.map((piece) => ({ ...piece, kind: 'item' as const })) : pieces),
    );
  }
}

function readTable(table: DomElement): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')]
      .map((cell) => cleanLine(cell.textContent ?? ''))
      .filter(Boolean)
      .join(' | '),
  );
  return cleanLines(rows.join('\n'));
}
