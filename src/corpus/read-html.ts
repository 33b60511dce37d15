import { Readability } from '@mozilla/readability';
import { buildPageArticle } from './build-page-article.js';
import { cleanPage } from './clean-page.js';
import { parsePage } from './dom.js';
import type { DomDocument, DomElement } from './dom.js';
import { dropPageParts } from './drop-page-parts.js';
import { readHtmlMetadata } from './html-metadata.js';
import { readHtmlPieces } from './html-pieces.js';
import { describePageExcess } from './page-limits.js';
import type { Piece } from './page-pieces.js';
import { reject } from './reading.js';
import type { ReadContext, Reading } from './reading.js';

const MAX_ELEMENTS = 50_000;
/** Of less text Readability looks for more, also in what is no part of the article. */
const SHORTEST_ARTICLE_CHARS = 200;

/** Reads a page as it comes off the web: what it says of itself first, then its readable text. */
export function readHtml(source: string, context: ReadContext): Reading {
  const excess = describePageExcess(source);
  if (excess !== null) return reject(context, excess);
  const facts = readHtmlMetadata(parseArticlePage(source));
  const page = cleanPage(readPieces(source));
  const about = {
    ...facts,
    outlet: facts.outlet ?? page.outlet,
    author: facts.author ?? page.author,
    published: facts.published ?? page.published,
  };
  return buildPageArticle(about, page.pieces, context);
}

function parseArticlePage(source: string): DomDocument {
  const document = parsePage(source);
  dropPageParts(document);
  return document;
}

/** Readability takes its document apart, so each look at the page has one of its own. */
function readPieces(source: string): Piece[] {
  const content = findContent(parseArticlePage(source));
  const pieces = content ? readHtmlPieces(content, true) : [];
  if (pieces.length > 0) return pieces;
  const rest = readHtmlPieces(parseArticlePage(source).body, false);
  return rest.length > 0 ? rest : readHtmlPieces(parsePage(source).body, false);
}

/** Readability gives up on some pages by throwing; there, too, the whole body is read. */
function findContent(document: DomDocument): DomElement | null {
  if ([...document.querySelectorAll('*')].length > MAX_ELEMENTS) return null;
  const serializer = (node: unknown): DomElement => node as DomElement;
  try {
    return (
      new Readability<DomElement>(document, { serializer, charThreshold: SHORTEST_ARTICLE_CHARS }).parse()
        ?.content ?? null
    );
  } catch {
    return null;
  }
}
