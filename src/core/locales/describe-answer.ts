/** Describes what an answer lacks and which filters were read in its question. */

import type { Answer, MissingWord, ReadFilter } from '../answering/answer.js';
import { firstDay, lastDay, parsePartialDate, type PartialDate } from '../model/partial-date.js';
import type { Sentences } from './sentences.js';

/** Lists the words that bar certainty; if nothing was found, those that no article mentions. */
export function listMissing({ kind, missing, unknownTerms }: Answer): readonly MissingWord[] {
  if (kind === 'found') return missing;
  return [...new Set(unknownTerms)].map((word) => ({ word, reason: 'nowhere', instead: null }));
}

/** Names each filter in a few words of plain text: `The Star`, `by Amina Wekesa`, `12–18 Jun 2023`. */
export function describeFilters(say: Sentences, filters: readonly ReadFilter[]): string[] {
  return filters.map((filter) => describeFilter(say, filter)).filter((words) => words !== '');
}

function describeFilter(say: Sentences, filter: ReadFilter): string {
  switch (filter.kind) {
    case 'outlet':
      return filter.outlet;
    case 'author':
      return say.byAuthor(filter.author);
    case 'tag':
      return say.tagged(filter.tag);
    case 'site':
      return filter.site;
    case 'dates':
      return describeDates(say, filter.since, filter.until);
    case 'article':
      return filter.article.title;
  }
}

function describeDates(say: Sentences, since: PartialDate | null, until: PartialDate | null): string {
  if (since === null) return until === null ? '' : say.untilDate(say.date(until));
  if (until === null) return say.sinceDate(say.date(since));
  const period = findPeriod(since, until);
  return period === null ? joinDates(say.date(since), say.date(until)) : say.date(period);
}

/** Returns the year, month or day that lasts from the first day of `since` to the last day of `until`. */
function findPeriod(since: PartialDate, until: PartialDate): PartialDate | null {
  const [from, to] = [firstDay(since), lastDay(until)];
  const periods = [from.slice(0, 4), from.slice(0, 7), from].flatMap((text) => parsePartialDate(text) ?? []);
  return periods.find((period) => firstDay(period) === from && lastDay(period) === to) ?? null;
}

/** Joins two dates and names what they share once: `12–18 Jun 2023`, `28 Jun – 3 Jul 2023`, `2021–2023`. */
function joinDates(from: string, to: string): string {
  const start = from.split(' ');
  const end = to.split(' ');
  if (start.length === end.length) {
    while (start.length > 1 && start.at(-1) === end.at(-1)) {
      start.pop();
      end.pop();
    }
  }
  const shared = to.split(' ').slice(end.length);
  const dash = start.length === 1 && end.length === 1 ? '–' : ' – ';
  return [`${start.join(' ')}${dash}${end.join(' ')}`, ...shared].join(' ');
}
