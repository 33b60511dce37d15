/** Splits text into sentences. */

import type { Span } from '../core/model/article.js';
import { mayEndSentence } from './abbreviations.js';
import { findEnclosures } from './enclosures.js';
import { SAYING } from './speech.js';

/** A quotation is kept whole if the sentence that it makes has at most this many UTF-16 units. */
const MAX_WHOLE_QUOTATION_CHARS = 300;

const LINE = /[^\n]+/gu;
const STOPS = /[.!?…。।۔؟！？]+/gu;
const ENCLOSING = /["“”„«»'‘’()[\]]/u;
const WORDS = /[\p{L}\p{N}]/u;

/**
 * Splits a text into sentences; every line end is the end of one.
 *
 * A sentence ends after a full stop, exclamation or question mark, with the marks that close right after it, unless
 * the stop shortens a word, the text goes on in lower case, or the end would part a quotation or a bracket that fits
 * into one sentence.
 *
 * @returns In order, trimmed, not empty, not overlapping; each has a letter or digit unless the text has none; `[]`
 *   for a blank text.
 */
export function splitSentences(text: string): Span[] {
  const usesCapitals = CAPITAL_START.test(text);
  const sentences = [...text.matchAll(LINE)].flatMap(({ 0: line, index }) =>
    splitLine(line, usesCapitals).map(({ start, end }) => ({ start: index + start, end: index + end })),
  );
  return joinWordless(text, sentences);
}

/** The first letter of the text, or the first after a stop, is a capital. */
const CAPITAL_START = /(?:^|[.!?…]["'”’)]*\s+)[^\p{L}]*\p{Lu}/u;

function splitLine(line: string, usesCapitals: boolean): Span[] {
  const enclosures = ENCLOSING.test(line) ? findEnclosures(line) : [];
  const opening = new Set(enclosures.map(({ start }) => start));
  const sentences: Span[] = [];
  let start = 0;
  for (const { 0: stop, index } of line.matchAll(STOPS)) {
    const end = skipClosingMarks(line, index + stop.length, opening);
    const place = { line, start, stop, stopAt: index, end, usesCapitals };
    if (!isEnd(place) || isAttributed(place, enclosures)) continue;
    pushTrimmed(sentences, line, { start, end });
    start = end;
  }
  pushTrimmed(sentences, line, { start, end: line.length });
  return keepWhole(sentences, enclosures);
}

/** A stop that may end a sentence. */
interface Stop {
  readonly line: string;
  /** Where the sentence begins. */
  readonly start: number;
  /** One or more marks. */
  readonly stop: string;
  readonly stopAt: number;
  /** Where the sentence ends if the stop ends it. */
  readonly end: number;
  /** False if sentences begin in lower case. */
  readonly usesCapitals: boolean;
}

const CLOSING = /["'”’»)\]*_]/u;
const NOTES = /(?:\[[^[\]\n]{1,20}\])+/uy;

function skipClosingMarks(line: string, from: number, opening: ReadonlySet<number>): number {
  let at = from;
  while (at < line.length && CLOSING.test(line.charAt(at)) && !opening.has(at)) at += 1;
  NOTES.lastIndex = at;
  return at + (NOTES.exec(line)?.[0].length ?? 0);
}

/** As many characters as deciding about a stop takes. */
const NEARBY_CHARS = 80;
const WORD_BEFORE = /[\p{L}.]*$/u;
/** The number or letter of an item, at the start or after a colon. */
const ITEM_MARK = /(?:^|[:;])[\s([]*(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})$/u;
const OPENING = /^[\s"'“‘«„([*_•–—-]*/u;
const SPACE = /^\s/u;
const LOWER = /^\p{Ll}/u;
/** A name such as al-Amin or iHub. */
const NAME_IN_LOWER_CASE = /^\p{Ll}{1,3}['’-]?\p{Lu}/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;

function isEnd(place: Stop): boolean {
  const { line, start, stop, stopAt, end, usesCapitals } = place;
  if (end >= line.length) return true;
  const after = line.slice(end, end + NEARBY_CHARS);
  const next = after.replace(OPENING, '');
  const word = WORD_BEFORE.exec(line.slice(Math.max(start, stopAt - NEARBY_CHARS), stopAt))?.[0] ?? '';
  if (!SPACE.test(after)) return endsWithoutSpace(word, next, place);
  if (next === '') return true;
  if (ITEM_MARK.test(line.slice(start, stopAt))) return false;
  if (stop === '.' && end === stopAt + 1 && !mayEndSentence(word, next)) return false;
  if (isHesitation(stop, word, next)) return false;
  if (LOWER.test(next)) return !usesCapitals || NAME_IN_LOWER_CASE.test(next);
  return LETTER_OR_DIGIT.test(next) || !/^[.,;:!?…]/u.test(next);
}

const LONG_WORD = /\p{Ll}{2}$/u;
const CAPITALISED = /^\p{Lu}[\p{Ll}\s'’]/u;
const DOMAIN = /^(?:africa|co|com|go|info|io|js|ke|net|or|org|tv)(?!\p{L})/iu;
const NUMBER_OR_CLOSING = /[\d"'”’)\]]/u;

/** A missing space: `left.The`, but not `Node.Js`, `Rev.Owuor` and `e.g.Lamu`. */
function endsWithoutSpace(word: string, next: string, { line, stop, stopAt, end }: Stop): boolean {
  if (!CAPITALISED.test(next) || DOMAIN.test(next)) return false;
  if (end > stopAt + stop.length || stop !== '.') return true;
  if (word === '') return NUMBER_OR_CLOSING.test(line.charAt(stopAt - 1));
  return LONG_WORD.test(word) && !word.includes('.') && mayEndSentence(word, next);
}

/** A word said twice around dots: `I ... I do not know`. */
function isHesitation(stop: string, word: string, next: string): boolean {
  if (word === '' || (stop !== '…' && !stop.startsWith('..'))) return false;
  return new RegExp(String.raw`^${word.replaceAll('.', '')}(?!\p{L})`, 'iu').test(next);
}

/** One to four words and a verb of saying. */
const SPEAKER = new RegExp(String.raw`^\s+(?:[\p{L}.'’-]+\s+){1,4}?${SAYING}(?!\p{L})`, 'u');

/** True if the sentence so far is a quoted question or exclamation, and who said it follows. */
function isAttributed({ line, start, stop, end }: Stop, enclosures: readonly Span[]): boolean {
  if (enclosures.length === 0 || !/[!?…]/u.test(stop)) return false;
  const opens = start + line.slice(start).search(/\S/u);
  const isQuotation = enclosures.some((each) => each.start === opens && each.end === end);
  return isQuotation && SPEAKER.test(line.slice(end, end + NEARBY_CHARS));
}

/** Joins the sentences of a quotation or bracket. */
function keepWhole(sentences: readonly Span[], enclosures: readonly Span[]): Span[] {
  let joined = [...sentences];
  for (const enclosure of enclosures) {
    const inside = joined.filter(({ start, end }) => start < enclosure.end && end > enclosure.start);
    const whole = { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 };
    if (inside.length < 2 || whole.end - whole.start > MAX_WHOLE_QUOTATION_CHARS) continue;
    joined = joined.flatMap((each) => (each === inside[0] ? [whole] : inside.includes(each) ? [] : [each]));
  }
  return joined;
}

/** Joins what has neither letter nor digit to the sentence before, or at the start to the one after. */
function joinWordless(text: string, sentences: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of sentences) {
    const before = joined.at(-1);
    const isWordless = !WORDS.test(text.slice(start, end));
    const joins = before && (isWordless || !WORDS.test(text.slice(before.start, before.end)));
    if (joins) joined[joined.length - 1] = { start: before.start, end };
    else joined.push({ start, end });
  }
  return joined;
}

function pushTrimmed(sentences: Span[], line: string, { start, end }: Span): void {
  const part = line.slice(start, end);
  const trimmed = part.trim();
  if (trimmed === '') return;
  const from = start + part.indexOf(trimmed);
  sentences.push({ start: from, end: from + trimmed.length });
}
