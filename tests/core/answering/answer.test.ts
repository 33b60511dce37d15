import { describe, expect, it } from 'vitest';
import { readQuestionDates } from '../../../src/analysis/question-dates.js';
import {
  parseAskedOn,
  parseAskRequest,
  parseResults,
  type AskOptions,
} from '../../../src/core/answering/answer.js';

const OUTLETS = [
  { outlet: 'The Star', articles: 2 },
  { outlet: 'The Standard', articles: 1 },
  { outlet: null, articles: 1 },
];

const parse = (options: Partial<AskOptions>) =>
  parseAskRequest({ question: 'Who won?', ...options }, OUTLETS);

describe('parseAskRequest', () => {
  it('fills in the defaults', () => {
    expect(parse({ question: '  Who \n won? ' })).toEqual({
      question: 'Who won?',
      results: 3,
      outlet: null,
      since: null,
      until: null,
      askedOn: null,
      readsFilters: true,
    });
  });

  it.each([
    [{ question: '' }, 'QUESTION_INVALID'],
    [{ question: ' \n ' }, 'QUESTION_INVALID'],
    [{ question: 'x'.repeat(301) }, 'QUESTION_INVALID'],
    [{ results: 0 }, 'RESULTS_INVALID'],
    [{ results: 6 }, 'RESULTS_INVALID'],
    [{ results: 2.5 }, 'RESULTS_INVALID'],
    [{ results: NaN }, 'RESULTS_INVALID'],
    [{ outlet: 'Nation' }, 'OUTLET_UNKNOWN'],
    [{ outlet: 'the sta' }, 'OUTLET_UNKNOWN'],
    [{ since: '16 Aug' }, 'DATE_INVALID'],
    [{ until: '2023-02-30' }, 'DATE_INVALID'],
    [{ since: '2024', until: '2023-12-31' }, 'DATES_REVERSED'],
  ])('refuses %o with %s', (options, code) => {
    expect(() => parse(options)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [{ question: 'x' }, { question: 'x' }],
    [{ question: 'x'.repeat(300) }, { question: 'x'.repeat(300) }],
    [{ results: 1 }, { results: 1 }],
    [{ results: 5 }, { results: 5 }],
    [{ outlet: 'the star' }, { outlet: 'The Star' }],
    [{ outlet: 'stand' }, { outlet: 'The Standard' }],
    [
      { since: '2023', until: '2023-01' },
      { since: '2023', until: '2023-01' },
    ],
  ])('takes %o', (options, expected) => {
    expect(parse(options)).toMatchObject(expected);
  });
});

describe('dates in words', () => {
  const read = (options: Partial<AskOptions>) => {
    const all = { question: 'Who won?', askedOn: '2024-02-29', ...options };
    const { since, until } = parseAskRequest(all, OUTLETS, { readDates: readQuestionDates });
    return [since, until];
  };

  it.each([
    ['20 Nov 2023', '2023-11-20', '2023-11-20'],
    ['20/11/2023', '2023-11-20', '2023-11-20'],
    ['Novemba 2023', '2023-11', '2023-11'],
    ['yesterday', '2024-02-28', '2024-02-28'],
    ['  last   week ', '2024-02-19', '2024-02-25'],
    ['wiki jana', '2024-02-19', '2024-02-25'],
    ['last year', '2023', '2023'],
    ['2023-08', '2023-08', '2023-08'],
    ['from 3 to 7 May 2023', '2023-05-03', '2023-05-07'],
  ])('"%s" since means %s, until means %s', (text, since, until) => {
    expect(read({ since: text })).toEqual([since, null]);
    expect(read({ until: text })).toEqual([null, until]);
  });

  it.each([
    [{ since: 'soon' }],
    [{ since: 'the flood of 2023' }],
    [{ since: '2022 and 2023' }],
    [{ since: 'before 2022' }],
    [{ until: 'after 2022' }],
    [{ until: 'yesterday', askedOn: undefined }],
  ])('refuses %o', (options) => {
    expect(() => read(options)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
  });

  it('are refused where nothing reads them', () => {
    expect(() => parse({ since: 'yesterday', askedOn: '2024-02-29' })).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    );
  });
});

describe('parseAskedOn', () => {
  const NOW = Date.parse('2024-02-29T21:30:00Z');

  it.each([
    [undefined, '2024-03-01'],
    [' ', '2024-03-01'],
    ['2023-06-14', '2023-06-14'],
    ['2023-06-14T23:59', '2023-06-14'],
    ['2023-06-14T23:59:59+03:00', '2023-06-14'],
    ['2023-06-14T20:59:59.999Z', '2023-06-14'],
    ['2023-06-14T21:00:00Z', '2023-06-15'],
  ])('reads %s as the day %s in Nairobi', (text, day) => {
    expect(parseAskedOn(text, NOW)).toBe(day);
  });

  it.each(['soon', '2023', '2023-02-30', '2023-06-14T25:00Z', '14 June 2023'])('refuses "%s"', (text) => {
    expect(() => parseAskedOn(text, NOW)).toThrow(expect.objectContaining({ code: 'TIME_INVALID' }));
  });
});

describe('parseResults', () => {
  it.each([
    ['0', 5],
    ['6', 5],
    ['2.5', 5],
    ['many', 5],
    ['11', 10],
  ])('refuses %s of at most %i, and says what was typed', (text, most) => {
    const facts = { results: text, most };
    expect(() => parseResults(text, most)).toThrow(
      expect.objectContaining({ code: 'RESULTS_INVALID', facts: expect.objectContaining(facts) as object }),
    );
  });

  it.each([
    ['1', 1],
    ['5', 5],
    ['', undefined],
    [' ', undefined],
    [undefined, undefined],
  ])('takes %o', (text, expected) => {
    expect(parseResults(text)).toBe(expected);
  });
});
