import { type ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Answer, Evidence } from '../../core/answering/answer.js';
import type { Corpus } from '../../core/model/corpus.js';
import type { Sentences } from '../../core/locales/sentences.js';
import {
  formatClosestId,
  formatContextId,
  formatDeleteId,
  formatPageId,
  PLAIN_ID,
  SHARE_ID,
  VOTE_DOWN_ID,
  VOTE_UP_ID,
  WHY_ID,
} from '../message/ids.js';
import { fitsMessage, MAX_BUTTONS_PER_ROW } from '../message/limits.js';
import { escapeText, shorten, small } from '../message/markdown.js';
import { makeButton, makeEmojiButton, type View } from '../message/view.js';
import { type Audience, type ShownAnswer, writeHeader, writeMissing } from './answer-message.js';
import {
  ELSEWHERE_ROOMS,
  type ElsewhereRoom,
  LEAST_ROOM,
  linkHeadline,
  passageRangeOf,
  type QuoteRange,
  quoteRangeOf,
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
  if (answer.kind === 'greeting') return { view: renderGreeting(say, corpus, audience), shown: null };
  if (answer.kind === 'found') return renderQuotes(say, corpus, answer, audience, askedFrom);
  const header = writeHeader(say, answer, readSharer(audience));
  const footer = renderFooter(say, answer, askedFrom);
  const texts = [header, renderNothingFound(say, answer, [header, footer]), footer];
  const buttons = [
    ...(answer.closest.length === 0 ? [] : [makeButton(say.showClosest, formatClosestId(0))]),
    ...listFilterButtons(say, isFiltered(answer)),
    ...listDeleteButtons(say, audience),
  ];
  return { view: { texts, rows: buttons.length === 0 ? [] : [buttons] }, shown: null };
}

/**
 * Renders the passages that come closest as an answer that is not certain.
 *
 * @param offset - The number of closest passages to skip.
 * @param askedFrom - The corpus revision of the answer that this one continues.
 */
export function renderClosest(
  say: Sentences,
  corpus: Corpus,
  answer: Answer,
  audience: Audience,
  offset: number,
  askedFrom: string,
): RenderedAnswer {
  const { closest } = answer;
  const evidence = closest.slice(offset);
  const asFound = {
    ...answer,
    kind: 'found',
    certain: false,
    evidence,
    offset,
    ranked: closest.length,
  } as const;
  return renderQuotes(say, corpus, asFound, audience, askedFrom, true);
}

function renderQuotes(
  say: Sentences,
  corpus: Corpus,
  answer: Answer,
  audience: Audience,
  askedFrom?: string,
  isClosest = false,
): RenderedAnswer {
  const header = writeHeader(say, answer, readSharer(audience));
  const footer = renderFooter(say, answer, askedFrom);
  const all = answer.evidence.map((evidence, i) => ({ evidence, number: answer.offset + i + 1 }));
  const passages = takeFitting(say, corpus, { header, passages: all, footer });
  const page = {
    question: answer.request.question,
    header,
    passages,
    footer,
    revision: answer.corpus.revision,
    isFiltered: isFiltered(answer),
    isClosest,
    pageOffsets: choosePageOffsets(answer, passages.length),
  };
  return renderAnswerPage(say, corpus, page, audience);
}

/** Returns the id of the member who shared the answer, if one did. */
function readSharer(audience: Audience): string | undefined {
  return audience.kind === 'public' && audience.isShared ? audience.askerId : undefined;
}

/** Returns true if filters that were read in the question narrowed the search. */
function isFiltered({ filters, filtersDropped }: Answer): boolean {
  return filters.length > 0 && !filtersDropped;
}

interface AnswerPage {
  readonly question: string;
  readonly header: string;
  readonly passages: readonly NumberedEvidence[];
  readonly footer: string;
  /** The corpus revision that answered. */
  readonly revision: string;
  /** True to offer a search without the filters that were read in the question. */
  readonly isFiltered: boolean;
  /** True if Back and More lead to other passages that come closest. */
  readonly isClosest: boolean;
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
  const { passages } = page;
  const chosen = passages.find(
    ({ evidence }) => evidence.passage.handle === open?.handle && !isWithin(open, quoteRangeOf(evidence)),
  );
  const opened = open && chosen && renderOpen(say, corpus, page, chosen, open);
  const contexts = passages.flatMap((numbered) =>
    listContextButtons(say, numbered, numbered === chosen ? opened : undefined),
  );
  const texts = opened?.texts ?? renderClosed(say, corpus, page);
  const rows = [contexts, ...listActionRows(say, page, audience)];
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

function isWithin(inner: QuoteRange, outer: QuoteRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** Renders full quotes, or the fullest form that fits; the barest form always fits. */
function renderClosed(say: Sentences, corpus: Corpus, page: PageTexts): readonly string[] {
  const renderAll = (render: (say: Sentences, evidence: Evidence, number: number) => string): QuoteBody[] =>
    page.passages.map(({ evidence, number }) => ({ evidence, text: render(say, evidence, number) }));
  const full = page.passages.map((numbered) => renderFull(say, corpus, numbered));
  const renderAlone: typeof renderSentenceOnly = (_say, evidence, number) =>
    renderQuote(say, corpus, evidence, number, passageRangeOf(evidence));
  return (
    fitBodies(say, corpus, page, full) ??
    fitBodies(say, corpus, page, renderAll(renderAlone)) ??
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
    if (isWithin(range, quoteRangeOf(evidence))) {
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
  const quoted = quoteRangeOf(evidence);
  const { from, to } = opened?.range ?? quoted;
  const wider = formatContextId(passage, Math.max(1, from - 1), Math.min(paragraphs, to + 1));
  const folded = formatContextId(passage, paragraph, paragraph);
  const isWhole = from === 1 && to === paragraphs;
  if (isWithin({ from, to }, quoted)) {
    return [
      isWhole
        ? makeButton(say.context(number), folded).setDisabled(true)
        : makeButton(say.context(number), wider),
    ];
  }
  const isWidest = isWhole || opened?.isFull === true;
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
  page: AnswerPage,
  audience: Audience,
): readonly (readonly ButtonBuilder[])[] {
  const actions = [
    ...listPageButtons(say, page),
    ...listFilterButtons(say, page.isFiltered),
    makeButton(say.why, WHY_ID),
    ...listAudienceButtons(say, audience),
  ];
  const votes = listVoteButtons(audience);
  // The two vote buttons stay together in one row.
  const isOneRow = actions.length + votes.length <= MAX_BUTTONS_PER_ROW;
  return isOneRow ? [[...actions, ...votes]] : [actions, votes];
}

function listPageButtons(say: Sentences, { pageOffsets, isClosest }: AnswerPage): ButtonBuilder[] {
  const formatId = isClosest ? formatClosestId : formatPageId;
  return pageOffsets.map((offset) =>
    offset === 0
      ? makeButton(say.back, formatId(offset))
      : makeButton(say.more, formatId(offset), ButtonStyle.Primary),
  );
}

function listFilterButtons(say: Sentences, isOffered: boolean): ButtonBuilder[] {
  return isOffered ? [makeButton(say.searchWithoutFilters, PLAIN_ID)] : [];
}

function listVoteButtons(audience: Audience): ButtonBuilder[] {
  if (audience.kind === 'private' || !audience.hasVotes) return [];
  return [makeEmojiButton('👍', VOTE_UP_ID), makeEmojiButton('👎', VOTE_DOWN_ID)];
}

function listAudienceButtons(say: Sentences, audience: Audience): ButtonBuilder[] {
  if (audience.kind === 'public') return listDeleteButtons(say, audience);
  if (audience.share === 'none') return [];
  const isDone = audience.share === 'done';
  return [makeButton(isDone ? say.shared : say.share, SHARE_ID).setDisabled(isDone)];
}

function listDeleteButtons(say: Sentences, audience: Audience): ButtonBuilder[] {
  return audience.kind === 'public' ? [makeButton(say.delete, formatDeleteId(audience.askerId))] : [];
}

/** The most characters of the question that a greeting suggests. */
const MAX_EXAMPLE_CHARS = 150;

function renderGreeting(say: Sentences, { examples }: Corpus, audience: Audience): View {
  const [example] = examples;
  const greeting = say.greeting(example === undefined ? null : shorten(example, MAX_EXAMPLE_CHARS));
  const buttons = listDeleteButtons(say, audience);
  return { texts: [escapeText(greeting)], rows: buttons.length === 0 ? [] : [buttons] };
}

/** Adds as many of the nearest headlines as fit in the message with the texts in `around`. */
function renderNothingFound(say: Sentences, answer: Answer, around: readonly string[]): string {
  const { searched, nearest, corpus } = answer;
  const list = nearest.map(({ title, url }) => `- ${linkHeadline(say, title, toLink(url))}`);
  const write = (headlines: readonly string[]): string =>
    [
      searched === 0 ? say.nothingLeft : say.nothingFound,
      ...writeMissing(say, answer),
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
