import type { CheckedQuotation, Piece, QuotationSource } from '../core/find-sources/sources-found.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { bold, escapeText, quoteLines, shorten, small, strike } from './markdown.js';
import { renderBriefCitation, renderCaution, renderCitationParts } from './render-citation.js';

/** How much of a quotation is shown: the corpus's words, its first words alone, or fewer and no link. */
export type QuotationForm = 'whole' | 'brief' | 'bare';

/** Longest opening words of a quotation that is not shown whole. */
const MAX_OPENING_CHARS = { whole: 200, brief: 100, bare: 40 };
const ELLIPSIS = ' […] ';

/** What became of a quotation as one text: the words of the corpus and their citation where it holds them. */
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

/** Between quotation marks, on the line of the heading: a block of quoted lines is the corpus's alone. */
function openQuotation(quotation: string, form: QuotationForm): string {
  return `“${escapeText(shorten(quotation, MAX_OPENING_CHARS[form]))}”`;
}

function writeParts({ parts }: QuotationSource): string {
  return parts
    .map((slices) =>
      slices.map(({ passage, span }) => escapeText(passage.text.slice(span.start, span.end))).join('\n'),
    )
    .join(ELLIPSIS);
}

/** The words of the message before those that the corpus has in their place. */
function writeComparison(pieces: readonly Piece[]): string {
  return pieces.reduce((written, { kind, text }, i) => {
    if (kind === 'same') return written + escapeText(text);
    if (kind === 'corpus') return written + bold(escapeText(text));
    const before = written === '' || /\s$/u.test(written) ? '' : ' ';
    const after = /^\s/u.test(pieces[i + 1]?.text ?? ' ') ? '' : ' ';
    return `${written}${before}${strike(escapeText(text))}${after}`;
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
