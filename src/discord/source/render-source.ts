import { type ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Article, ParagraphRange, Passage } from '../../core/model/article.js';
import type { Corpus } from '../../core/model/corpus.js';
import { cite } from '../../core/texts/citation.js';
import type { Sentences } from '../../core/texts/sentences.js';
import {
  describeNoLink,
  linkHeadline,
  type QuoteRange,
  renderCaution,
  toLink,
} from '../answers/render-quote.js';
import { formatDeleteId, formatSourceId } from '../message/ids.js';
import { fitsMessage, MAX_COMPONENTS } from '../message/limits.js';
import { bold, escapeText, shorten, small } from '../message/markdown.js';
import { makeButton, type View } from '../message/view.js';

/** A page of an article. */
interface SourcePage {
  /** It is on the page for certain, whatever else fits. */
  readonly paragraph: number;
  /** Whether the page begins or ends with that paragraph, or shows it marked between its neighbours. */
  readonly edge: 'first' | 'last' | 'marked';
}

/** Each paragraph is a text; the header, the footer and the buttons need places too. */
const MAX_PARAGRAPHS = MAX_COMPONENTS - 8;

/** @param askerId - Who may delete the page; `null` on a private one. */
export function renderSource(
  say: Sentences,
  corpus: Corpus,
  article: Article,
  page: SourcePage,
  askerId: string | null,
): View {
  const of = corpus.passages(article.id, 1, 1)[0]?.paragraphs ?? 0;
  const footer = small(say.corpusLine(corpus.summary));
  const paragraph = Math.min(Math.max(1, page.paragraph), of);
  const rendered = new Map<number, string>();
  const render = (n: number): string => {
    const isMarked = page.edge === 'marked' && n === paragraph;
    const text = rendered.get(n) ?? renderParagraph(corpus, article, n, isMarked);
    rendered.set(n, text);
    return text;
  };
  const fits = ({ from, to }: QuoteRange): string[] | null => {
    const paragraphs = Array.from({ length: to - from + 1 }, (_, i) => render(from + i));
    const texts = listHeaders(say, article, { from, to, of }).map((header) => [
      header,
      ...paragraphs,
      footer,
    ]);
    return texts.find(fitsMessage) ?? null;
  };
  let range = { from: paragraph, to: paragraph };
  let texts = fits(range) ?? [renderShortHeader(say, article, { ...range, of }), say.tooLong, footer];
  for (const next of widen(range, of, page.edge)) {
    const wider = next.to - next.from < MAX_PARAGRAPHS ? fits(next) : null;
    if (!wider) break;
    [range, texts] = [next, wider];
  }
  const buttons = [...listPageButtons(say, article.id, range, of), ...listDelete(say, askerId)];
  return { texts, rows: [buttons] };
}

/** Wider and wider ranges: forward, backward, or the paragraph before and then forward. */
function* widen({ from, to }: QuoteRange, of: number, edge: SourcePage['edge']): Generator<QuoteRange> {
  let range = { from, to };
  if (edge === 'marked' && from > 1) yield (range = { from: from - 1, to });
  if (edge === 'last') while (range.from > 1) yield (range = { ...range, from: range.from - 1 });
  else while (range.to < of) yield (range = { ...range, to: range.to + 1 });
}

const MAX_NAME_CHARS = 150;

/** The full citation, then shorter ones for where it leaves no room for a paragraph. */
function listHeaders(say: Sentences, article: Article, range: ParagraphRange): string[] {
  const { outlet, date, headline, paragraphs, url } = cite(say, article, range);
  const author = article.author ?? say.authorUnknown;
  const link = toLink(url);
  const byline = [outlet, date, author].map((part) => escapeText(shorten(part, MAX_NAME_CHARS)));
  const tail = link === null ? [describeNoLink(say, url)] : [];
  const full = `${bold(linkHeadline(say, headline, link))}\n${small([...byline, paragraphs, ...tail].join(' · '))}`;
  return [`${full}${renderCaution(say, article)}`, renderShortHeader(say, article, range)];
}

const MAX_SHORT_CHARS = 60;

function renderShortHeader(say: Sentences, article: Article, range: ParagraphRange): string {
  const { outlet, date, headline, paragraphs } = cite(say, article, range);
  const byline = [escapeText(shorten(outlet, MAX_SHORT_CHARS)), date, paragraphs].join(' · ');
  return `${bold(escapeText(shorten(headline, MAX_NAME_CHARS)))}\n${small(byline)}${renderCaution(say, article)}`;
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

const MAX_HEADING_CHARS = 100;

/** What stands in the article's text between two passages. */
function readHeading(corpus: Corpus, before: Passage | undefined, passage: Passage): string {
  const between = corpus.text(passage.article.id).slice(before?.span.end ?? 0, passage.span.start);
  return shorten(between.replace(/\s+/gu, ' ').trim(), MAX_HEADING_CHARS);
}

function listPageButtons(
  say: Sentences,
  articleId: string,
  { from, to }: QuoteRange,
  of: number,
): ButtonBuilder[] {
  return [
    ...(from > 1 ? [makeButton(say.previousPage, formatSourceId(articleId, from - 1, 'last'))] : []),
    ...(to < of
      ? [makeButton(say.nextPage, formatSourceId(articleId, to + 1, 'first'), ButtonStyle.Primary)]
      : []),
  ];
}

function listDelete(say: Sentences, askerId: string | null): ButtonBuilder[] {
  return askerId === null ? [] : [makeButton(say.delete, formatDeleteId(askerId))];
}
