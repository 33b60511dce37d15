import { describe, expect, it } from 'vitest';
import { createDateTests, type DateTest, selectDated } from '../../../src/core/answering/date-agreement.js';
import { expandQuestion } from '../../../src/core/answering/expand-question.js';
import { toSet } from '../../../src/core/answering/filter-articles.js';
import { readQuestion } from '../../../src/core/answering/read-question.js';
import { hash32 } from '../../../src/core/arrays/hash.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

/** 5 March 2024 was a Tuesday. */
const LOADED = loadArticles(
  makeArticle('a-tuesday', ['A bus fell on Tuesday.'], { published: '2024-03-05' }),
  makeArticle('b-wednesday', ['A bus fell on Tuesday.'], { published: '2024-03-06' }),
  makeArticle('c-sunday', ['A bus fell on Tuesday.'], { published: '2024-03-10' }),
  makeArticle('d-next-week', ['A bus fell on Tuesday.'], { published: '2024-03-12' }),
  makeArticle('e-month', ['A bus fell.'], { published: '2024-03' }),
  makeArticle('f-undated', ['A bus fell.']),
);
const { corpus } = LOADED;
const ids = [...corpus.articleIds()];

function testsOf(question: string): DateTest[] {
  const request = { question, askedOn: '2024-03-07' as PartialDate, readsFilters: true };
  const reading = readQuestion(corpus, shareAnalyzer(), request);
  return createDateTests(
    corpus,
    shareAnalyzer(),
    reading,
    expandQuestion(LOADED, shareAnalyzer(), reading.searched),
  );
}

/** The first test of a question. */
function testOf(question: string): DateTest {
  const [test] = testsOf(question);
  if (!test) throw new Error(`no date in ${question}`);
  return test;
}

const hashesOf = (...words: string[]): ReadonlySet<number> =>
  new Set(words.flatMap((word) => shareAnalyzer().analyzePhrase(word, 'en').map(hash32)));
const publishedOn = (question: string): string[] =>
  ids.filter((_, number) => testOf(question).isPublished(number));
const toldIn = (question: string, ...words: string[]): string[] =>
  ids.filter((_, number) => testOf(question).isTold(number, hashesOf(...words)));

describe('a date of a question', () => {
  it.each([
    ['Which bus fell on 5 March 2024?', ['a-tuesday', 'e-month']],
    ['Which bus fell in March 2024?', ['a-tuesday', 'b-wednesday', 'c-sunday', 'd-next-week', 'e-month']],
    ['Which bus fell yesterday?', ['b-wednesday', 'e-month']],
    ['Which bus fell in 2023?', []],
  ])('agrees with the day of publication as far as that is known: "%s"', (question, expected) => {
    expect(publishedOn(question)).toEqual(expected);
  });

  it('agrees with a weekday in a report of the week after', () => {
    expect(toldIn('Which bus fell on 5 March 2024?', 'Tuesday')).toEqual([
      'a-tuesday',
      'b-wednesday',
      'c-sunday',
    ]);
  });

  it.each([
    ['today', ['a-tuesday']],
    ['yesterday', ['b-wednesday']],
    ['Friday', []],
  ])('agrees with "%s" as the day of publication has it', (word, expected) => {
    expect(toldIn('Which bus fell on 5 March 2024?', word)).toEqual(expected);
  });

  it('does not agree with a weekday if it is longer than a week', () => {
    expect(toldIn('Which bus fell in March 2024?', 'Tuesday')).toEqual([]);
  });

  it('knows the words of the question that name it', () => {
    const question = 'Which bus fell in March 2024?';
    const { words } = expandQuestion(LOADED, shareAnalyzer(), question);
    expect(testOf(question).words.map((number) => words[number]?.asked.normal)).toEqual(['march', '2024']);
    expect(testOf('Which bus fell yesterday?').words).toEqual([]);
  });

  it('is one of several', () => {
    expect(testsOf('Which buses fell on 5 March 2024 and in 2023?')).toHaveLength(2);
    expect(testsOf('Which buses fell?')).toEqual([]);
  });
});

describe('selectDated', () => {
  const select = (question: string, within?: readonly string[]): string[] => {
    const searched = within && toSet(Uint8Array.from(ids, (id) => (within.includes(id) ? 1 : 0)));
    const { mask, size } = selectDated(corpus, testOf(question), searched);
    const selected = ids.filter((_, number) => mask[number] === 1);
    expect(size).toBe(selected.length);
    return selected;
  };

  it('selects what was published on the date, and up to six days later', () => {
    expect(select('Which bus fell on 5 March 2024?')).toEqual([
      'a-tuesday',
      'b-wednesday',
      'c-sunday',
      'e-month',
    ]);
  });

  it('keeps to the articles searched', () => {
    expect(select('Which bus fell on 5 March 2024?', ['c-sunday', 'd-next-week', 'f-undated'])).toEqual([
      'c-sunday',
    ]);
  });
});
