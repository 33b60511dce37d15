import type { Evidence } from '../core/answer.js';
import type { Span } from '../core/article.js';
import type { ParagraphRange } from '../core/citation.js';
import type { Corpus } from '../core/corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { bold, escapeText, quoteLines, small } from './markdown.js';
import { renderBriefCitation, renderCaution, renderCitationParts } from './render-citation.js';

/** Passages `from` to `to` around one that was chosen. */
export interface QuoteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A quote and its citation as one text.
 *
 * @param number - Of the passage within its answer, from 1.
 * @param range - The passages to show; the one of the evidence alone when absent.
 */
export function renderQuote(
  say: Sentences,
  corpus: Corpus,
  evidence: Evidence,
  number: number,
  range?: QuoteRange,
): string {
  const { passage, answerSentence } = evidence;
  const { from, to } = range ?? { from: passage.paragraph, to: passage.paragraph };
  const shown = corpus.passages(passage.article.id, from, to);
  const start = shown[0]?.span.start ?? passage.span.start;
  const end = shown.at(-1)?.span.end ?? passage.span.end;
  const offset = passage.span.start - start;
  const quote = markSentence(corpus.text(passage.article.id).slice(start, end), {
    start: answerSentence.start + offset,
    end: answerSentence.end + offset,
  });
  return `${quoteLines(quote)}\n${renderCitation(say, evidence, number, { from, to, of: passage.paragraphs })}${renderCaution(say, passage.article)}`;
}

/** The citation of a quote that is folded away. */
export function renderFolded(say: Sentences, evidence: Evidence, number: number): string {
  return renderCitation(say, evidence, number, placeOf(evidence));
}

/** The answer sentence alone, for a passage too long for a message. */
export function renderSentenceOnly(say: Sentences, evidence: Evidence, number: number): string {
  const { text, article } = evidence.passage;
  const { start, end } = evidence.answerSentence;
  const before = start > 0 ? '[…] ' : '';
  const after = end < text.length ? ' […]' : '';
  const quote = `${before}${bold(escapeText(text.slice(start, end)))}${after}`;
  return `${quoteLines(quote)}\n${renderFolded(say, evidence, number)}${renderCaution(say, article)}`;
}

/** The citation, for a passage of which even the answer sentence is too long. */
export function renderTooLong(say: Sentences, evidence: Evidence, number: number): string {
  return `${say.tooLong}\n${renderFolded(say, evidence, number)}`;
}

/** As {@link renderTooLong}, where not even the links have room. */
export function renderBare(say: Sentences, evidence: Evidence, number: number): string {
  const citation = renderBriefCitation(say, evidence.passage.article, placeOf(evidence));
  return `${say.tooLong}\n${small(`[${number}] ${citation}`)}`;
}

function placeOf({ passage: { paragraph, paragraphs } }: Evidence): ParagraphRange {
  return { from: paragraph, to: paragraph, of: paragraphs };
}

function markSentence(text: string, { start, end }: Span): string {
  return `${escapeText(text.slice(0, start))}${bold(escapeText(text.slice(start, end)))}${escapeText(text.slice(end))}`;
}

/** `-# [1] Outlet · 16 Aug 2023 · [Headline](<url>) · ¶7 of 18`. */
function renderCitation(
  say: Sentences,
  { passage, answerSentence }: Evidence,
  number: number,
  range: ParagraphRange,
): string {
  const sentence = passage.text.slice(answerSentence.start, answerSentence.end);
  const { outlet, date, headline, paragraphs, noLink } = renderCitationParts(
    say,
    passage.article,
    range,
    sentence,
  );
  const parts = [`[${number}] ${outlet}`, date, headline, paragraphs];
  return small([...parts, ...(noLink === null ? [] : [noLink])].join(' · '));
}
