/** Reads a question: what is asked, which articles are meant, and what is mere chatter. */

import type { Analyzer, ReadDate } from '../model/analyzer.js';
import type { Span } from '../model/article.js';
import type { Corpus } from '../model/corpus.js';
import type { AskRequest, ReadFilter } from './answer.js';
import { blankChatter, isSmallTalk } from './chatter.js';
import { type QuotedPhrase, readPhrases } from './quoted-phrases.js';
import { readFilters } from './read-filters.js';

/** A question taken apart. Spans are in UTF-16 units of the question. */
export interface QuestionReading {
  /** The question with spaces in place of all that is not searched for. */
  readonly searched: string;
  readonly phrases: readonly QuotedPhrase[];
  /** Which articles are meant; only they are searched. */
  readonly filters: readonly ReadFilter[];
  /** Dates that the text or the day of publication must agree with. */
  readonly dates: readonly ReadDate[];
  /** `newest` for "latest", "current" and the like, `oldest` for "first" and the like. */
  readonly order: 'newest' | 'oldest' | null;
  /** True if a date counts from the day of asking. */
  readonly isRelativeToDay: boolean;
  /** True if the message only greets, thanks or praises. */
  readonly isGreeting: boolean;
}

/** What of a request a reading depends on. */
export type QuestionToRead = Pick<AskRequest, 'question' | 'askedOn' | 'readsFilters'>;

export function readQuestion(
  corpus: Corpus,
  analyzer: Analyzer,
  { question, askedOn, readsFilters }: QuestionToRead,
): QuestionReading {
  const phrases = readPhrases(question);
  const dates = readsFilters ? analyzer.readDates(question, askedOn) : [];
  const read = readsFilters ? readFilters(corpus, question, phrases) : [];
  const order = corpus.summary.from === null ? null : readOrder(question, dates);
  const blanked = blankSpans(question, [
    ...read.flatMap(({ span }) => span ?? []),
    ...dates.filter((date) => isOnlyRelative(question, date)).map(({ span }) => span),
    ...(order?.spans ?? []),
  ]);
  const asks = blankAsides(analyzer, blankChatter(blanked));
  const isAboutDates =
    read.length > 0 &&
    dates.length > 0 &&
    !hasTerm(
      analyzer,
      blankSpans(
        asks,
        dates.map(({ span }) => span),
      ),
    );
  const printed = dates.filter((date) => isAboutDates || isOpen(date));
  const filters = [...read.map(({ filter }) => filter), ...printed.map(toFilter)];
  const searched = blankSpans(
    asks,
    printed.map(({ span }) => span),
  );
  return {
    searched: hasWord(searched) || filters.length > 0 ? searched : question,
    phrases: phrases.filter(({ span }) => !read.some((each) => each.span && overlaps(each.span, span))),
    filters,
    dates: dates.filter((date) => !printed.includes(date)),
    order: order?.order ?? null,
    isRelativeToDay: dates.some(({ isRelative }) => isRelative),
    isGreeting: isSmallTalk(question),
  };
}

function hasTerm(analyzer: Analyzer, text: string): boolean {
  return analyzer.analyzeQuestion(text).words.length > 0;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

function blankSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end),
    text,
  );
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** True for "before 2022" and the like, which say when the articles were printed. */
function isOpen({ since, until }: ReadDate): boolean {
  return since === null || until === null;
}

function toFilter({ since, until }: ReadDate): ReadFilter {
  return { kind: 'dates', since, until };
}

/** Weekdays are searched for too, since texts name them. */
const WEEKDAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili)\b/iu;
const QUALIFIED = /\b(?:this|last|past|next|hii|iliyopita|lililopita|ijayo|since|tangu)\b/iu;

/** True if no text names the date as the question does. */
function isOnlyRelative(question: string, { span, isRelative }: ReadDate): boolean {
  const text = question.slice(span.start, span.end);
  return isRelative && !(WEEKDAY.test(text) && !QUALIFIED.test(text));
}

const NEWEST =
  /\b(?:the\s+)?(?:latest|newest|most\s+recent(?:ly)?|incumbent|up[\s-]to[\s-]date|right\s+now|at\s+the\s+moment|as\s+of\s+now|these\s+days|nowadays|kwa\s+sasa|hivi\s+sasa|(?:wa|ya|la|cha|za)\s+(?:sasa|hivi\s+karibuni)|mpya\s+(?:zaidi|kabisa))\b|(?:^|\bthe\s+|\b(?:is|are|who|what)\s+)(?:current|present)(?:ly)?\b(?=\s+\p{L})|\bnow\b(?=\s*[?!.]*\s*$)/giu;
const OLDEST = /\b(?:the\s+)?(?:earliest|oldest|very\s+first)\b/giu;
/** Words that may also be part of what is asked, so they are searched for as well. */
const ALSO_NEWEST =
  /\b(?:last|recently|(?:wa|ya|la|cha|za)\s+mwisho)\b|\b(?:who|whom?|what|name)(?:\s+(?:is|are)|['’]?s)?\s+the\s+(?:new|sitting|serving)\b|\bnani\b.*\b(?:sasa|m?pya)\b/giu;
const ALSO_OLDEST = /\b(?:first|earlier|(?:wa|ya|la|cha|za)\s+kwanza)\b/giu;

interface ReadOrder {
  readonly order: 'newest' | 'oldest';
  /** Words that say nothing else. */
  readonly spans: readonly Span[];
}

function readOrder(question: string, dates: readonly ReadDate[]): ReadOrder | null {
  const find = (pattern: RegExp): Span[] =>
    Array.from(question.matchAll(pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })).filter((span) => !dates.some((date) => overlaps(date.span, span)));
  const [newest, oldest] = [find(NEWEST), find(OLDEST)];
  if (newest.length > 0) return { order: 'newest', spans: newest };
  if (oldest.length > 0) return { order: 'oldest', spans: oldest };
  if (find(ALSO_NEWEST).length > 0) return { order: 'newest', spans: [] };
  return find(ALSO_OLDEST).length > 0 ? { order: 'oldest', spans: [] } : null;
}

/** A sentence about the asker, with nothing in it to look up. */
const ASIDE = /\b(?:i|i['’]m|i['’]ve|my|me|we|our|us|mimi|sisi|nina|niko)\b/iu;
const ASKS = /\?|\b(?:who|whom|whose|what|when|where|which|why|how|nani|nini|lini|wapi|gani|ngapi|mbona)\b/iu;

/** Blanks the sentences in which the asker talks of himself, if another one asks. */
function blankAsides(analyzer: Analyzer, text: string): string {
  const sentences = analyzer.splitSentences(text);
  if (sentences.length < 2) return text;
  const read = ({ start, end }: Span): string => text.slice(start, end);
  if (!sentences.some((span) => ASKS.test(read(span)))) return text;
  return blankSpans(
    text,
    sentences.filter((span) => ASIDE.test(read(span)) && !ASKS.test(read(span))),
  );
}
