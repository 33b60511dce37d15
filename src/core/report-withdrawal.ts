import type { WithdrawnArticle } from './article.js';
import { Fault } from './errors.js';

/** What is told in the place of an article that is no longer quoted. */
export function reportWithdrawal(withdrawn: WithdrawnArticle): Fault {
  const title = nameWithdrawn(withdrawn);
  const { on, reason } = withdrawn;
  return new Fault('ARTICLE_WITHDRAWN', 'the article is withdrawn', { facts: { title, on, reason } });
}

/** The headline; without one the id, since the opening words would be a quote. */
export function nameWithdrawn({ article }: WithdrawnArticle): string {
  return article.hasHeadline ? article.title : article.id;
}
