import { Readability } from '@mozilla/readability';
import { buildPageArticle } from './build-page-article.js';
import { cleanPage } from './clean-page.js';
import { parsePage } from './dom.js';
import type { DomDocument, DomElement } from './dom.js';
import { readHtmlMetadata } from './html-metadata.js';
import { readHtmlPieces } from './html-pieces.js';
import { describePageExcess } from './page-limits.js';
import type { Piece } from './page-pieces.js';
import { reject } from './reading.js';
import type { ReadContext, Reading } from './reading.js';

const MAX_ELEMENTS = 50_000;

/** Reads a page as it comes off the web: what it says of itself first, then its readable text. */
export function readHtml(source: string, context: ReadContext): Reading {
  const excess = describePageExcess(source);
  if (excess !== null) return reject(context, excess);
  const facts = readHtmlMetadata(parsePage(source));
  const page = cleanPage(readPieces(source));
  const about = {
    ...facts,
    outlet: facts.outlet ?? page.outlet,
    author: facts.author ?? page.author,
    published: facts.published ?? page.published,
  };
  return buildPageArticle(about, page.pieces, context);
}

/** Readability takes its document apart, so each look at the page has one of its own. */
function readPieces(source: string): Piece[] {
  const content = findContent(parsePage(source));
  const pieces = content ? readHtmlPieces(content, true) : [];
  return pieces.length > 0 ? pieces : readHtmlPieces(parsePage(source).body, false);
}

/** Readability gives up on some pages by throwing; there, too, the whole body is read. */
function findContent(document: DomDocument): DomElement | null {
  if ([...document.querySelectorAll('*')].length > MAX_ELEMENTS) return null;
  const serializer = (node: unknown): DomElement => node as DomElement;
  try {
    return new Readability<DomElement>(document, { serializer }).parse()?.content ?? null;
  } catch {
    return null;
  }
}
