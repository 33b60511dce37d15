/** The request and the answer of a question. */

import type { ReadDate, ReadDates } from '../model/analyzer.js';
import type { Article, Passage, Span } from '../model/article.js';
import type { CorpusSummary, OutletCount } from '../model/corpus.js';
import { Fault } from '../model/fault.js';
import { DEFAULT_RESULTS, MAX_QUESTION_CHARS, MAX_RESULTS, MIN_RESULTS } from '../model/limits.js';
import {
  dayInNairobi,
  firstDay,
  lastDay,
  parseDay,
  parsePartialDate,
  type PartialDate,
} from '../model/partial-date.js';

/** A question with validated options. */
export interface AskRequest {
  /** 1 to 300 characters, one line, trimmed. */
  readonly question: string;
  /** 1 to 5. */
  readonly results: number;
  /** An outlet, spelt as in the corpus; `null` means every outlet. */
  readonly outlet: string | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** The day in Nairobi on which it was asked, `YYYY-MM-DD`; `null` if no relative date is to be understood. */
  readonly askedOn: PartialDate | null;
  /** False to search for every word of the question as typed, none of them read as a filter. */
  readonly readsFilters: boolean;
}

/** A passage chosen for an answer, with its answer sentence. */
export interface Evidence {
  readonly passage: Passage;
  /** In UTF-16 units of the passage's text. */
  readonly answerSentence: Span;
  /** Comparable only within one answer; 0 for a passage that was not ranked. */
  readonly score: number;
  /** Passages that state the same with the same figures, best first. */
  readonly alsoIn: readonly Passage[];
  /** Passages that state the same with other figures, best first. */
  readonly otherFigures: readonly Passage[];
  /** The paragraph before, if it holds words of the question that this passage relies on; otherwise `null`. */
  readonly before: Passage | null;
}

/** A word of the question that the first passage lacks. */
export interface MissingWord {
  /** As typed. */
  readonly word: string;
  readonly reason: 'nowhere' | 'not in this passage';
  /** What stands in its place in the passage, as printed: another name, figure or date of the same kind; or `null`. */
  readonly instead: string | null;
}

/** A part of the question that says which articles are meant. */
export type ReadFilter =
  | { readonly kind: 'outlet'; readonly outlet: string }
  | { readonly kind: 'author'; readonly author: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'dates'; readonly since: PartialDate | null; readonly until: PartialDate | null }
  | { readonly kind: 'article'; readonly article: Article };

/** A word of a question that is not in the corpus, with the word that was searched instead. */
export interface Respelling {
  /** As typed. */
  readonly word: string;
  /** Lower case. */
  readonly searched: string;
}

export interface Answer {
  readonly kind: 'found' | 'nothing-found' | 'greeting';
  readonly request: AskRequest;
  /** The number of ranked passages before {@link evidence}. */
  readonly offset: number;
  /** At most `request.results`, from `offset`, best first; `[]` if nothing was found. */
  readonly evidence: readonly Evidence[];
  /** The number of passages on all pages together, at most 10. */
  readonly ranked: number;
  /** False: the passages come closest, but may not answer. */
  readonly certain: boolean;
  /** The probability that one of the passages answers, in 0..1; a question is refused if it is small. */
  readonly answerable: number;
  /** The probability that the first passage answers, in 0..1. */
  readonly confidence: number;
  /** Words of the question for which the corpus holds no term, as typed. */
  readonly unknownTerms: readonly string[];
  readonly respelled: readonly Respelling[];
  /** Phrases that the glossary and the corpus's acronyms added to the search, spelt as there. */
  readonly searchedAlso: readonly string[];
  /** What bars certainty; `[]` if the first passage holds everything that was asked, or no passage was ranked. */
  readonly missing: readonly MissingWord[];
  /** True if the question holds a date that counts from `request.askedOn`. */
  readonly isRelativeToDay: boolean;
  /** The filters read in the question, in its order. */
  readonly filters: readonly ReadFilter[];
  /** True if the {@link filters} left nothing that answers, so that the search went on without them. */
  readonly filtersDropped: boolean;
  /** If nothing was found: at most `request.results` passages that come closest, best first. */
  readonly closest: readonly Evidence[];
  /** Up to three articles close to the question, never an answer; `[]` if something was found. */
  readonly nearest: readonly Article[];
  /** The number of articles that match outlet and dates. */
  readonly searched: number;
  /** The number of undated articles that `since` or `until` excluded. */
  readonly undatedLeftOut: number;
  readonly corpus: CorpusSummary;
}

/** A question with unvalidated options; absent and blank ones mean the default. */
export interface AskOptions {
  readonly question: string;
  readonly results?: number | undefined;
  readonly outlet?: string | undefined;
  /** A date as {@link PartialDate}, or in words if {@link RequestRules.readDates} is given. */
  readonly since?: string | undefined;
  /** As {@link since}. */
  readonly until?: string | undefined;
  /** `YYYY-MM-DD`; default: `null`. */
  readonly askedOn?: string | undefined;
  /** Default: true. */
  readonly readsFilters?: boolean | undefined;
}

/** What the options of a question may be. */
export interface RequestRules {
  /** The most results that the caller accepts; default: 5. */
  readonly maxResults?: number;
  /** Reads dates in words ("yesterday", "20 Nov 2026"); default: none are accepted. */
  readonly readDates?: ReadDates;
}

/**
 * Validates the options of a question. A period as `since` means its first day, as `until` its last.
 *
 * @param outlets - The outlets of the corpus.
 * @throws {Fault} `QUESTION_INVALID`, `RESULTS_INVALID`, `OUTLET_UNKNOWN`, `DATE_INVALID` or `DATES_REVERSED`.
 */
export function parseAskRequest(
  options: AskOptions,
  outlets: readonly OutletCount[],
  { maxResults = MAX_RESULTS, readDates = () => [] }: RequestRules = {},
): AskRequest {
  const askedOn = parsePartialDate(options.askedOn ?? '');
  const readDate = (text: string): ReadDate | undefined => readWholeDate(readDates(text, askedOn), text);
  const since = parseDateOption('since', options.since, readDate);
  const until = parseDateOption('until', options.until, readDate);
  if (since && until && firstDay(since) > lastDay(until)) {
    throw new Fault('DATES_REVERSED', 'since is after until', { facts: { since, until } });
  }
  return {
    question: parseQuestion(options.question),
    results: checkResults(options.results ?? DEFAULT_RESULTS, maxResults),
    outlet: findOutlet(options.outlet, outlets),
    since,
    until,
    askedOn,
    readsFilters: options.readsFilters ?? true,
  };
}

/**
 * Parses a number of results as typed.
 *
 * @param maxResults - The most results that the caller accepts.
 * @returns `undefined` for absent and blank text, which mean the default.
 * @throws {Fault} `RESULTS_INVALID`.
 */
export function parseResults(text = '', maxResults = MAX_RESULTS): number | undefined {
  return text.trim() === '' ? undefined : checkResults(Number(text), maxResults, text);
}

function parseQuestion(text: string): string {
  const question = text.replace(/\s+/gu, ' ').trim();
  if (question === '' || question.length > MAX_QUESTION_CHARS) {
    throw new Fault('QUESTION_INVALID', `a question has 1 to ${MAX_QUESTION_CHARS} characters`);
  }
  return question;
}

function checkResults(results: number, maxResults: number, typed = String(results)): number {
  if (!Number.isInteger(results) || results < MIN_RESULTS || results > maxResults) {
    throw new Fault('RESULTS_INVALID', 'results is out of range', {
      facts: { results: typed, most: maxResults },
    });
  }
  return results;
}

/**
 * Returns the day on which a question is asked.
 *
 * @param text - As {@link parseDay} takes it; blank: the day of `now`.
 * @param now - In ms since 1970.
 * @throws {Fault} `TIME_INVALID`.
 */
export function parseAskedOn(text = '', now: number): PartialDate {
  const typed = text.trim();
  const day = typed === '' ? dayInNairobi(now) : parseDay(typed);
  if (day === null) throw new Fault('TIME_INVALID', 'not a time', { facts: { time: typed } });
  return day;
}

function parseDateOption(
  option: 'since' | 'until',
  text = '',
  readDate: (text: string) => ReadDate | undefined,
): PartialDate | null {
  const typed = text.replace(/\s+/gu, ' ').trim();
  if (typed === '') return null;
  const date = parsePartialDate(typed) ?? readDate(typed)?.[option] ?? null;
  if (date === null)
    throw new Fault('DATE_INVALID', `${option} is no date`, { facts: { option, date: text } });
  return date;
}

/** Returns the only date of a text if nothing stands beside it. */
function readWholeDate(dates: readonly ReadDate[], text: string): ReadDate | undefined {
  const [date] = dates;
  return date && date.span.start === 0 && date.span.end === text.length ? date : undefined;
}

/** A few outlets are enough to show how their names are spelt. */
const MAX_OUTLETS_NAMED = 12;

/** Finds the outlet with that name in any letter case, or the only one whose name contains it. */
function findOutlet(text = '', outlets: readonly OutletCount[]): string | null {
  const typed = text.trim();
  const wanted = typed.toLowerCase();
  if (wanted === '') return null;
  const names = outlets.flatMap(({ outlet }) => outlet ?? []);
  const exact = names.find((name) => name === typed) ?? names.find((name) => name.toLowerCase() === wanted);
  const containing = names.filter((name) => name.toLowerCase().includes(wanted));
  const found = exact ?? (containing.length === 1 ? containing[0] : undefined);
  if (found === undefined) {
    throw new Fault('OUTLET_UNKNOWN', 'no such outlet', {
      facts: {
        outlet: typed,
        outlets: names.slice(0, MAX_OUTLETS_NAMED),
        hasMore: names.length > MAX_OUTLETS_NAMED,
      },
    });
  }
  return found;
}
