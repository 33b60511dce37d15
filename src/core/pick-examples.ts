import type { Article } from './article.js';
import { MAX_QUESTION_CHARS } from './limits.js';
import { lastDay } from './partial-date.js';

const MAX_EXAMPLES = 3;

/** Up to three headlines to ask as example questions: the newest articles first, undated ones last. */
export function pickExamples(articles: readonly Article[]): string[] {
  const day = ({ published }: Article): string => (published === null ? '' : lastDay(published));
  return articles
    .filter(({ hasHeadline, title }) => hasHeadline && title.length <= MAX_QUESTION_CHARS)
    .sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1))
    .slice(0, MAX_EXAMPLES)
    .map(({ title }) => title);
}
