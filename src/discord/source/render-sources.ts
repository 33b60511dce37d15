import type { Passage } from '../../core/model/article.js';
import type { Corpus } from '../../core/model/corpus.js';
import type {
  CheckedQuotation,
  Piece,
  QuotationSource,
  FoundSources,
} from '../../core/quotations/quotation.js';
import type { Sentences } from '../../core/locales/sentences.js';
import {
  ELSEWHERE_ROOMS,
  type ElsewhereRoom,
  LEAST_ROOM,
  renderBriefCitation,
  renderCaution,
  renderCitationParts,
  renderElsewhere,
  renderQuote,
  renderSentenceOnly,
} from '../answers/render-quote.js';
import { formatShareSourcesId } from '../message/ids.js';
import { fitsMessage } from '../message/limits.js';
import { bold, escapeText, quoteLines, shorten, small, strikeThrough } from '../message/markdown.js';
import { makeButton, sayOnly, type View } from '../message/view.js';
import { listSources } from './sources-message.js';

/** The message whose sources are shown. */
interface SourcesTarget {
  readonly channelId: string;
  readonly messageId: string;
}

/**
 * Renders the sources of a message as one message: first its quotations, then the passages that bear on it.
 *
 * Shows every quotation, if only by its opening words, and as many passages as fit. If anything was found, adds a
 * Share button and leaves room for the line that names the member who shares.
 */
export function renderSources(
  say: Sentences,
  corpus: Corpus,
  found: FoundSources,
  target: SourcesTarget,
): View {
  if (found.kind === 'no-text') return sayOnly(say.noText);
  const footer = small(say.corpusLine(found.corpus));
  if (found.kind === 'nothing-found') {
    return { texts: [say.nothingBears, say.spanLine(found.corpus), footer], rows: [] };
  }
  const write = (layout: Layout): string[] => [...writeTexts(say, corpus, found, layout), footer];
  const layout =
    listLayouts(found.evidence.length).find((each) => fitsMessage([SHARED_HEADER, ...write(each)])) ?? BAREST;
  const share = makeButton(say.share, formatShareSourcesId(target.channelId, target.messageId));
  return {
    texts: write(layout),
    select: listSources(say, corpus, listShown(found, layout.passages)),
    rows: [[share]],
  };
}

/** The forms of a quotation: the corpus's words, the quotation's opening words, or fewer of them and no link. */
type QuotationForm = 'whole' | 'brief' | 'bare';

/** The most characters of a quotation's opening words. */
const MAX_OPENING_CHARS = { whole: 200, brief: 100, bare: 40 };

/** Renders a checked quotation as one text, with the corpus's words and their citation if the corpus has them. */
export function renderQuotation(say: Sentences, checked: CheckedQuotation, form: QuotationForm): string {
  if (checked.kind === 'not-found') return `✗ ${say.notQuoted} ${openQuotation(checked.quotation, form)}`;
  const isExact = checked.kind === 'word-for-word';
  const others = isExact ? checked.alsoIn.length : 0;
  const citation = renderCitation(say, checked.source, others, form);
  if (form === 'whole') {
    const heading = isExact ? `✓ ${say.wordForWord}` : `≈ ${say.nearly}`;
    const quote = isExact ? writeParts(checked.source) : writeComparison(checked.pieces);
    return `${heading}\n${quoteLines(quote)}\n${citation}${renderCaution(say, checked.source.article)}`;
  }
  const heading = isExact ? `✓ ${say.wordForWord}` : `≈ ${say.nearlyBrief}`;
  return `${heading} ${openQuotation(checked.quotation, form)}\n${citation}`;
}

/** Lists the passages that the message quotes, those of its quotations first. */
function listShown({ quotations, evidence }: FoundSources, passages: number): Passage[] {
  const quoted = quotations.flatMap((checked) =>
    checked.kind === 'not-found' ? [] : checked.source.parts.flat().map(({ passage }) => passage),
  );
  return [...quoted, ...evidence.slice(0, passages).map(({ passage }) => passage)];
}

/** A stand-in for the line that Share puts above the texts, at least as long as any of them. */
const SHARED_HEADER = 'x'.repeat(250);

/** The amount of the findings to show. */
interface Layout {
  readonly form: QuotationForm;
  /** The number of passages. */
  readonly passages: number;
  /** False if a passage is shown by its answer sentence alone. */
  readonly isWhole: boolean;
  readonly room: ElsewhereRoom;
}

const BAREST: Layout = { form: 'bare', passages: 0, isWhole: false, room: LEAST_ROOM };

/** Lists layouts, the fullest first: passages are left out before quotations are shortened, but one always stays. */
function listLayouts(passages: number): Layout[] {
  const rooms = [...ELSEWHERE_ROOMS.slice(0, 1), LEAST_ROOM];
  const counts = passages === 0 ? [0] : Array.from({ length: passages }, (_, i) => passages - i);
  const forms: readonly QuotationForm[] = ['whole', 'brief', 'bare'];
  return forms.flatMap((form) => [
    ...counts.flatMap((count) =>
      rooms.map((room): Layout => ({ form, passages: count, isWhole: true, room })),
    ),
    { form, passages: Math.min(1, passages), isWhole: false, room: LEAST_ROOM },
  ]);
}

function writeTexts(
  say: Sentences,
  corpus: Corpus,
  { quotations, evidence }: FoundSources,
  { form, passages, isWhole, room }: Layout,
): string[] {
  const shown = evidence.slice(0, passages);
  const numbers = new Map(shown.map(({ passage }, i) => [passage.handle, i + 1]));
  const quotes = shown.map((each, i) => {
    const quote = isWhole ? renderQuote(say, corpus, each, i + 1) : renderSentenceOnly(say, each, i + 1);
    return quote + renderElsewhere(say, corpus, each, numbers, room);
  });
  return [
    ...quotations.map((checked) => renderQuotation(say, checked, form)),
    ...(evidence.length === 0 ? [say.noneBears] : quotes.length === 0 ? [] : [say.bearing]),
    ...quotes,
  ];
}

/** Uses quotation marks on the heading's line: block quotes are for the corpus's words alone. */
function openQuotation(quotation: string, form: QuotationForm): string {
  return `“${escapeText(shorten(quotation, MAX_OPENING_CHARS[form]))}”`;
}

const ELLIPSIS = ' […] ';

function writeParts({ parts }: QuotationSource): string {
  return parts
    .map((slices) =>
      slices.map(({ passage, span }) => escapeText(passage.text.slice(span.start, span.end))).join('\n'),
    )
    .join(ELLIPSIS);
}

/** Shows the message's words struck through before the corpus's words in bold. */
function writeComparison(pieces: readonly Piece[]): string {
  return pieces.reduce((written, { kind, text }, i) => {
    if (kind === 'same') return written + escapeText(text);
    if (kind === 'corpus') return written + bold(escapeText(text));
    const before = written === '' || /\s$/u.test(written) ? '' : ' ';
    const after = /^\s/u.test(pieces[i + 1]?.text ?? ' ') ? '' : ' ';
    return `${written}${before}${strikeThrough(escapeText(text))}${after}`;
  }, '');
}

/** `-# Outlet · 16 Aug 2023 · [Headline](<url>) · ¶7 of 18 · also in 2 other articles`. */
function renderCitation(
  say: Sentences,
  { article, parts }: QuotationSource,
  others: number,
  form: QuotationForm,
): string {
  const slices = parts.flat();
  const [first, last] = [slices[0], slices.at(-1)];
  if (!first || !last) return '';
  const { paragraph, paragraphs } = first.passage;
  const range = { from: paragraph, to: last.passage.paragraph, of: paragraphs };
  const also = others === 0 ? [] : [say.alsoQuotedIn(others)];
  if (form === 'bare') return small([renderBriefCitation(say, article, range), ...also].join(' · '));
  const opening = first.passage.text.slice(first.span.start, first.span.end);
  const {
    outlet,
    date,
    headline,
    paragraphs: place,
    noLink,
  } = renderCitationParts(say, article, range, opening);
  return small([outlet, date, headline, place, ...(noLink === null ? [] : [noLink]), ...also].join(' · '));
}
