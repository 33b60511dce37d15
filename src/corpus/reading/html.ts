/** Parses HTML and splits it into pieces of text. */

import { parseHTML } from 'linkedom';
import { diagnose, type Problem } from '../../core/model/problem.js';
import { type Piece, splitIntoPieces } from './clean-page.js';
import { cleanLine, cleanLines } from './text.js';

/** The part of the DOM in use; the compiler's `dom` library would add a browser's globals. */
interface DomNode {
  readonly nodeType: number;
  /** Upper case for elements. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  matches(selector: string): boolean;
  closest(selector: string): DomElement | null;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly body: DomElement;
}

const FRAME_TAGS = /<\/?(?:html|head|body)\b[^>]*>|<!doctype[^>]*>/giu;
const LANGUAGE = /<html\b[^>]*?\blang\s*=\s*["']?([\w-]+)/iu;

/** Parses a page without running or fetching anything. Unlike linkedom's, the result always has a body. */
export function parsePage(html: string): DomDocument {
  const complete = /<html\b/iu.test(html) && /<body\b/iu.test(html) ? parse(html) : null;
  if (complete?.documentElement.nodeName === 'HTML' && complete.querySelector('html > body')) return complete;
  const language = LANGUAGE.exec(html)?.[1] ?? '';
  const inner = html.replace(FRAME_TAGS, '');
  return parse(`<!doctype html><html lang="${language}"><head></head><body>${inner}</body></html>`);
}

function parse(html: string): DomDocument {
  return (parseHTML(html) as unknown as { readonly document: DomDocument }).document;
}

/** Decodes text that was written as HTML where it should be plain: `A &amp; B`. */
export function decodeEntities(text: string): string {
  return /&[#\w]+;/u.test(text)
    ? (parsePage(`<p>${text.replaceAll('<', '&lt;')}</p>`).body.textContent ?? '')
    : text;
}

const tagNames = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const LEFT_OUT = tagNames(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK BUTTON SELECT TEXTAREA INPUT IFRAME OBJECT SVG MATH CANVAS AUDIO VIDEO',
);
/** Elements around an article, in pages that mark them as such. */
const AROUND = tagNames('NAV HEADER FOOTER ASIDE FORM DIALOG');
const BLOCKS = tagNames(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HGROUP HR LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
const HEADINGS = /^H[1-6]$/u;
const PARAGRAPHS_IN_TABLE = 'p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, article, section';

/**
 * Lists the paragraphs, items, headings and tables of a part of a page, in reading order.
 *
 * @param isContentOnly - False to leave out elements around the article, such as `nav`.
 */
export function readHtmlPieces(root: DomElement, isContentOnly: boolean): Piece[] {
  const reader = new PieceReader(isContentOnly ? new Set() : AROUND);
  reader.read(root);
  return reader.finish();
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Collects running text until a block begins or ends. */
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

function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT_NODE;
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

/** Parsing takes quadratic time in the depth, and reading recurses into it. */
const MAX_DEPTH = 1000;
/** Each may become a node. */
const MAX_MARKS = 300_000;

/** Returns the problem if parsing a page would take too long; otherwise `null`. */
export function describePageExcess(html: string): Problem | null {
  const marks = html.match(/[<&]/gu)?.length ?? 0;
  if (marks > MAX_MARKS) return diagnose('PAGE_TOO_MANY_TAGS');
  return measureDepth(html) > MAX_DEPTH ? diagnose('PAGE_TOO_DEEP') : null;
}

const TAGS = /<(?:!--|(\/?)([a-z][a-z0-9]*))/giu;
/** Elements that need no end tag; others nest until theirs. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/iu;
/** Elements that contain only text, whatever it looks like. */
const RAW = /^(?:script|style)$/iu;

/** Returns the approximate nesting depth of elements. */
function measureDepth(html: string): number {
  const tags = new RegExp(TAGS);
  let depth = 0;
  let deepest = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    const [, slash = '', name] = tag;
    const end = slash === '' ? findRawEnd(html, tag.index, name) : null;
    if (end !== null) tags.lastIndex = end;
    else if (name !== undefined && !FLAT.test(name))
      depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Returns the end of a comment or of an element without markup in it; `null` for other tags. */
function findRawEnd(html: string, start: number, name: string | undefined): number | null {
  if (name !== undefined && !RAW.test(name)) return null;
  const close = name === undefined ? /-->/gu : new RegExp(`</${name}`, 'giu');
  close.lastIndex = start;
  return close.exec(html) ? close.lastIndex : html.length;
}
