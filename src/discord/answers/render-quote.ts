/** Renders quotes and citations as Discord Markdown. */

import type { Evidence } from '../../core/answering/answer.js';
import type { Article, ParagraphRange, Passage, Span } from '../../core/model/article.js';
import type { Corpus } from '../../core/model/corpus.js';
import { cite, linkToSentence, MAX_LINK_CHARS } from '../../core/locales/citation.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { bold, escapeText, maskLink, quoteLines, shorten, small, toLinkLabel } from '../message/markdown.js';

/** Paragraph numbers of an article, from 1, both ends included. */
export interface QuoteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Renders a quote and its citation as one text.
 *
 * @param number - The passage's number in its answer, from 1.
 * @param range - The passages to show; default: {@link quoteRangeOf} the evidence.
 */
export function renderQuote(
  say: Sentences,
  corpus: Corpus,
  evidence: Evidence,
  number: number,
  range?: QuoteRange,
): string {
  const { passage, answerSentence } = evidence;
  const { from, to } = range ?? quoteRangeOf(evidence);
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

/** Returns the evidence's passage, with the paragraph before if the evidence has it. */
export function quoteRangeOf({ passage, before }: Evidence): QuoteRange {
  return { from: before?.paragraph ?? passage.paragraph, to: passage.paragraph };
}

/** Returns the evidence's passage alone. */
export function passageRangeOf({ passage: { paragraph } }: Evidence): QuoteRange {
  return { from: paragraph, to: paragraph };
}

/** Renders the citation alone, for a folded quote. */
export function renderFolded(say: Sentences, evidence: Evidence, number: number): string {
  return renderCitation(say, evidence, number, placeOf(evidence));
}

/** Renders the answer sentence alone, for a passage too long for a message. */
export function renderSentenceOnly(say: Sentences, evidence: Evidence, number: number): string {
  const { text, article } = evidence.passage;
  const { start, end } = evidence.answerSentence;
  const before = start > 0 ? '[…] ' : '';
  const after = end < text.length ? ' […]' : '';
  const quote = `${before}${bold(escapeText(text.slice(start, end)))}${after}`;
  return `${quoteLines(quote)}\n${renderFolded(say, evidence, number)}${renderCaution(say, article)}`;
}

/** Renders the citation alone, for a passage whose answer sentence is too long for a message, too. */
export function renderTooLong(say: Sentences, evidence: Evidence, number: number): string {
  return `${say.tooLong}\n${renderFolded(say, evidence, number)}`;
}

/** Renders a citation without its link, for where {@link renderTooLong} does not fit. */
export function renderBare(say: Sentences, evidence: Evidence, number: number): string {
  const citation = renderBriefCitation(say, evidence.passage.article, placeOf(evidence));
  return `${say.tooLong}\n${small(`[${number}] ${citation}`)}`;
}

function placeOf(evidence: Evidence): ParagraphRange {
  return { ...passageRangeOf(evidence), of: evidence.passage.paragraphs };
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

/** The most characters of a headline or an outlet in a citation; longer ones end in an ellipsis. */
const MAX_HEADLINE_CHARS = 150;
const MAX_OUTLET_CHARS = 60;

/** The parts of a citation, escaped for a message. */
interface CitationParts {
  readonly outlet: string;
  readonly date: string;
  /** A masked link if there is a link. */
  readonly headline: string;
  readonly paragraphs: string;
  /** The reason why there is no link; `null` if there is one. */
  readonly noLink: string | null;
}

/** @param sentence - The sentence at which the link opens the page. */
export function renderCitationParts(
  say: Sentences,
  article: Article,
  range: ParagraphRange,
  sentence: string,
  maxHeadlineChars = MAX_HEADLINE_CHARS,
): CitationParts {
  const { outlet, date, headline, paragraphs, url } = cite(say, article, range);
  const link = toLink(url === null ? null : linkToSentence(url, sentence));
  return {
    outlet: escapeText(shorten(outlet, MAX_OUTLET_CHARS)),
    date,
    headline: linkHeadline(say, headline, link, maxHeadlineChars),
    paragraphs,
    noLink: link === null ? describeNoLink(say, url) : null,
  };
}

/** `Outlet · 16 Aug 2023 · ¶7 of 18`. */
export function renderBriefCitation(say: Sentences, article: Article, range: ParagraphRange): string {
  const { outlet, date, paragraphs } = cite(say, article, range);
  return [escapeText(shorten(outlet, MAX_OUTLET_CHARS)), date, paragraphs].join(' · ');
}

/** Renders a headline: as a masked link, beside one if Discord would not accept it as a label, or alone without one. */
export function linkHeadline(
  say: Sentences,
  headline: string,
  link: string | null,
  maxChars = MAX_HEADLINE_CHARS,
): string {
  const short = shorten(headline, maxChars);
  if (link === null) return escapeText(short);
  const label = toLinkLabel(short);
  return label === '' ? `${escapeText(short)} · ${maskLink(say.open, link)}` : maskLink(label, link);
}

/** Returns an address, or `null` if it is so long that it would take the room of quotes. */
export function toLink(url: string | null): string | null {
  return url !== null && maskLink('', url).length <= MAX_MASKED_CHARS ? url : null;
}

/** The most characters of an address with the markup of a masked link around it. */
const MAX_MASKED_CHARS = MAX_LINK_CHARS + '[](<>)'.length;

export function describeNoLink(say: Sentences, url: string | null): string {
  return url === null ? say.noLink : say.linkTooLong;
}

export function renderCaution(say: Sentences, { caution }: Article): string {
  return caution === null ? '' : `\n${small(`${CAUTION_MARK} ${escapeText(say.caution(caution))}`)}`;
}

const CAUTION_MARK = '⚠️';

/** The most passages that each line below a quote cites; the others are counted. */
export interface ElsewhereRoom {
  readonly alsoIn: number;
  readonly otherFigures: number;
}

/** In descending order; {@link LEAST_ROOM}, with counts alone, comes after them. */
export const ELSEWHERE_ROOMS: readonly ElsewhereRoom[] = [
  { alsoIn: 3, otherFigures: 3 },
  { alsoIn: 2, otherFigures: 3 },
  { alsoIn: 1, otherFigures: 3 },
  { alsoIn: 0, otherFigures: 3 },
  { alsoIn: 0, otherFigures: 2 },
  { alsoIn: 0, otherFigures: 1 },
];
export const LEAST_ROOM: ElsewhereRoom = { alsoIn: 0, otherFigures: 0 };

/**
 * Renders the lines below a quote that cite other passages with the same news, each after a line break.
 *
 * @param numbers - The numbers of the passages quoted in the same message, by handle: these are cited by number.
 * @returns `''` if there are no other passages.
 */
export function renderElsewhere(
  say: Sentences,
  corpus: Corpus,
  { alsoIn, otherFigures }: Evidence,
  numbers: ReadonlyMap<string, number>,
  room: ElsewhereRoom,
): string {
  const cite = (passage: Passage): string => citeElsewhere(say, corpus, passage, numbers.get(passage.handle));
  return [
    ...writeLine(say, say.otherFigures, otherFigures, room.otherFigures, cite),
    ...writeLine(say, say.alsoIn, alsoIn, room.alsoIn, cite),
  ].join('');
}

function writeLine(
  say: Sentences,
  heading: string,
  passages: readonly Passage[],
  named: number,
  cite: (passage: Passage) => string,
): string[] {
  if (passages.length === 0) return [];
  const citations = passages.slice(0, named).map(cite);
  const left = passages.length - citations.length;
  const others = citations.length === 0 ? say.countPassages(left) : say.andMore(left);
  return [`\n${small(`${heading} ${[...citations, ...(left === 0 ? [] : [others])].join('; ')}`)}`];
}

const MAX_ELSEWHERE_HEADLINE_CHARS = 80;

/** `Outlet · 16 Aug 2023 · [Headline](<url>) · ¶7 of 18`, or `[2] Outlet · 16 Aug 2023 · ¶7 of 18`. */
function citeElsewhere(
  say: Sentences,
  corpus: Corpus,
  { handle, article, text, ...place }: Passage,
  number?: number,
): string {
  const range = { from: place.paragraph, to: place.paragraph, of: place.paragraphs };
  if (number !== undefined) return `[${number}] ${renderBriefCitation(say, article, range)}`;
  const first = corpus.sentencesAt(corpus.passageNumber(handle))[0]?.span;
  const { outlet, date, headline, paragraphs } = renderCitationParts(
    say,
    article,
    range,
    text.slice(first?.start, first?.end),
    MAX_ELSEWHERE_HEADLINE_CHARS,
  );
  const mark = article.caution === null ? '' : ` ${CAUTION_MARK}`;
  return [outlet, date, headline, `${paragraphs}${mark}`].join(' · ');
}
