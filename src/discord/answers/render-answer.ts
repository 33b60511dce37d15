import { type ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Answer, Evidence } from '../../core/answering/answer.js';
import type { Corpus } from '../../core/model/corpus.js';
import type { Sentences } from '../../core/texts/sentences.js';
import {
  formatContextId,
  formatDeleteId,
  formatPageId,
  SHARE_ID,
  VOTE_DOWN_ID,
  VOTE_UP_ID,
  WHY_ID,
} from '../message/ids.js';
import { fitsMessage, MAX_BUTTONS_PER_ROW } from '../message/limits.js';
import { escapeText, small } from '../message/markdown.js';
import { makeButton, makeEmojiButton, type View } from '../message/view.js';
import { type Audience, type ShownAnswer, writeHeader } from './answer-message.js';
import {
  ELSEWHERE_ROOMS,
  type ElsewhereRoom,
  LEAST_ROOM,
  linkHeadline,
  type QuoteRange,
  renderBare,
  renderElsewhere,
  renderFolded,
  renderQuote,
  renderSentenceOnly,
  renderTooLong,
  toLink,
} from './render-quote.js';

/** One passage of an answer as it stands in a message. */
export interface NumberedEvidence {
  readonly number: number;
  readonly evidence: Evidence;
}

/** An answer as a message, and what it shows to all; `null` where it is private or quotes nothing. */
export interface RenderedAnswer {
  readonly view: View;
  readonly shown: ShownAnswer | null;
}

/**
 * Renders an answer as one message. What does not fit on it is reached by its More button.
 *
 * @param askedFrom - The corpus revision that the member saw before, if this continues an answer.
 */
export function renderAnswer(
  say: Sentences,
  corpus: Corpus,
  answer: Answer,
  audience: Audience,
  askedFrom?: string,
): RenderedAnswer {
  const sharedBy = audience.kind === 'public' && audience.isShared ? audience.askerId : undefined;
  const header = writeHeader(say, answer, sharedBy);
  const footer = renderFooter(say, answer, askedFrom);
  if (answer.kind === 'nothing-found') {
    const texts = [header, renderNothingFound(say, answer, [header, footer]), footer];
    const rows = [audience.kind === 'public' ? listAudienceButtons(say, audience) : []];
    return { view: { texts, rows }, shown: null };
  }
  const all = answer.evidence.map((evidence, i) => ({ evidence, number: answer.offset + i + 1 }));
  const passages = takeFitting(say, corpus, { header, passages: all, footer });
  const pageOffsets = choosePageOffsets(answer, passages.length);
  const { question } = answer.request;
  const { revision } = answer.corpus;
  const page = { question, header, passages, footer, revision, pageOffsets };
  return renderAnswerPage(say, corpus, page, audience);
}

/** The passages of an answer message and what stands around them, which a press leaves as it is. */
interface AnswerPage {
  readonly question: string;
  readonly header: string;
  readonly passages: readonly NumberedEvidence[];
  readonly footer: string;
  /** The corpus revision that it was answered from. */
  readonly revision: string;
  /** Offsets that Back and More lead to; 0 leads back to the first page. */
  readonly pageOffsets: readonly number[];
}

/** A passage whose context is open. */
interface OpenContext extends QuoteRange {
  readonly handle: string;
}

/** Renders the passages of a page, with the context of one of them open while the others are folded. */
export function renderAnswerPage(
  say: Sentences,
  corpus: Corpus,
  page: AnswerPage,
  audience: Audience,
  open?: OpenContext,
): RenderedAnswer {
  const { passages: quotes, pageOffsets } = page;
  const shown = quotes.find(
    ({ evidence: { passage } }) =>
      passage.handle === open?.handle && (open.from < passage.paragraph || open.to > passage.paragraph),
  );
  const opened = open && shown && renderOpen(say, corpus, page, shown, open);
  const contexts = quotes.flatMap((quote) =>
    listContextButtons(say, quote, quote === shown ? opened : undefined),
  );
  const texts = opened?.texts ?? renderClosed(say, corpus, page);
  const rows = [contexts, ...listActionRows(say, pageOffsets, audience)];
  return {
    view: { texts, rows: rows.filter((row) => row.length > 0) },
    shown: describeShown(page, audience),
  };
}

/** The passages whose context buttons stand on the message, also where an open context leaves no room for them. */
function describeShown({ question, passages, revision }: AnswerPage, audience: Audience): ShownAnswer | null {
  if (audience.kind === 'private' || passages.length === 0) return null;
  const handles = passages.map(({ evidence }) => evidence.passage.handle);
  return { askerId: audience.askerId, question, handles, revision };
}

type PageTexts = Pick<AnswerPage, 'header' | 'passages' | 'footer'>;

/** As many as fit together, one at least. */
function takeFitting(say: Sentences, corpus: Corpus, page: PageTexts): readonly NumberedEvidence[] {
  const bodies = page.passages.map((quote) => quoteWhole(say, corpus, quote));
  let count = bodies.length;
  while (count > 1 && !fitBodies(say, corpus, page, bodies.slice(0, count))) count -= 1;
  return page.passages.slice(0, count);
}

/** A passage and its text without the lines on where else its news stands. */
interface QuoteBody {
  readonly evidence: Evidence;
  readonly text: string;
}

function quoteWhole(say: Sentences, corpus: Corpus, { evidence, number }: NumberedEvidence): QuoteBody {
  return { evidence, text: renderQuote(say, corpus, evidence, number) };
}

/** Whole quotes, or else the fullest form of them that fits; the barest always does. */
function renderClosed(say: Sentences, corpus: Corpus, page: PageTexts): readonly string[] {
  const reduce = (render: (say: Sentences, evidence: Evidence, number: number) => string): QuoteBody[] =>
    page.passages.map(({ evidence, number }) => ({ evidence, text: render(say, evidence, number) }));
  const whole = page.passages.map((quote) => quoteWhole(say, corpus, quote));
  return (
    fitBodies(say, corpus, page, whole) ??
    fitBodies(say, corpus, page, reduce(renderSentenceOnly)) ??
    fitBodies(say, corpus, page, reduce(renderTooLong)) ??
    writeTexts(say, corpus, page, reduce(renderBare), LEAST_ROOM)
  );
}

/** With as much on where else the news stands as there is room for; `null` where not even its counts fit. */
function fitBodies(
  say: Sentences,
  corpus: Corpus,
  page: PageTexts,
  bodies: readonly QuoteBody[],
): readonly string[] | null {
  const least = writeTexts(say, corpus, page, bodies, LEAST_ROOM);
  if (!fitsMessage(least)) return null;
  for (const room of ELSEWHERE_ROOMS) {
    const texts = writeTexts(say, corpus, page, bodies, room);
    if (fitsMessage(texts)) return texts;
  }
  return least;
}

function writeTexts(
  say: Sentences,
  corpus: Corpus,
  { header, passages, footer }: PageTexts,
  bodies: readonly QuoteBody[],
  room: ElsewhereRoom,
): string[] {
  const numbers = new Map(passages.map(({ evidence, number }) => [evidence.passage.handle, number]));
  return [
    header,
    ...bodies.map(({ evidence, text }) => text + renderElsewhere(say, corpus, evidence, numbers, room)),
    footer,
  ];
}

interface OpenBody {
  readonly texts: readonly string[];
  readonly range: QuoteRange;
  /** Whether the message holds less than was wanted. */
  readonly isFull: boolean;
}

/** The widest part of the context that fits, beside the citations of the others or, where they leave no room, alone. */
function renderOpen(
  say: Sentences,
  corpus: Corpus,
  page: PageTexts,
  shown: NumberedEvidence,
  wanted: QuoteRange,
): OpenBody {
  const { evidence, number } = shown;
  const { paragraph, paragraphs } = evidence.passage;
  const widest = { from: Math.max(1, wanted.from), to: Math.min(paragraphs, wanted.to) };
  for (let range = widest; ; range = narrow(range, paragraph)) {
    if (range.from === paragraph && range.to === paragraph) {
      return { texts: renderClosed(say, corpus, page), range, isFull: true };
    }
    const opened = { evidence, text: renderQuote(say, corpus, evidence, number, range) };
    const besideOthers = page.passages.map((other) =>
      other === shown ? opened : { ...other, text: renderFolded(say, other.evidence, other.number) },
    );
    const texts = fitBodies(say, corpus, page, besideOthers) ?? fitBodies(say, corpus, page, [opened]);
    if (texts) return { texts, range, isFull: range !== widest };
  }
}

/** Leaves out the passage farthest from the one that was chosen. */
function narrow({ from, to }: QuoteRange, paragraph: number): QuoteRange {
  return paragraph - from > to - paragraph ? { from: from + 1, to } : { from, to: to - 1 };
}

function listContextButtons(
  say: Sentences,
  { evidence, number }: NumberedEvidence,
  opened?: OpenBody,
): ButtonBuilder[] {
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

/** Rows of buttons that turn pages, share, delete or vote. */
function listActionRows(
  say: Sentences,
  pageOffsets: readonly number[],
  audience: Audience,
): readonly (readonly ButtonBuilder[])[] {
  const actions = [
    ...listPageButtons(say, pageOffsets),
    makeButton(say.why, WHY_ID),
    ...listAudienceButtons(say, audience),
  ];
  const votes = listVoteButtons(audience);
  // Neither of the two stands without the other.
  const isOneRow = actions.length + votes.length <= MAX_BUTTONS_PER_ROW;
  return isOneRow ? [[...actions, ...votes]] : [actions, votes];
}

function listPageButtons(say: Sentences, offsets: readonly number[]): ButtonBuilder[] {
  return offsets.map((offset) =>
    offset === 0
      ? makeButton(say.back, formatPageId(offset))
      : makeButton(say.more, formatPageId(offset), ButtonStyle.Primary),
  );
}

function listVoteButtons(audience: Audience): ButtonBuilder[] {
  if (audience.kind === 'private' || !audience.hasVotes) return [];
  return [makeEmojiButton('👍', VOTE_UP_ID), makeEmojiButton('👎', VOTE_DOWN_ID)];
}

function listAudienceButtons(say: Sentences, audience: Audience): ButtonBuilder[] {
  if (audience.kind === 'public') return [makeButton(say.delete, formatDeleteId(audience.askerId))];
  if (audience.share === 'none') return [];
  const isDone = audience.share === 'done';
  return [makeButton(isDone ? say.shared : say.share, SHARE_ID).setDisabled(isDone)];
}

/** With as many of the nearest headlines as fit beside the texts around. */
function renderNothingFound(say: Sentences, answer: Answer, around: readonly string[]): string {
  const { searched, unknownTerms, nearest, corpus } = answer;
  const list = nearest.map(({ title, url }) => `- ${linkHeadline(say, title, toLink(url))}`);
  const write = (headlines: readonly string[]): string =>
    [
      searched === 0 ? say.nothingLeft : say.nothingFound,
      ...(unknownTerms.length === 0 ? [] : [escapeText(say.unknownTerms(unknownTerms))]),
      say.spanLine(corpus),
      ...(headlines.length === 0 ? [] : [say.nearest, ...headlines]),
    ].join('\n');
  while (list.length > 0 && !fitsMessage([...around, write(list)])) list.pop();
  return write(list);
}

function renderFooter(
  say: Sentences,
  { undatedLeftOut, corpus }: Answer,
  askedFrom = corpus.revision,
): string {
  return [
    ...(undatedLeftOut === 0 ? [] : [small(say.undatedLeftOut(undatedLeftOut))]),
    small(say.corpusLine(corpus)),
    ...(askedFrom === corpus.revision ? [] : [small(say.askedAnew(askedFrom, corpus.revision))]),
  ].join('\n');
}
