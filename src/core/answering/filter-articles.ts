/** Selects the articles that a request means. */

import { findWhole, toDayNumber, toFactKey, UNDATED } from '../arrays/article-columns.js';
import type { Corpus } from '../model/corpus.js';
import { firstDay, lastDay, type PartialDate } from '../model/partial-date.js';
import type { ArticleSet } from '../model/search-index.js';
import type { AskRequest, ReadFilter } from './answer.js';

interface ArticleFilter {
  /** Absent if all are searched. */
  readonly within?: ArticleSet;
  /** The number of undated articles that the options' dates exclude. */
  readonly undatedLeftOut: number;
}

/**
 * Selects articles by the options of a request. An article dated only to a month or year matches if any of its days
 * lies within the dates.
 */
export function filterArticles(
  corpus: Corpus,
  { outlet, since, until }: Pick<AskRequest, 'outlet' | 'since' | 'until'>,
): ArticleFilter {
  if (outlet === null && since === null && until === null) return { undatedLeftOut: 0 };
  const ofOutlet = outlet === null ? undefined : selectOutlet(corpus, outlet);
  if (since === null && until === null) return { within: toSet(ofOutlet), undatedLeftOut: 0 };
  const { lastDays } = corpus.columns;
  return {
    within: toSet(intersect(ofOutlet, selectPublished(corpus, since, until))),
    undatedLeftOut: lastDays.reduce(
      (count, day, i) => (day === UNDATED && ofOutlet?.[i] !== 0 ? count + 1 : count),
      0,
    ),
  };
}

/** Narrows a selection to the articles that all filters read in a question mean. */
export function applyFilters(
  corpus: Corpus,
  filters: readonly ReadFilter[],
  within?: ArticleSet,
): ArticleSet | undefined {
  if (filters.length === 0) return within;
  let mask = within?.mask;
  for (const filter of filters) mask = intersect(mask, select(corpus, filter));
  return toSet(mask);
}

function select(corpus: Corpus, filter: ReadFilter): Uint8Array {
  switch (filter.kind) {
    case 'outlet':
      return selectOutlet(corpus, filter.outlet);
    case 'dates':
      return selectPublished(corpus, filter.since, filter.until);
    case 'article':
      return selectNumbers(corpus, [corpus.articleNumber(filter.article.id)]);
    case 'author':
      return selectNumbers(corpus, findWhole(corpus.factWords, toFactKey('author', filter.author)));
    case 'tag':
      return selectNumbers(corpus, findWhole(corpus.factWords, toFactKey('tag', filter.tag)));
    case 'site':
      return selectNumbers(corpus, findWhole(corpus.factWords, toFactKey('site', filter.site)));
  }
}

function selectOutlet({ columns, outlets }: Corpus, outlet: string): Uint8Array {
  const wanted = outlets.findIndex((counted) => counted.outlet === outlet);
  return selectWhere(columns.outlets.length, (i) => columns.outlets[i] === wanted);
}

/** Selects the articles that may have been published from the first day of `since` to the last day of `until`. */
export function selectPublished(
  corpus: Corpus,
  since: PartialDate | null,
  until: PartialDate | null,
): Uint8Array {
  return selectWhere(corpus.columns.lastDays.length, createPublishedTest(corpus, since, until));
}

/** Creates a test whether an article may have been published in that time. */
export function createPublishedTest(
  { columns: { firstDays, lastDays } }: Corpus,
  since: PartialDate | null,
  until: PartialDate | null,
): (article: number) => boolean {
  const from = since === null ? 0 : toDayNumber(firstDay(since));
  const to = until === null ? Infinity : toDayNumber(lastDay(until));
  return (article) => {
    const last = lastDays[article] ?? UNDATED;
    return last !== UNDATED && last >= from && (firstDays[article] ?? UNDATED) <= to;
  };
}

function selectWhere(size: number, isSelected: (number: number) => boolean): Uint8Array {
  const mask = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) if (isSelected(i)) mask[i] = 1;
  return mask;
}

/** Selects articles by their numbers. */
export function selectNumbers({ columns }: Corpus, numbers: Iterable<number>): Uint8Array {
  const mask = new Uint8Array(columns.outlets.length);
  for (const number of numbers) if (number >= 0) mask[number] = 1;
  return mask;
}

export function intersect(one: Uint8Array | undefined, other: Uint8Array): Uint8Array {
  return one === undefined ? other : selectWhere(other.length, (i) => other[i] === 1 && one[i] === 1);
}

/** @param mask - One byte per article, 0 or 1. */
export function toSet(mask: Uint8Array = new Uint8Array()): ArticleSet {
  return { mask, size: mask.reduce((sum, each) => sum + each, 0) };
}
