import { ButtonStyle, type ButtonBuilder } from 'discord.js';
import type { Article, Passage } from '../core/article.js';
import { cite } from '../core/citation.js';
import type { Corpus } from '../core/corpus.js';
import { ENGLISH as say } from '../core/sentences.js';
import { formatDeleteId, formatSourceId } from './component-ids.js';
import { fitsMessage } from './limits.js';
import { bold, escapeText, shorten, small } from './markdown.js';
import { linkHeadline, renderCaution, toLink } from './render-quote.js';
import { makeButton, type View } from './view.js';

const MAX_BYLINE_CHARS = 60;
const MAX_HEADING_CHARS = 200;

/** A page of an article: the paragraphs that fit, from one on or up to one. */
export interface SourcePage {
  readonly articleId: string;
  readonly paragraph: number;
  readonly edge: 'first' | 'last';
  /** Marked as the one that was asked for. */
  readonly marked?: number;
}

/** @param askerId - Who may delete the page; `null` on a private one. */
export function renderSource(corpus: Corpus, page: SourcePage, askerId: string | null): View {
  const article = corpus.article(page.articleId);
  if (!article) return { texts: [say.articleGone], rows: [] };
  const texts = takePassages(corpus, article, page);
  const { from, to, of } = texts;
  const header = renderHeader(article, from, to, of);
  return {
    texts: [header, ...texts.paragraphs, small(say.corpusLine(corpus.summary))],
    rows: [[...listPageButtons(article.id, from, to, of), ...listDelete(askerId)]].filter(
      (row) => row.length > 0,
    ),
  };
}

interface TakenPassages {
  readonly paragraphs: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** Adds passage after passage, in the direction of the page, while they fit; one at least. */
function takePassages(corpus: Corpus, article: Article, page: SourcePage): TakenPassages {
  const of = corpus.passages(article.id, 1, 1)[0]?.paragraphs ?? 0;
  const step = page.edge === 'first' ? 1 : -1;
  const start = Math.min(Math.max(1, page.paragraph), of);
  const around = [renderHeader(article, of, of, of), small(say.corpusLine(corpus.summary))];
  let paragraphs: string[] = [];
  let last = start;
  for (let n = start; n >= 1 && n <= of; n += step) {
    const text = renderParagraph(corpus, article, n, n === page.marked);
    const next = step > 0 ? [...paragraphs, text] : [text, ...paragraphs];
    if (next.length > MAX_PARAGRAPHS || (paragraphs.length > 0 && !fitsMessage([...around, ...next]))) break;
    [paragraphs, last] = [next, n];
  }
  return { paragraphs, from: Math.min(start, last), to: Math.max(start, last), of };
}

/** Each paragraph is a component; the header, the footer and the buttons need some too. */
const MAX_PARAGRAPHS = 30;

function renderHeader(article: Article, from: number, to: number, of: number): string {
  const { outlet, date, headline, paragraphs, url } = cite(article, { from, to, of }, say);
  const author = shorten(article.author ?? say.authorUnknown, MAX_BYLINE_CHARS);
  const link = toLink(url);
  const byline = [
    escapeText(shorten(outlet, MAX_BYLINE_CHARS)),
    date,
    escapeText(author),
    paragraphs,
    ...(link === null ? [say.noLink] : []),
  ];
  return `${bold(linkHeadline(headline, link))}\n${small(byline.join(' · '))}${renderCaution(article)}`;
}

/** The paragraph with the headings that stand before it. */
function renderParagraph(corpus: Corpus, article: Article, n: number, isMarked: boolean): string {
  const [before, passage] =
    n === 1 ? [undefined, ...corpus.passages(article.id, 1, 1)] : corpus.passages(article.id, n - 1, n);
  if (!passage) return '';
  const heading = readHeading(corpus, before, passage);
  const text = escapeText(passage.text);
  return [
    ...(heading === '' ? [] : [bold(escapeText(heading))]),
    `${small(`¶${n}`)}\n${isMarked ? bold(text) : text}`,
  ].join('\n');
}

/** What stands in the article's text between two passages. */
function readHeading(corpus: Corpus, before: Passage | undefined, passage: Passage): string {
  const between = corpus.text(passage.article.id).slice(before?.span.end ?? 0, passage.span.start);
  return shorten(between.replace(/\s+/gu, ' ').trim(), MAX_HEADING_CHARS);
}

function listPageButtons(articleId: string, from: number, to: number, of: number): ButtonBuilder[] {
  return [
    ...(from > 1 ? [makeButton(say.previousPage, formatSourceId(articleId, from - 1, 'last'))] : []),
    ...(to < of
      ? [makeButton(say.nextPage, formatSourceId(articleId, to + 1, 'first'), ButtonStyle.Primary)]
      : []),
  ];
}

function listDelete(askerId: string | null): ButtonBuilder[] {
  return askerId === null ? [] : [makeButton(say.delete, formatDeleteId(askerId))];
}
