import type { AskRequest } from './answer.js';
import { toDayNumber, UNDATED } from './article-columns.js';
import type { Corpus } from './corpus.js';
import { firstDay, lastDay } from './partial-date.js';
import type { ArticleSet } from './search-index.js';

/** The articles that a question may be answered from. */
export interface ArticleFilter {
  /** Absent means all. */
  readonly within?: ArticleSet;
  readonly undatedLeftOut: number;
}

/** An article of a month or a year is taken when any day of it lies within the dates asked for. */
export function filterArticles(
  { columns, outlets }: Corpus,
  { outlet, since, until }: Pick<AskRequest, 'outlet' | 'since' | 'until'>,
): ArticleFilter {
  if (outlet === null && since === null && until === null) return { undatedLeftOut: 0 };
  const outletNumber = outlets.findIndex((counted) => counted.outlet === outlet);
  const isDated = since !== null || until !== null;
  const from = since === null ? 0 : toDayNumber(firstDay(since));
  const to = until === null ? Infinity : toDayNumber(lastDay(until));
  const mask = new Uint8Array(columns.outlets.length);
  let size = 0;
  let undatedLeftOut = 0;
  for (let i = 0; i < mask.length; i += 1) {
    if (outlet !== null && columns.outlets[i] !== outletNumber) continue;
    const lastDayOf = columns.lastDays[i] ?? UNDATED;
    if (isDated && lastDayOf === UNDATED) undatedLeftOut += 1;
    else if (!isDated || (lastDayOf >= from && (columns.firstDays[i] ?? UNDATED) <= to)) {
      mask[i] = 1;
      size += 1;
    }
  }
  return { within: { mask, size }, undatedLeftOut };
}
