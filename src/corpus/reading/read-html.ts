import { Readability } from '@mozilla/readability';
import { buildPageArticle, cleanPage, type Piece } from './clean-page.js';
import { describePageExcess, type DomDocument, type DomElement, parsePage, readHtmlPieces } from './html.js';
import { readHtmlMetadata } from './page-facts.js';
import { type ReadContext, type Reading, reject } from './reading.js';

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

const COMMENTS =
  '#comments, #respond, #disqus_thread, .comments, .comments-area, .comment-list, .commentlist, .comment-respond, .fb-comments';
const FOR_SCREEN_READERS = '.screen-reader-text:not(h1), .sr-only:not(h1), .visually-hidden:not(h1)';
const OVERLAYS =
  '[role="dialog"], [role="alertdialog"], [aria-modal="true"], ' +
  ['consent', 'cookie', 'gdpr'].map((name) => `[id*="${name}" i], [class*="${name}" i]`).join(', ');

const ARTICLE =
  'html, body, main, h1, article:not([class*="comment"]), .post, .hentry, .entry-content, [itemprop="articleBody"]';
/** A page that has been agreed to is marked with the words of an overlay, an article about cookies, too. */
const PAGE = `${ARTICLE}, header, nav, footer`;

/** Each is looked through; more of them nest in each other. */
const MAX_PARTS = 50;

/** Takes comments and overlays off a page: where they are longer than the article, Readability takes them for it. */
function dropPageParts(document: DomDocument): void {
  for (const part of document.querySelectorAll(FOR_SCREEN_READERS)) part.remove();
  drop(document, COMMENTS, ARTICLE);
  drop(document, OVERLAYS, PAGE);
}

function drop(document: DomDocument, parts: string, but: string): void {
  for (const part of [...document.querySelectorAll(parts)].slice(0, MAX_PARTS)) {
    if (!part.matches(but) && !part.querySelector(but)) part.remove();
  }
}
