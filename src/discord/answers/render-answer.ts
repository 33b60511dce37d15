import { type ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Answer, Evidence } from '../../core/answering/answer.js';
import type { Corpus } from '../../core/model/corpus.js';
import type { Sentences } from '../../core/locales/sentences.js';
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

export interface NumberedEvidence {
  /** From 1, counted across the pages of the answer. */
  readonly number: number;
  readonly evidence: Evidence;
}

export interface RenderedAnswer {
  readonly view: View;
  /** `null` if the answer is private or quotes nothing. */
  readonly shown: ShownAnswer | null;
}

/**
 * Renders an answer as one message, whose More button leads to the passages that do not fit.
 *
 * @param askedFrom - The corpus revision of the answer that this one continues; absent for a new question.
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

interface AnswerPage {
  readonly question: string;
  readonly header: string;
  readonly passages: readonly NumberedEvidence[];
  readonly footer: string;
  /** The corpus revision that answered. */
  readonly revision: string;
  /** The offsets that Back and More lead to; 0 is the first page. */
  readonly pageOffsets: readonly number[];
}

interface OpenContext extends QuoteRange {
  readonly handle: string;
}

/** Renders a page of an answer; `open` shows the context of one passage and folds the other passages. */
export function renderAnswerPage(
  say: Sentences,
  corpus: Corpus,
  page: AnswerPage,
  audience: Audience,
  open?: OpenContext,
): RenderedAnswer {
  const { passages, pageOffsets } = page;
  const chosen = passages.find(
    ({ evidence: { passage } }) =>
      passage.handle === open?.handle && (open.from < passage.paragraph || open.to > passage.paragraph),
  );
  const opened = open && chosen && renderOpen(say, corpus, page, chosen, open);
  const contexts = passages.flatMap((numbered) =>
    listContextButtons(say, numbered, numbered === chosen ? opened : undefined),
  );
  const texts = opened?.texts ?? renderClosed(say, corpus, page);
  const rows = [contexts, ...listActionRows(say, pageOffsets, audience)];
  return {
    view: { texts, rows: rows.filter((row) => row.length > 0) },
    shown: describeShown(page, audience),
  };
}

/** Includes passages that an open context leaves no room for: their Context buttons stay on the message. */
function describeShown({ question, passages, revision }: AnswerPage, audience: Audience): ShownAnswer | null {
  if (audience.kind === 'private' || passages.length === 0) return null;
  const handles = passages.map(({ evidence }) => evidence.passage.handle);
  return { askerId: audience.askerId, question, handles, revision };
}

type PageTexts = Pick<AnswerPage, 'header' | 'passages' | 'footer'>;

/** Returns as many of the first passages as fit in one message, at least one. */
function takeFitting(say: Sentences, corpus: Corpus, page: PageTexts): readonly NumberedEvidence[] {
  const bodies = page.passages.map((numbered) => renderFull(say, corpus, numbered));
  let count = bodies.length;
  while (count > 1 && !fitBodies(say, corpus, page, bodies.slice(0, count))) count -= 1;
  return page.passages.slice(0, count);
}

/** A passage as quoted, without the lines below it that {@link renderElsewhere} adds. */
interface QuoteBody {
  readonly evidence: Evidence;
  readonly text: string;
}

function renderFull(say: Sentences, corpus: Corpus, { evidence, number }: NumberedEvidence): QuoteBody {
  return { evidence, text: renderQuote(say, corpus, evidence, number) };
}

/** Renders full quotes, or the fullest form that fits; the barest form always fits. */
function renderClosed(say: Sentences, corpus: Corpus, page: PageTexts): readonly string[] {
  const renderAll = (render: (say: Sentences, evidence: Evidence, number: number) => string): QuoteBody[] =>
    page.passages.map(({ evidence, number }) => ({ evidence, text: render(say, evidence, number) }));
  const full = page.passages.map((numbered) => renderFull(say, corpus, numbered));
  return (
    fitBodies(say, corpus, page, full) ??
    fitBodies(say, corpus, page, renderAll(renderSentenceOnly)) ??
    fitBodies(say, corpus, page, renderAll(renderTooLong)) ??
    writeTexts(say, corpus, page, renderAll(renderBare), LEAST_ROOM)
  );
}

/** Writes the texts with the fullest lines of {@link renderElsewhere} that fit; `null` if not even their counts fit. */
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
  /** True if the message has no room for the whole range that was asked for. */
  readonly isFull: boolean;
}

/** Renders the widest context that fits, with the citations of the other passages or, if they leave no room, alone. */
function renderOpen(
  say: Sentences,
  corpus: Corpus,
  page: PageTexts,
  chosen: NumberedEvidence,
  wanted: QuoteRange,
): OpenBody {
  const { evidence, number } = chosen;
  const { paragraph, paragraphs } = evidence.passage;
  const widest = { from: Math.max(1, wanted.from), to: Math.min(paragraphs, wanted.to) };
  for (let range = widest; ; range = narrow(range, paragraph)) {
    if (range.from === paragraph && range.to === paragraph) {
      return { texts: renderClosed(say, corpus, page), range, isFull: true };
    }
    const opened = { evidence, text: renderQuote(say, corpus, evidence, number, range) };
    const besideOthers = page.passages.map((other) =>
      other === chosen ? opened : { ...other, text: renderFolded(say, other.evidence, other.number) },
    );
    const texts = fitBodies(say, corpus, page, besideOthers) ?? fitBodies(say, corpus, page, [opened]);
    if (texts) return { texts, range, isFull: range !== widest };
  }
}

/** Drops the passage farthest from the chosen one, which is `paragraph`. */
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

/** Lists the offsets that Back and More lead to from a page of `shown` passages. */
function choosePageOffsets({ offset, ranked }: Answer, shown: number): number[] {
  const next = offset + shown;
  return [...(offset > 0 ? [0] : []), ...(next < ranked ? [next] : [])];
}

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
  // The two vote buttons stay together in one row.
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

/** Adds as many of the nearest headlines as fit in the message with the texts in `around`. */
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
