import { type ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Article, ParagraphRange, Passage } from '../../core/model/article.js';
import type { Corpus } from '../../core/model/corpus.js';
import { cite } from '../../core/locales/citation.js';
import type { Sentences } from '../../core/locales/sentences.js';
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

interface SourcePage {
  /** Always on the page, whatever else fits. */
  readonly paragraph: number;
  /** `first` or `last`: the page begins or ends with the paragraph; `marked`: shows it in bold between its neighbours. */
  readonly edge: 'first' | 'last' | 'marked';
}

/** Each paragraph is one component; the header, the footer and the buttons need some, too. */
const MAX_PARAGRAPHS = MAX_COMPONENTS - 8;

/** @param askerId - The member who may delete the page; `null` for a private one. */
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
  const fitTexts = ({ from, to }: QuoteRange): string[] | null => {
    const paragraphs = Array.from({ length: to - from + 1 }, (_, i) => render(from + i));
    const texts = listHeaders(say, article, { from, to, of }).map((header) => [
      header,
      ...paragraphs,
      footer,
    ]);
    return texts.find(fitsMessage) ?? null;
  };
  let range = { from: paragraph, to: paragraph };
  let texts = fitTexts(range) ?? [renderShortHeader(say, article, { ...range, of }), say.tooLong, footer];
  for (const next of widen(range, of, page.edge)) {
    const wider = next.to - next.from < MAX_PARAGRAPHS ? fitTexts(next) : null;
    if (!wider) break;
    [range, texts] = [next, wider];
  }
  const buttons = [...listPageButtons(say, article.id, range, of), ...listDelete(say, askerId)];
  return { texts, rows: [buttons] };
}

/** Yields ever wider ranges: forward, backward, or first one paragraph backward and then forward. */
function* widen({ from, to }: QuoteRange, of: number, edge: SourcePage['edge']): Generator<QuoteRange> {
  let range = { from, to };
  if (edge === 'marked' && from > 1) yield (range = { from: from - 1, to });
  if (edge === 'last') while (range.from > 1) yield (range = { ...range, from: range.from - 1 });
  else while (range.to < of) yield (range = { ...range, to: range.to + 1 });
}

const MAX_NAME_CHARS = 150;

/** Lists the full header, then a short one for where the full one leaves no room for a paragraph. */
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

/** Renders a paragraph with the headings before it. */
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

/** Returns the article's text between two passages, on one line. */
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
