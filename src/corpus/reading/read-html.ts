import { Readability } from '@mozilla/readability';
import { buildPageArticle, cleanPage, type Piece } from './clean-page.js';
import { describePageExcess, type DomDocument, type DomElement, parsePage, readHtmlPieces } from './html.js';
import { readHtmlMetadata } from './page-facts.js';
import { type ReadContext, type Reading, reject } from './reading.js';

/** Reads a page from the web: takes facts from its metadata first, then from its readable text. */
export function readHtml(html: string, context: ReadContext): Reading {
  const excess = describePageExcess(html);
  if (excess !== null) return reject(context, excess);
  const facts = readHtmlMetadata(parseArticlePage(html));
  const page = cleanPage(readPieces(html));
  const about = {
    ...facts,
    outlet: facts.outlet ?? page.outlet,
    author: facts.author ?? page.author,
    published: facts.published ?? page.published,
  };
  return buildPageArticle(about, page.pieces, context);
}

function parseArticlePage(html: string): DomDocument {
  const document = parsePage(html);
  dropPageParts(document);
  return document;
}

/** Parses the page anew for each attempt, since Readability takes its input apart. */
function readPieces(html: string): Piece[] {
  const content = findContent(parseArticlePage(html));
  const pieces = content ? readHtmlPieces(content, true) : [];
  if (pieces.length > 0) return pieces;
  const bodyPieces = readHtmlPieces(parseArticlePage(html).body, false);
  return bodyPieces.length > 0 ? bodyPieces : readHtmlPieces(parsePage(html).body, false);
}

const MAX_ELEMENTS = 50_000;
/** With less text, Readability looks for more, even outside the article. */
const SHORTEST_ARTICLE_CHARS = 200;

/** Returns `null` if Readability finds nothing or throws, as it does on some pages: then the whole body is read. */
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

const COMMENTS =
  '#comments, #respond, #disqus_thread, .comments, .comments-area, .comment-list, .commentlist, .comment-respond, .fb-comments';
const FOR_SCREEN_READERS = '.screen-reader-text:not(h1), .sr-only:not(h1), .visually-hidden:not(h1)';
const OVERLAYS =
  '[role="dialog"], [role="alertdialog"], [aria-modal="true"], ' +
  ['consent', 'cookie', 'gdpr'].map((name) => `[id*="${name}" i], [class*="${name}" i]`).join(', ');

const ARTICLE =
  'html, body, main, h1, article:not([class*="comment"]), .post, .hentry, .entry-content, [itemprop="articleBody"]';
/**
 * Not an overlay: a page whose overlay was accepted has the overlay's words in its marks, as has an article about
 * cookies.
 */
const PAGE = `${ARTICLE}, header, nav, footer`;

/** Each match is searched; if there are more, they nest in each other. */
const MAX_PARTS = 50;

/** Removes comments and overlays: if they are longer than the article, Readability takes them for it. */
function dropPageParts(document: DomDocument): void {
  for (const part of document.querySelectorAll(FOR_SCREEN_READERS)) part.remove();
  drop(document, COMMENTS, ARTICLE);
  drop(document, OVERLAYS, PAGE);
}

function drop(document: DomDocument, parts: string, exceptions: string): void {
  for (const part of [...document.querySelectorAll(parts)].slice(0, MAX_PARTS)) {
    if (!part.matches(exceptions) && !part.querySelector(exceptions)) part.remove();
  }
}
