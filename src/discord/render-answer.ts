import { ButtonStyle, type ButtonBuilder } from 'discord.js';
import type { Answer, Evidence } from '../core/answer.js';
import type { Corpus } from '../core/corpus.js';
import { ENGLISH as say } from '../core/sentences.js';
import { writeHeader } from './answer-header.js';
import { formatContextId, formatDeleteId, formatPageId, SHARE_ID } from './component-ids.js';
import { fitsMessage } from './limits.js';
import { escapeText, small } from './markdown.js';
import {
  linkHeadline,
  toLink,
  renderFolded,
  renderQuote,
  renderSentenceOnly,
  type QuoteRange,
} from './render-quote.js';
import { makeButton, type View } from './view.js';

/** Who sees an answer. */
export type Audience =
  | { readonly kind: 'public'; readonly askerId: string; readonly isShared?: boolean }
  | { readonly kind: 'private'; readonly share: ShareState; readonly isShared?: boolean };

/** Whether a private answer can be shared: by the one who asked, once. */
export type ShareState = 'none' | 'offered' | 'done';

/** One passage of an answer as it stands in a message. */
export interface NumberedEvidence {
  readonly number: number;
  readonly evidence: Evidence;
}

/** The passages of an answer message and the texts around them, which a press leaves as they are. */
export interface AnswerPage {
  readonly header: string;
  readonly passages: readonly NumberedEvidence[];
  readonly footer: string;
  /** Buttons that turn pages, share or delete. */
  readonly actions: readonly ButtonBuilder[];
}

/** A passage whose context is open. */
export interface OpenContext extends QuoteRange {
  readonly handle: string;
}

/**
 * Renders an answer as one message. What does not fit on it is reached by its More button.
 *
 * @param askedFrom - The corpus revision that the member saw before, if this continues an answer.
 */
export function renderAnswer(corpus: Corpus, answer: Answer, audience: Audience, askedFrom?: string): View {
  const sharedBy = audience.kind === 'public' && audience.isShared ? audience.askerId : undefined;
  const header = writeHeader(answer.request, answer.kind === 'nothing-found' || answer.certain, sharedBy);
  const footer = renderFooter(answer, askedFrom);
  if (answer.kind === 'nothing-found') {
    return {
      texts: [header, renderNothingFound(answer), footer],
      rows: [audience.kind === 'public' ? listAudienceButtons(audience) : []],
    };
  }
  const all = answer.evidence.map((evidence, i) => ({ evidence, number: answer.offset + i + 1 }));
  const quotes = takeFitting(corpus, all, header, footer);
  const actions = [
    ...listPageButtons(choosePageOffsets(answer, quotes.length)),
    ...listAudienceButtons(audience),
  ];
  return renderAnswerPage(corpus, { header, passages: quotes, footer, actions });
}

/** As many as fit together, one at least. */
function takeFitting(
  corpus: Corpus,
  quotes: readonly NumberedEvidence[],
  header: string,
  footer: string,
): readonly NumberedEvidence[] {
  const texts = quotes.map(({ evidence, number }) => renderQuote(corpus, evidence, number));
  let count = quotes.length;
  while (count > 1 && !fitsMessage([header, ...texts.slice(0, count), footer])) count -= 1;
  return quotes.slice(0, count);
}

/** Renders the passages of a page, with the context of one of them open while the others are folded. */
export function renderAnswerPage(corpus: Corpus, page: AnswerPage, open?: OpenContext): View {
  const { header, passages: quotes, footer, actions } = page;
  const shown = quotes.find(
    ({ evidence: { passage } }) =>
      passage.handle === open?.handle && (open.from < passage.paragraph || open.to > passage.paragraph),
  );
  const opened = open && shown && renderOpen(corpus, page, shown, open);
  const body = opened?.texts ?? quotes.map(({ evidence, number }) => renderQuote(corpus, evidence, number));
  const texts = [header, ...body, footer];
  const whole = fitsMessage(texts) ? texts : [header, ...shrinkQuotes(quotes, [header, footer]), footer];
  const contexts = quotes.flatMap((quote) => listContextButtons(quote, quote === shown ? opened : undefined));
  return { texts: whole, rows: [contexts, actions].filter((row) => row.length > 0) };
}

interface OpenBody {
  readonly texts: readonly string[];
  readonly range: QuoteRange;
  /** Whether the message holds less than was wanted. */
  readonly isFull: boolean;
}

/** The widest part of the context that fits, beside the citations of the others or, where they leave no room, alone. */
function renderOpen(corpus: Corpus, page: AnswerPage, shown: NumberedEvidence, wanted: QuoteRange): OpenBody {
  const { paragraph, paragraphs } = shown.evidence.passage;
  const widest = { from: Math.max(1, wanted.from), to: Math.min(paragraphs, wanted.to) };
  for (let range = widest; ; range = narrow(range, paragraph)) {
    const quote = renderQuote(corpus, shown.evidence, shown.number, range);
    const besideOthers = page.passages.map((other) =>
      other === shown ? quote : renderFolded(other.evidence, other.number),
    );
    const texts = [besideOthers, [quote]].find((body) => fitsMessage([page.header, ...body, page.footer]));
    const isClosed = range.from === paragraph && range.to === paragraph;
    if (texts || isClosed) return { texts: texts ?? [quote], range, isFull: range !== widest };
  }
}

/** Leaves out the passage farthest from the one that was chosen. */
function narrow({ from, to }: QuoteRange, paragraph: number): QuoteRange {
  return paragraph - from > to - paragraph ? { from: from + 1, to } : { from, to: to - 1 };
}

/** Quotes by their answer sentence alone, and where even that is too much, by their citation. */
function shrinkQuotes(quotes: readonly NumberedEvidence[], around: readonly string[]): string[] {
  const sentences = quotes.map(({ evidence, number }) => renderSentenceOnly(evidence, number));
  if (fitsMessage([...sentences, ...around])) return sentences;
  return quotes.map(({ evidence, number }) => `${say.tooLong}\n${renderFolded(evidence, number)}`);
}

function listContextButtons({ evidence, number }: NumberedEvidence, opened?: OpenBody): ButtonBuilder[] {
  const { passage } = evidence;
  const { paragraph, paragraphs } = passage;
  const { from, to } = opened?.range ?? { from: paragraph, to: paragraph };
  const wider = formatContextId(passage, Math.max(1, from - 1), Math.min(paragraphs, to + 1));
  const folded = formatContextId(passage, paragraph, paragraph);
  if (paragraphs === 1) return [makeButton(say.context(number), folded).setDisabled(true)];
  if (from === to) return [makeButton(say.context(number), wider)];
  const isWidest = (from === 1 && to === paragraphs) || opened?.isFull === true;
  return [
    makeButton(say.fold(number), folded, ButtonStyle.Primary),
    ...(isWidest ? [] : [makeButton(say.widen(number), wider)]),
  ];
}

/** Where Back and More lead from a page of `shown` passages. */
function choosePageOffsets({ offset, ranked }: Answer, shown: number): number[] {
  const next = offset + shown;
  return [...(offset > 0 ? [0] : []), ...(next < ranked ? [next] : [])];
}

/** @param offsets - 0 leads back to the first page. */
export function listPageButtons(offsets: readonly number[]): ButtonBuilder[] {
  return offsets.map((offset) =>
    offset === 0
      ? makeButton(say.back, formatPageId(offset))
      : makeButton(say.more, formatPageId(offset), ButtonStyle.Primary),
  );
}

export function listAudienceButtons(audience: Audience): ButtonBuilder[] {
  if (audience.kind === 'public') return [makeButton(say.delete, formatDeleteId(audience.askerId))];
  if (audience.share === 'none') return [];
  const isDone = audience.share === 'done';
  return [makeButton(isDone ? say.shared : say.share, SHARE_ID).setDisabled(isDone)];
}

function renderNothingFound({ searched, unknownTerms, nearest, corpus }: Answer): string {
  const list = nearest.map(({ title, url }) => `- ${linkHeadline(title, toLink(url))}`);
  return [
    searched === 0 ? say.nothingLeft : say.nothingFound,
    ...(unknownTerms.length === 0 ? [] : [escapeText(say.unknownTerms(unknownTerms))]),
    say.spanLine(corpus),
    ...(list.length === 0 ? [] : [say.nearest, ...list]),
  ].join('\n');
}

function renderFooter({ undatedLeftOut, corpus }: Answer, askedFrom = corpus.revision): string {
  return [
    ...(undatedLeftOut === 0 ? [] : [small(say.undatedLeftOut(undatedLeftOut))]),
    small(say.corpusLine(corpus)),
    ...(askedFrom === corpus.revision ? [] : [small(say.askedAnew(askedFrom, corpus.revision))]),
  ].join('\n');
}
