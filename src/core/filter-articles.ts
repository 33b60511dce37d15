import type { AskRequest } from './answer.js';
import type { Article } from './article.js';
import { firstDay, lastDay } from './partial-date.js';

/** The articles that a question may be answered from. */
export interface ArticleFilter {
  /** Their ids; absent means all. */
  readonly within?: ReadonlySet<string>;
  readonly undatedLeftOut: number;
}

/** An article of a month or a year is taken when any day of it lies within the dates asked for. */
export function filterArticles(
  articles: readonly Article[],
  { outlet, since, until }: Pick<AskRequest, 'outlet' | 'since' | 'until'>,
): ArticleFilter {
  if (outlet === null && since === null && until === null) return { undatedLeftOut: 0 };
  const ofOutlet = articles.filter((article) => outlet === null || article.outlet === outlet);
  if (since === null && until === null) return { within: collectIds(ofOutlet), undatedLeftOut: 0 };

  const dated = ofOutlet.filter(
    ({ published }) =>
      published !== null &&
      (since === null || lastDay(published) >= firstDay(since)) &&
      (until === null || firstDay(published) <= lastDay(until)),
  );
  const undated = ofOutlet.filter(({ published }) => published === null);
  return { within: collectIds(dated), undatedLeftOut: undated.length };
}

function collectIds(articles: readonly Article[]): ReadonlySet<string> {
  return new Set(articles.map(({ id }) => id));
}
