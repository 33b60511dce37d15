import type { DomDocument } from './dom.js';

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
export function dropPageParts(document: DomDocument): void {
  for (const part of document.querySelectorAll(FOR_SCREEN_READERS)) part.remove();
  drop(document, COMMENTS, ARTICLE);
  drop(document, OVERLAYS, PAGE);
}

function drop(document: DomDocument, parts: string, but: string): void {
  for (const part of [...document.querySelectorAll(parts)].slice(0, MAX_PARTS)) {
    if (!part.matches(but) && !part.querySelector(but)) part.remove();
  }
}
