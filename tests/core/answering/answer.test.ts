import { describe, expect, it } from 'vitest';
import { parseAskRequest, parseResults, type AskOptions } from '../../../src/core/answering/answer.js';

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
