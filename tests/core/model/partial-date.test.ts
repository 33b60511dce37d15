import { describe, expect, it } from 'vitest';
import { firstDay, lastDay, parsePartialDate } from '../../../src/core/model/partial-date.js';
import { ENGLISH } from '../../../src/core/locales/english.js';

describe('parsePartialDate', () => {
  it.each([['2023'], ['2023-08'], ['2023-08-16'], ['2024-02-29']])('takes %s', (text) => {
    expect(parsePartialDate(text)).toBe(text);
  });

  it.each([['2023-02-29'], ['2023-13'], ['2023-00'], ['23'], ['2023-8-16'], ['16 Aug 2023'], ['']])(
    'refuses "%s"',
    (text) => {
      expect(parsePartialDate(text)).toBeNull();
    },
  );
});

describe('firstDay, lastDay and the name of a date', () => {
  it.each([
    ['2023', '2023-01-01', '2023-12-31', '2023'],
    ['2024-02', '2024-02-01', '2024-02-29', 'Feb 2024'],
    ['2023-08-06', '2023-08-06', '2023-08-06', '6 Aug 2023'],
  ])('span and name %s', (text, first, last, name) => {
    const date = parsePartialDate(text);
    if (date === null) throw new Error('not a date');
    expect([firstDay(date), lastDay(date), ENGLISH.date(date)]).toEqual([first, last, name]);
  });
});
