import type { Article, Passage, Span } from '../model/article.js';
import type { CorpusSummary, OutletCount } from '../model/corpus.js';
import { Fault } from '../model/fault.js';
import { DEFAULT_RESULTS, MAX_QUESTION_CHARS, MAX_RESULTS, MIN_RESULTS } from '../model/limits.js';
import { firstDay, lastDay, parsePartialDate, type PartialDate } from '../model/partial-date.js';

/** A question and its options, checked. */
export interface AskRequest {
  /** 1 to 300 characters, one line, trimmed. */
  readonly question: string;
  /** 1 to 5. */
  readonly results: number;
  /** An outlet of the corpus, as it is written there; `null` means every outlet. */
  readonly outlet: string | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
}

/** A passage chosen for an answer, with its answer sentence. */
export interface Evidence {
  readonly passage: Passage;
  /** In UTF-16 units of the passage's text. */
  readonly answerSentence: Span;
  /** Comparable only within one answer; 0 for a passage that was not ranked. */
  readonly score: number;
  /** Passages that say the same, with the same figures, best first. */
  readonly alsoIn: readonly Passage[];
  /** Passages that say the same with other figures, best first. */
  readonly otherFigures: readonly Passage[];
}

/** A word of a question that the corpus does not hold, and the one of the corpus that was searched instead. */
export interface Respelling {
  /** As typed. */
  readonly word: string;
  /** Lower case. */
  readonly searched: string;
}

export interface Answer {
  readonly kind: 'found' | 'nothing-found';
  readonly request: AskRequest;
  /** How many ranked passages stand before {@link evidence}. */
  readonly offset: number;
  /** At most `request.results` from `offset` on, best first; `[]` when nothing was found. */
  readonly evidence: readonly Evidence[];
  /** How many passages there are to show in all, at most 10. */
  readonly ranked: number;
  /** `false` means "closest passages, perhaps not an answer". */
  readonly certain: boolean;
  /** The probability that the first passage answers, in 0..1. */
  readonly confidence: number;
  /** Words of the question that the corpus never contains and nothing was searched for, as typed. */
  readonly unknownTerms: readonly string[];
  readonly respelled: readonly Respelling[];
  /** What the glossary and the corpus's acronyms added to the search, as written there. */
  readonly searchedAlso: readonly string[];
  /** Up to three articles near the question; never an answer. `[]` when something was found. */
  readonly nearest: readonly Article[];
  /** How many articles the outlet and the dates left to search. */
  readonly searched: number;
  /** Undated articles that `since` or `until` left out. */
  readonly undatedLeftOut: number;
  readonly corpus: CorpusSummary;
}

/** The options of a question, unchecked; absent ones and blank texts mean the default. */
export interface AskOptions {
  readonly question: string;
  readonly results?: number | undefined;
  readonly outlet?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * Checks the options of a question.
 *
 * @param outlets - Those of the corpus, to find the one that is meant.
 * @param maxResults - The most results that may be asked for.
 * @throws {Fault} `QUESTION_INVALID`, `RESULTS_INVALID`, `OUTLET_UNKNOWN`, `DATE_INVALID` or `DATES_REVERSED`.
 */
export function parseAskRequest(
  options: AskOptions,
  outlets: readonly OutletCount[],
  maxResults = MAX_RESULTS,
): AskRequest {
  const since = parseDateOption('since', options.since);
  const until = parseDateOption('until', options.until);
  if (since && until && firstDay(since) > lastDay(until)) {
    throw new Fault('DATES_REVERSED', 'since is after until', { facts: { since, until } });
  }
  return {
    question: parseQuestion(options.question),
    results: checkResults(options.results ?? DEFAULT_RESULTS, maxResults),
    outlet: findOutlet(options.outlet, outlets),
    since,
    until,
  };
}

/**
 * Reads a number of results that was typed.
 *
 * @param maxResults - The most results that may be asked for.
 * @returns `undefined` for absent and blank text, which mean the default.
 * @throws {Fault} `RESULTS_INVALID`.
 */
export function parseResults(text = '', maxResults = MAX_RESULTS): number | undefined {
  return text.trim() === '' ? undefined : checkResults(Number(text), maxResults, text);
}

/** The first ones of a long list are enough to see how outlets are written. */
const MAX_OUTLETS_NAMED = 12;

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

function parseDateOption(option: 'since' | 'until', text = ''): PartialDate | null {
  if (text.trim() === '') return null;
  const date = parsePartialDate(text.trim());
  if (date === null)
    throw new Fault('DATE_INVALID', `${option} is no date`, { facts: { option, date: text } });
  return date;
}

/** The outlet with that name, in any letter case, or the only one whose name holds it. */
function findOutlet(text = '', outlets: readonly OutletCount[]): string | null {
  const typed = text.trim();
  const wanted = typed.toLowerCase();
  if (wanted === '') return null;
  const names = outlets.flatMap(({ outlet }) => outlet ?? []);
  const same = names.find((name) => name === typed) ?? names.find((name) => name.toLowerCase() === wanted);
  const holding = names.filter((name) => name.toLowerCase().includes(wanted));
  const found = same ?? (holding.length === 1 ? holding[0] : undefined);
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
