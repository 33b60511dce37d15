import { describe, expect, it } from 'vitest';
import type { ReadFilter } from '../../../src/core/answering/answer.js';
import { type QuestionReading, readQuestion } from '../../../src/core/answering/read-question.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('dam', ['The dam at Masinga burst its banks.'], {
    title: 'Masinga dam bursts its banks',
    outlet: 'The Daily Lantern',
    author: 'Amina Wekesa',
    published: '2023-03-06',
    url: 'https://www.lantern.example/news/dam',
    tags: ['Floods', 'Public works'],
  }),
  makeArticle('goats', ['Goats were sold at Kibwezi.'], {
    title: 'Goats sold',
    outlet: 'Standard',
    author: 'Otieno Baraka',
    published: '2024-05',
    url: 'https://standard.example/goats',
  }),
  makeArticle('undated', ['The mayor of Lamu sang.'], { title: 'Song of the mayor' }),
);

/** A Thursday. */
const ASKED_ON = '2024-02-29' as PartialDate;
const read = (
  question: string,
  readsFilters = true,
  askedOn: PartialDate | null = ASKED_ON,
): QuestionReading => readQuestion(corpus, shareAnalyzer(), { question, askedOn, readsFilters });
/** What is searched for, with single spaces. */
const searched = (question: string): string => read(question).searched.replace(/\s+/gu, ' ').trim();

/** Writes a filter as `kind value`. */
function tell(filter: ReadFilter): string {
  switch (filter.kind) {
    case 'outlet':
      return `outlet ${filter.outlet}`;
    case 'author':
      return `author ${filter.author}`;
    case 'tag':
      return `tag ${filter.tag}`;
    case 'site':
      return `site ${filter.site}`;
    case 'article':
      return `article ${filter.article.id}`;
    case 'dates':
      return `dates ${filter.since ?? ''}..${filter.until ?? ''}`;
  }
}
const filtersOf = (question: string): string[] => read(question).filters.map(tell);

describe('the articles that a question means', () => {
  it.each([
    ['What burst according to the Daily Lantern?', 'outlet The Daily Lantern', 'What burst ?'],
    ['According to Daily Lantern, what burst?', 'outlet The Daily Lantern', ', what burst?'],
    ['What did the Daily Lantern report about the dam?', 'outlet The Daily Lantern', 'What about the dam?'],
    ['stories in the daily lantern on goats', 'outlet The Daily Lantern', 'on goats'],
    ['dam reported by the Daily Lantern', 'outlet The Daily Lantern', 'dam'],
    ['Daily Lantern article on goats', 'outlet The Daily Lantern', 'on goats'],
    ['What burst in the Daily Lantern?', 'outlet The Daily Lantern', 'What burst ?'],
    ['goats, Daily Lantern', 'outlet The Daily Lantern', 'goats,'],
    [
      'Nini kilipasuka kwa mujibu wa gazeti la Daily Lantern?',
      'outlet The Daily Lantern',
      'Nini kilipasuka ?',
    ],
    ['What did the Standard say about goats?', 'outlet Standard', 'What about goats?'],
    ['articles by Amina Wekesa about the dam', 'author Amina Wekesa', 'about the dam'],
    ['What did Amina Wekesa write about the dam?', 'author Amina Wekesa', 'What about the dam?'],
    ['goats, written by otieno baraka', 'author Otieno Baraka', 'goats,'],
    ['dam articles tagged floods', 'tag Floods', 'dam articles'],
    ['dam, filed under “Public works”', 'tag Public works', 'dam,'],
    ['goats from the floods section', 'tag Floods', 'goats'],
    ['goats on standard.example', 'site standard.example', 'goats'],
    ['dam from https://www.lantern.example', 'site lantern.example', 'dam'],
    ['When was https://www.lantern.example/news/dam printed?', 'article dam', 'When was printed?'],
    ['Who speaks in “Masinga dam bursts its banks”?', 'article dam', 'Who speaks in ?'],
    ['Masinga dam bursts its banks', 'article dam', 'Masinga dam bursts its banks'],
  ])('are told by "%s"', (question, filter, rest) => {
    expect(filtersOf(question)).toEqual([filter]);
    expect(searched(question)).toBe(rest);
  });

  it('are those that all filters mean', () => {
    expect(filtersOf('articles by Amina Wekesa on goats, Daily Lantern')).toEqual([
      'outlet The Daily Lantern',
      'author Amina Wekesa',
    ]);
  });

  it.each([
    ['What is the standard of living in Lamu?'],
    ['Who raised the standard?'],
    ['Did the goats fall short by standard'],
    ['Who lit the lantern daily?'],
    ['What does Amina say to Wekesa?'],
    ['articles by Nobody Known'],
    ['goats on unknown.example'],
    ['articles tagged gardening'],
    ['“Goats sold”'],
    ['Who quotes “Masinga dam bursts”?'],
  ])('are all of them for "%s"', (question) => {
    expect(filtersOf(question)).toEqual([]);
  });

  it('are all of them where filters are not to be read', () => {
    const question = 'dam articles by Amina Wekesa in the Daily Lantern before 2022 yesterday';
    expect(read(question, false)).toMatchObject({ filters: [], dates: [], isRelativeToDay: false });
  });

  it('are all of them in a corpus without outlets', () => {
    const plain = loadArticles(makeArticle('a', ['The dam burst.'])).corpus;
    const request = { question: 'What burst according to the Lantern?', askedOn: null, readsFilters: true };
    expect(readQuestion(plain, shareAnalyzer(), request).filters).toEqual([]);
  });
});

describe('the dates of a question', () => {
  const datesOf = (question: string): string[] =>
    read(question).dates.map(({ since, until }) => `${since ?? ''}..${until ?? ''}`);

  it.each([
    ['Which dams burst before 2022?', '..2021'],
    ['Which dams burst since March 2023?', '2023-03..'],
  ])('say when articles were printed if they are open: "%s"', (question, dates) => {
    expect(filtersOf(question)).toEqual([`dates ${dates}`]);
    expect(datesOf(question)).toEqual([]);
    expect(searched(question)).toBe('Which dams burst ?');
  });

  it.each([
    ['Which dam burst on 6 March 2023?', '2023-03-06..2023-03-06', 'Which dam burst on 6 March 2023?'],
    ['Which dam burst in 2023?', '2023..2023', 'Which dam burst in 2023?'],
    ['Which dam burst yesterday?', '2024-02-28..2024-02-28', 'Which dam burst ?'],
    ['Which dam burst last week?', '2024-02-19..2024-02-25', 'Which dam burst ?'],
    ['Which dam burst on Monday?', '2024-02-26..2024-02-26', 'Which dam burst on Monday?'],
    ['Bwawa gani lilipasuka jana?', '2024-02-28..2024-02-28', 'Bwawa gani lilipasuka ?'],
  ])('are matched otherwise: "%s"', (question, dates, rest) => {
    expect(filtersOf(question)).toEqual([]);
    expect(datesOf(question)).toEqual([dates]);
    expect(searched(question)).toBe(rest);
  });

  it('say when articles were printed if nothing else but a filter is there', () => {
    expect(filtersOf('articles by Amina Wekesa in March 2023')).toEqual([
      'author Amina Wekesa',
      'dates 2023-03..2023-03',
    ]);
    expect(filtersOf('articles by Amina Wekesa on the dam in March 2023')).toEqual(['author Amina Wekesa']);
  });

  it('count from the day of asking only if one is given', () => {
    expect(read('Which dam burst yesterday?').isRelativeToDay).toBe(true);
    expect(read('Which dam burst in 2023?').isRelativeToDay).toBe(false);
    expect(read('Which dam burst yesterday?', true, null)).toMatchObject({
      dates: [],
      isRelativeToDay: false,
    });
  });
});

describe('the order that a question asks for', () => {
  it.each([
    ['Who is the current mayor of Lamu?', 'newest', 'Who is mayor of Lamu?'],
    ['the latest price of goats', 'newest', 'price of goats'],
    ['Who is the mayor now?', 'newest', 'Who is the mayor ?'],
    ['Nani ni meya wa sasa?', 'newest', 'Nani ni meya ?'],
    ['the oldest bridge', 'oldest', 'bridge'],
    ['Who was the first mayor of Lamu?', 'oldest', 'Who was the first mayor of Lamu?'],
    ['When did the dam burst last?', 'newest', 'When did the dam burst last?'],
    ['Who is the mayor of Lamu?', null, 'Who is the mayor of Lamu?'],
    ['Is the river current strong?', null, 'Is the river current strong?'],
  ] as const)('is read in "%s"', (question, order, rest) => {
    expect(read(question).order).toBe(order);
    expect(searched(question)).toBe(rest);
  });

  it('is not read from a date', () => {
    expect(read('Which dam burst last week?').order).toBeNull();
  });

  it('is none in a corpus without dates', () => {
    const plain = loadArticles(makeArticle('a', ['The dam burst.'])).corpus;
    const request = { question: 'the latest dam', askedOn: null, readsFilters: true };
    expect(readQuestion(plain, shareAnalyzer(), request).order).toBeNull();
  });
});

describe('the phrases of a question', () => {
  it.each([
    ['Who said “the banks burst”?', ['the banks burst']],
    ['Who said "burst its banks" at "Masinga"?', ['burst its banks', 'Masinga']],
    ["Who said 'the mayor's song'?", ["the mayor's song"]],
    ['Nani alisema «maji yamejaa»?', ['maji yamejaa']],
    ["What are the mayor's and the county's plans?", []],
    ["the 'mayor'", []],
    ['Who said “…”?', []],
  ])('are in quotation marks: %s', (question, phrases) => {
    expect(read(question).phrases.map(({ text }) => text)).toEqual(phrases);
  });

  it('are none of the words that tell which article is meant', () => {
    expect(read('Who speaks in “Masinga dam bursts its banks”?').phrases).toEqual([]);
  });

  it('stand where they were typed, with their marks', () => {
    const question = 'Who said “the banks burst”?';
    const [phrase] = read(question).phrases;
    expect(question.slice(phrase?.span.start, phrase?.span.end)).toBe('“the banks burst”');
  });
});

describe('what a question is searched for', () => {
  it.each([
    ['I live near Lamu. Which dam burst?', 'Which dam burst?'],
    ['Which dam burst? My brother wants to know.', 'Which dam burst?'],
    ['My goats were sold. We sang.', 'My goats were sold. We sang.'],
    ['Hello, which dam burst? Thanks!', ', which dam burst? !'],
    ['Can anyone tell me which dam burst?', 'which dam burst?'],
  ])('is not what the asker says of himself: "%s"', (question, rest) => {
    expect(searched(question)).toBe(rest);
  });

  it('keeps the offsets of the question', () => {
    const question = 'Hi, what burst yesterday according to the Daily Lantern?';
    expect(read(question).searched).toHaveLength(question.length);
  });

  it('is the question as typed where nothing would be left', () => {
    expect(read('Can anyone tell me?').searched).toBe('Can anyone tell me?');
  });

  it('is told from small talk', () => {
    expect(read('Hello, thanks a lot!').isGreeting).toBe(true);
    expect(read('Hello, which dam burst?').isGreeting).toBe(false);
  });
});

const { corpus: outlets } = loadArticles(
  makeArticle('salt', ['Salt costs 30 shillings.'], { outlet: 'Delta Echo' }),
  makeArticle('rice', ['Rice costs 90 shillings.'], { outlet: 'Hill Post' }),
);

describe('an outlet at the end of a question', () => {
  it.each([
    'price of salt, Delta Echo',
    'price of salt (Delta Echo)',
    'price of salt - Delta Echo',
    'How much is salt, the delta echo?',
  ])('is a filter: %s', (question) => {
    const { filters } = readQuestion(outlets, shareAnalyzer(), {
      question,
      askedOn: null,
      readsFilters: true,
    });
    expect(filters).toMatchObject([{ kind: 'outlet', outlet: 'Delta Echo' }]);
  });
});
