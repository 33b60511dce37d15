import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestionDates } from '../../src/analysis/question-dates.js';
import { firstDay, lastDay, type PartialDate } from '../../src/core/model/partial-date.js';

/** A Thursday. */
const ASKED_ON = '2024-02-29' as PartialDate;

/** Writes each date as `words: since..until`, with `~` for a relative one and nothing for an open end. */
function read(text: string, askedOn: PartialDate | null = ASKED_ON): string[] {
  return readQuestionDates(text, askedOn).map(
    ({ span, since, until, isRelative }) =>
      `${text.slice(span.start, span.end)}: ${isRelative ? '~' : ''}${since ?? ''}..${until ?? ''}`,
  );
}

describe('readQuestionDates', () => {
  it.each([
    ['Who sang on 7 May 2019?', 'on 7 May 2019: 2019-05-07..2019-05-07'],
    ['Who sang on May 7th, 2019?', 'on May 7th, 2019: 2019-05-07..2019-05-07'],
    ['Who sang on 7/5/2019?', 'on 7/5/2019: 2019-05-07..2019-05-07'],
    ['Who sang on 07.05.2019?', 'on 07.05.2019: 2019-05-07..2019-05-07'],
    ['concert 2019-05-07', '2019-05-07: 2019-05-07..2019-05-07'],
    ['concert of Tuesday 7 May 2019', 'of Tuesday 7 May 2019: 2019-05-07..2019-05-07'],
    ['concerts of 2019-05', 'of 2019-05: 2019-05..2019-05'],
    ['the dam in May 2019', 'in May 2019: 2019-05..2019-05'],
    ['the 2019 dam', 'the 2019: 2019..2019'],
    ['bwawa la mwaka wa 2019', 'la mwaka wa 2019: 2019..2019'],
    ['nani aliimba tarehe 7 Mei 2019', 'tarehe 7 Mei 2019: 2019-05-07..2019-05-07'],
    ['nani aliimba mnamo Julai 2019', 'mnamo Julai 2019: 2019-07..2019-07'],
    ['mvua ya mwezi wa tano 2019', 'ya mwezi wa tano 2019: 2019-05..2019-05'],
    ['“Mvua” – 7 Machi 2019', '7 Machi 2019: 2019-03-07..2019-03-07'],
  ])('reads the written date of "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null)).toEqual([expected]);
  });

  it.each([
    ['who spoke today', 'today: ~2024-02-29..2024-02-29'],
    ["yesterday's match", "yesterday's: ~2024-02-28..2024-02-28"],
    ['rain the day before yesterday', 'the day before yesterday: ~2024-02-27..2024-02-27'],
    ['fire last night', 'last night: ~2024-02-28..2024-02-28'],
    ['fire this morning', 'this morning: ~2024-02-29..2024-02-29'],
    ['fires this week', 'this week: ~2024-02-26..2024-03-03'],
    ['fires last week', 'last week: ~2024-02-19..2024-02-25'],
    ['fires this month', 'this month: ~2024-02..2024-02'],
    ['fires last month', 'last month: ~2024-01..2024-01'],
    ['fires late last year', 'late last year: ~2023..2023'],
    ['fires three years ago', 'three years ago: ~2021..2021'],
    ['fires 2 weeks ago', '2 weeks ago: ~2024-02-12..2024-02-18'],
    ['fires in the past two months', 'in the past two months: ~2023-12-29..2024-02-29'],
    ['fire on Thursday', 'on Thursday: ~2024-02-29..2024-02-29'],
    ['fire on Friday', 'on Friday: ~2024-02-23..2024-02-23'],
    ['fire last Thursday', 'last Thursday: ~2024-02-22..2024-02-22'],
    ['fire on Friday this week', 'on Friday this week: ~2024-03-01..2024-03-01'],
    ['fire on Monday last week', 'on Monday last week: ~2024-02-19..2024-02-19'],
    ['fire last weekend', 'last weekend: ~2024-02-24..2024-02-25'],
    ['fires last November', 'last November: ~2023-11..2023-11'],
    ['fires last February', 'last February: ~2023-02..2023-02'],
    ['fire on 7 May last year', 'on 7 May last year: ~2023-05-07..2023-05-07'],
    ['moto leo asubuhi', 'leo asubuhi: ~2024-02-29..2024-02-29'],
    ['moto wa jana', 'wa jana: ~2024-02-28..2024-02-28'],
    ['moto juzi', 'juzi: ~2024-02-27..2024-02-27'],
    ['moto wiki hii', 'wiki hii: ~2024-02-26..2024-03-03'],
    ['moto wiki jana', 'wiki jana: ~2024-02-19..2024-02-25'],
    ['moto mwezi huu', 'mwezi huu: ~2024-02..2024-02'],
    ['moto mwezi uliopita', 'mwezi uliopita: ~2024-01..2024-01'],
    ['moto mwaka huu', 'mwaka huu: ~2024..2024'],
    ['moto mwaka jana', 'mwaka jana: ~2023..2023'],
    ['moto miaka mitatu iliyopita', 'miaka mitatu iliyopita: ~2021..2021'],
    ['moto siku ya Ijumaa', 'siku ya Ijumaa: ~2024-02-23..2024-02-23'],
    ['moto Alhamisi iliyopita', 'Alhamisi iliyopita: ~2024-02-22..2024-02-22'],
  ])('reads the relative date of "%s", unless no day is given', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(read(text, null)).toEqual([]);
  });

  it.each([
    ['taxes since 2019', 'since 2019: 2019..'],
    ['taxes after 2019', 'after 2019: 2020..'],
    ['taxes after 31 December 2019', 'after 31 December 2019: 2020-01-01..'],
    ['taxes before May 2019', 'before May 2019: ..2019-04'],
    ['taxes until 7 May 2019', 'until 7 May 2019: ..2019-05-07'],
    ['taxes since Monday', 'since Monday: ~2024-02-26..'],
    ['taxes since October', 'since October: ~2023-10..'],
    ['kodi kabla ya Mei 2019', 'kabla ya Mei 2019: ..2019-04'],
    ['kodi baada ya 2019', 'baada ya 2019: 2020..'],
    ['kodi tangu Jumatatu', 'tangu Jumatatu: ~2024-02-26..'],
    ['kodi hadi jana', 'hadi jana: ~..2024-02-28'],
    ['taxes between 2017 and 2019', 'between 2017 and 2019: 2017..2019'],
    ['taxes from May 2017 to July 2019', 'from May 2017 to July 2019: 2017-05..2019-07'],
    ['taxes between May and July 2019', 'between May and July 2019: 2019-05..2019-07'],
    ['taxes between 3 and 7 May 2019', 'between 3 and 7 May 2019: 2019-05-03..2019-05-07'],
    ['taxes from 3 to 7 May 2019', 'from 3 to 7 May 2019: 2019-05-03..2019-05-07'],
    ['taxes 2017–2019', '2017–2019: 2017..2019'],
    ['taxes from Friday to Sunday', 'from Friday to Sunday: ~2024-02-23..2024-02-25'],
    ['kodi kati ya Mei na Julai 2019', 'kati ya Mei na Julai 2019: 2019-05..2019-07'],
    ['kodi kuanzia 2017 hadi 2019', 'kuanzia 2017 hadi 2019: 2017..2019'],
  ])('reads the ends of "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('reads several dates in their order', () => {
    expect(read('Who led it before 2013 and who led it last year?')).toEqual([
      'before 2013: ..2012',
      'last year: ~2023..2023',
    ]);
  });

  it.each([
    'May the speaker march on?',
    'The sun sat on the second hill now',
    'Who was mar Elias?',
    'Why was this march stopped?',
    'Who led the march of 2000 people?',
    'Are 48,000 or 2.5 enough?',
    'Article 43 and section 2010',
    'a fine of Sh 2000',
    'a fine of 2000 shillings',
    'over 2000 teachers',
    'What is Vision 2030?',
    'Who called 0720201911?',
    'at 2:30pm for two days, 24/7',
    'the 7th of May',
    'on Tuesday 7 May',
    '31/02/2019 and 2019-13-40',
    'every Monday and next Tuesday, Jumatatu ijayo',
    'What did the Sunday Lantern print?',
    'Good Friday prayers',
    'Taifa Leo',
    'a few days ago',
    'the last week of the campaign',
  ])('reads no date in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });
});

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PartialDate);

const WORDS =
  'between and from to since before after the 3 7th 31 May August 2019 2022 1999-12 7/5/2019 Monday on Friday last this week month year ago two past yesterday today 🎉 “x” – jana tangu kabla ya kati na hadi wiki iliyopita mwaka wa Mei tarehe mwezi tano'.split(
    ' ',
  );

describe('the dates of any text', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  it('lie in it in order, begin before they end, and are the same every time', () => {
    fc.assert(
      fc.property(text, fc.option(day), (question, askedOn) => {
        const dates = readQuestionDates(question, askedOn);
        expect(readQuestionDates(question, askedOn)).toEqual(dates);
        let read = 0;
        for (const { span, since, until } of dates) {
          expect(span.start).toBeGreaterThanOrEqual(read);
          expect(span.end).toBeGreaterThan(span.start);
          read = span.end;
          expect(since ?? until).not.toBeNull();
          if (since && until) expect(firstDay(since) <= lastDay(until)).toBe(true);
        }
        expect(read).toBeLessThanOrEqual(question.length);
      }),
      { numRuns: 1000 },
    );
  });
});
