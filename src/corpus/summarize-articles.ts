import type { Article } from '../core/article.js';
import type { CorpusSummary, OutletCount } from '../core/corpus.js';
import { firstDay, lastDay, type PartialDate } from '../core/partial-date.js';

/** The earliest and the latest date of publication; `null` when no article is dated. */
export function spanDates(articles: readonly Article[]): Pick<CorpusSummary, 'from' | 'to'> {
  let from: PartialDate | null = null;
  let to: PartialDate | null = null;
  for (const { published } of articles) {
    if (published === null) continue;
    if (from === null || firstDay(published) < firstDay(from)) from = published;
    if (to === null || lastDay(published) > lastDay(to)) to = published;
  }
  return { from, to };
}

/** Most articles first, then by name. */
export function countOutlets(articles: readonly Article[]): OutletCount[] {
  const counts = new Map<string | null, number>();
  for (const { outlet } of articles) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts]
    .map(([outlet, count]) => ({ outlet, articles: count }))
    .sort((a, b) => b.articles - a.articles || ((a.outlet ?? '') < (b.outlet ?? '') ? -1 : 1));
}
