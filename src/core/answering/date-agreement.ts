/** Tells whether a passage agrees with a date of the question: by its words or by its article's day of publication. */

import { toDayNumber, UNDATED } from '../arrays/article-columns.js';
import { hash32 } from '../arrays/hash.js';
import type { Analyzer, ReadDate } from '../model/analyzer.js';
import type { Span } from '../model/article.js';
import type { Corpus } from '../model/corpus.js';
import { DAY_MS } from '../model/limits.js';
import { dayOf, firstDay, lastDay, type PartialDate } from '../model/partial-date.js';
import type { ArticleSet } from '../model/search-index.js';
import type { ExpandedQuestion } from './expand-question.js';
import { createPublishedTest, intersect, selectPublished, toSet } from './filter-articles.js';
import type { QuestionReading } from './read-question.js';

/** A date of a question, ready to be compared with passages. */
export interface DateTest {
  readonly date: ReadDate;
  /** The numbers of the question's words that name it; `[]` if they are not searched for. */
  readonly words: readonly number[];
  /** True if an article was published on it, as far as its date is known. */
  isPublished(article: number): boolean;
  /** True if a text of an article tells of it by "Tuesday", "yesterday" or "today". @param hashes - Of its terms. */
  isTold(article: number, hashes: ReadonlySet<number>): boolean;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** A weekday in a report means one of the days before it was printed. */
const DAYS_OF_WEEK = 7;

export function createDateTests(
  corpus: Corpus,
  analyzer: Analyzer,
  { dates }: QuestionReading,
  question: ExpandedQuestion,
): DateTest[] {
  const { columns } = corpus;
  return dates.map((date): DateTest => {
    const { since, until, span } = date;
    const days = listDays(since, until).map((day) => readDay(analyzer, day));
    return {
      date,
      words: listWordsIn(question, span),
      isPublished: createPublishedTest(corpus, since, until),
      isTold: (article, hashes) => {
        const first = columns.firstDays[article] ?? UNDATED;
        if (first === UNDATED || first !== columns.lastDays[article]) return false;
        return days.some(
          ({ hashesByDay }) => hashesByDay.get(first)?.some((hash) => hashes.has(hash)) ?? false,
        );
      },
    };
  });
}

/** Returns the numbers of a question's words within a part of its text. */
export function listWordsIn({ words }: ExpandedQuestion, { start, end }: Span): number[] {
  return words.flatMap(({ asked: { span } }, i) => (span.start >= start && span.end <= end ? i : []));
}

/** Lists the days of a period of a week at most; `[]` for a longer one. */
function listDays(since: PartialDate | null, until: PartialDate | null): number[] {
  if (since === null || until === null) return [];
  const [first, last] = [Date.parse(firstDay(since)), Date.parse(lastDay(until))];
  const count = Math.round((last - first) / DAY_MS) + 1;
  return count > DAYS_OF_WEEK ? [] : Array.from({ length: count }, (_, i) => first + i * DAY_MS);
}

interface ToldDay {
  /** For each day of publication, the hashes of the words that mean the day. */
  readonly hashesByDay: ReadonlyMap<number, readonly number[]>;
}

function readDay(analyzer: Analyzer, day: number): ToldDay {
  const hashesOf = (...names: string[]): number[] =>
    names.flatMap((name) => analyzer.analyzePhrase(name, 'en').map(hash32));
  const weekday = hashesOf(WEEKDAYS[new Date(day).getUTCDay()] ?? '');
  const hashesByDay = new Map<number, number[]>();
  for (let after = 0; after < DAYS_OF_WEEK; after += 1) {
    const words = after === 0 ? hashesOf('today', 'leo') : after === 1 ? hashesOf('yesterday', 'jana') : [];
    hashesByDay.set(toDayNumber(dayOf(day + after * DAY_MS)), [...weekday, ...words]);
  }
  return { hashesByDay };
}

/** Selects the articles published on a date, and up to a week later, when they may tell of it. */
export function selectDated(
  corpus: Corpus,
  { date: { since, until } }: DateTest,
  within: ArticleSet | undefined,
): ArticleSet {
  const later = until === null ? null : dayOf(Date.parse(lastDay(until)) + (DAYS_OF_WEEK - 1) * DAY_MS);
  return toSet(intersect(within?.mask, selectPublished(corpus, since, later)));
}
