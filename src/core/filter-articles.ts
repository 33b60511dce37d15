import type { AskRequest } from './answer.js';
import type { Article } from './article.js';
import { firstDay, lastDay, type PartialDate } from './partial-date.js';
import type { ArticleSet } from './search-index.js';

/** The articles that a question may be answered from. */
export interface ArticleFilter {
  /** Absent means all. */
  readonly within?: ArticleSet;
  readonly undatedLeftOut: number;
}

/** An article of a month or a year is taken when any day of it lies within the dates asked for. */
export function filterArticles(
  articles: readonly Article[],
  { outlet, since, until }: Pick<AskRequest, 'outlet' | 'since' | 'until'>,
): ArticleFilter {
  if (outlet === null && since === null && until === null) return { undatedLeftOut: 0 };
  const { firstDays, lastDays } = listDays(articles);
  const isDated = since !== null || until !== null;
  const from = since === null ? 0 : toNumber(firstDay(since));
  const to = until === null ? Infinity : toNumber(lastDay(until));
  const mask = new Uint8Array(articles.length);
  let size = 0;
  let undatedLeftOut = 0;
  for (let i = 0; i < mask.length; i += 1) {
    if (outlet !== null && articles[i]?.outlet !== outlet) continue;
    const lastDayOf = lastDays[i] ?? UNDATED;
    if (isDated && lastDayOf === UNDATED) undatedLeftOut += 1;
    else if (!isDated || (lastDayOf >= from && (firstDays[i] ?? UNDATED) <= to)) {
      mask[i] = 1;
      size += 1;
    }
  }
  return { within: { mask, size }, undatedLeftOut };
}

/** First and last day of each article as numbers such as 20230816; {@link UNDATED} where there is none. */
interface Days {
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
}

const UNDATED = -1;

/** Dates are read once for a corpus, since each question would read all of them. */
const DAYS = new WeakMap<readonly Article[], Days>();

function listDays(articles: readonly Article[]): Days {
  let days = DAYS.get(articles);
  if (!days) {
    const read = (day: (date: PartialDate) => string): Int32Array =>
      Int32Array.from(articles, ({ published }) => (published === null ? UNDATED : toNumber(day(published))));
    days = { firstDays: read(firstDay), lastDays: read(lastDay) };
    DAYS.set(articles, days);
  }
  return days;
}

/** @param day - `YYYY-MM-DD`. */
function toNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
