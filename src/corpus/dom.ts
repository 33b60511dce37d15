import { parseHTML } from 'linkedom';

/** The part of the DOM that reading a page takes; the compiler's own DOM would bring a browser's globals. */
export interface DomNode {
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

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

const FRAME_TAGS = /<\/?(?:html|head|body)\b[^>]*>|<!doctype[^>]*>/giu;
const LANGUAGE = /<html\b[^>]*?\blang\s*=\s*["']?([\w-]+)/iu;

/** Parses a page; nothing in it is run or fetched. Unlike linkedom's own, the result always has a body. */
export function parsePage(source: string): DomDocument {
  const whole = /<html\b/iu.test(source) && /<body\b/iu.test(source) ? parse(source) : null;
  if (whole?.documentElement.nodeName === 'HTML' && whole.querySelector('html > body')) return whole;
  const language = LANGUAGE.exec(source)?.[1] ?? '';
  const inner = source.replace(FRAME_TAGS, '');
  return parse(`<!doctype html><html lang="${language}"><head></head><body>${inner}</body></html>`);
}

function parse(source: string): DomDocument {
  return (parseHTML(source) as unknown as { readonly document: DomDocument }).document;
}

/** The words of a text that was written as HTML where it should be plain: `A &amp; B`. */
export function decodeEntities(text: string): string {
  return /&[#\w]+;/u.test(text)
    ? (parsePage(`<p>${text.replaceAll('<', '&lt;')}</p>`).body.textContent ?? '')
    : text;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT_NODE;
}
