import type { AskRequest } from './answer.js';
import type { OutletCount } from './corpus.js';
import { Fault } from './errors.js';
import { DEFAULT_RESULTS, MAX_QUESTION_CHARS, MAX_RESULTS, MIN_RESULTS } from './limits.js';
import { firstDay, lastDay, parsePartialDate, type PartialDate } from './partial-date.js';

/** The options of a question as a member typed them; absent and blank mean the default. */
export interface AskOptions {
  readonly question: string;
  readonly results?: string | undefined;
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
    results: parseResults(options.results, maxResults),
    outlet: findOutlet(options.outlet, outlets),
    since,
    until,
  };
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

function parseResults(text = '', maxResults: number): number {
  if (text.trim() === '') return DEFAULT_RESULTS;
  const results = Number(text);
  if (!Number.isInteger(results) || results < MIN_RESULTS || results > maxResults) {
    throw new Fault('RESULTS_INVALID', 'results is out of range', {
      facts: { results: text, most: String(maxResults) },
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
        outlets: names.slice(0, MAX_OUTLETS_NAMED).join(', '),
        more: names.length > MAX_OUTLETS_NAMED ? ', …' : '',
      },
    });
  }
  return found;
}
