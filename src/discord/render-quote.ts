import type { Evidence } from '../core/answer.js';
import type { Article, Span } from '../core/article.js';
import { cite, type ParagraphRange } from '../core/citation.js';
import type { Corpus } from '../core/corpus.js';
import { linkToSentence, MAX_LINK_CHARS } from '../core/link-to-sentence.js';
import { ENGLISH as say } from '../core/sentences.js';
import { bold, escapeText, maskLink, quoteLines, shorten, small, toLinkLabel } from './markdown.js';

/** Longest headline and outlet of a citation; longer ones end in an ellipsis. */
const MAX_HEADLINE_CHARS = 150;
const MAX_OUTLET_CHARS = 60;

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
export function renderQuote(corpus: Corpus, evidence: Evidence, number: number, range?: QuoteRange): string {
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
  return `${quoteLines(quote)}\n${renderCitation(evidence, number, { from, to, of: passage.paragraphs })}${renderCaution(passage.article)}`;
}

/** The citation of a quote that is folded away. */
export function renderFolded(evidence: Evidence, number: number): string {
  const { paragraph, paragraphs } = evidence.passage;
  return renderCitation(evidence, number, { from: paragraph, to: paragraph, of: paragraphs });
}

/** The answer sentence alone, for a passage too long for a message. */
export function renderSentenceOnly(evidence: Evidence, number: number): string {
  const { text, article } = evidence.passage;
  const { start, end } = evidence.answerSentence;
  const before = start > 0 ? '[…] ' : '';
  const after = end < text.length ? ' […]' : '';
  const quote = `${before}${bold(escapeText(text.slice(start, end)))}${after}`;
  return `${quoteLines(quote)}\n${renderFolded(evidence, number)}${renderCaution(article)}`;
}

export function renderCaution({ caution }: Article): string {
  return caution === null ? '' : `\n${small(`⚠️ ${escapeText(say.caution(caution))}`)}`;
}

function markSentence(text: string, { start, end }: Span): string {
  return `${escapeText(text.slice(0, start))}${bold(escapeText(text.slice(start, end)))}${escapeText(text.slice(end))}`;
}

/** `-# [1] Outlet · 16 Aug 2023 · [Headline](<url>) · ¶7 of 18`. */
function renderCitation(
  { passage, answerSentence }: Evidence,
  number: number,
  range: ParagraphRange,
): string {
  const { outlet, date, headline, paragraphs, url } = cite(passage.article, range, say);
  const sentence = passage.text.slice(answerSentence.start, answerSentence.end);
  const link = toLink(url === null ? null : linkToSentence(url, sentence));
  return small(
    [
      `[${number}] ${escapeText(shorten(outlet, MAX_OUTLET_CHARS))}`,
      date,
      linkHeadline(headline, link),
      paragraphs,
      ...(link === null ? [describeNoLink(url)] : []),
    ].join(' · '),
  );
}

/** A headline as a link; beside it where Discord would not let the link carry it; alone without one. */
export function linkHeadline(headline: string, link: string | null): string {
  const short = shorten(headline, MAX_HEADLINE_CHARS);
  if (link === null) return escapeText(short);
  const label = toLinkLabel(short);
  return label === '' ? `${escapeText(short)} · ${maskLink(say.open, link)}` : maskLink(label, link);
}

/** An address for a message; `null` for one that would take the room of quotes. */
export function toLink(url: string | null): string | null {
  return url !== null && maskLink('', url).length <= MAX_MASKED_CHARS ? url : null;
}

/** An address with the marks of a masked link around it. */
const MAX_MASKED_CHARS = MAX_LINK_CHARS + '[](<>)'.length;

/** Why there is no link. */
export function describeNoLink(url: string | null): string {
  return url === null ? say.noLink : say.linkTooLong;
}
