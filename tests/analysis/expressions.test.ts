import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BESIDE, MARKS } from '../../src/core/model/analyzer.js';
import { shareAnalyzer } from '../support/fake-corpus.js';

const analyzer = shareAnalyzer();
const termsIn = (text: string): string[] =>
  analyzer.analyzePassage(text).flatMap(({ words }) => words.map(({ term }) => term));
const termsAsked = (question: string): string[] =>
  analyzer.analyzeQuestion(question).words.map(({ forms }) => forms[0] ?? '');

describe('a figure and its unit', () => {
  it.each([
    ['Sh47,500', ['47500', 'kes']],
    ['KSh 6.4m', ['6400000', 'kes']],
    ['Ksh. 8,250,000', ['8250000', 'kes']],
    ['KES 900', ['900', 'kes']],
    ['2,750 shillings', ['2750', 'kes']],
    ['700/=', ['700', 'kes']],
    ['Sh milioni 18', ['18000000', 'kes']],
    ['milioni 6.4', ['6400000']],
    ['elfu tano', ['5000']],
    ['kumi na saba', ['17']],
    ['$7bn', ['7000000000', 'usd']],
    ['US$40', ['40', 'usd']],
    ['60 dollars', ['60', 'usd']],
    ['14%', ['14', '%']],
    ['14 per cent', ['14', '%']],
    ['14 percent', ['14', '%']],
    ['asilimia 14', ['14', '%']],
    ['forty-seven', ['47']],
    ['sixty thousand', ['60000']],
    ['two hundred and six', ['206']],
    ['the ninth', ['9']],
    ['9th', ['9']],
    ['15k', ['15000']],
    ['40-60 percent', ['40', '60', '%']],
    ['the 1st', ['first']],
    ['6700000', ['6700000']],
    ['6.7 million', ['6700000']],
    ['half a million dollars', ['500000', 'usd']],
    ['quarter of a million', ['250000']],
    ['nusu milioni', ['500000']],
    ['a million', ['1000000']],
    ['a hundred and six', ['106']],
    ['three and a half million', ['3500000']],
    ['3 and a half billion', ['3500000000']],
    ['7 250 shillings', ['7250', 'kes']],
    ['1\u202F400\u202F000', ['1400000']],
  ])('are one term each: %s', (text, terms) => {
    expect(termsIn(`Kamande paid ${text}.`).slice(2)).toEqual(terms);
    expect(termsAsked(`Who owed ${text}?`).slice(1)).toEqual(terms);
  });

  it.each([['DR102'], ['A380'], ['SARS-2'], ['C.2.45.7']])('are not read in the code %s', (code) => {
    expect(termsIn(`They saw ${code} there.`).filter((term) => /^\d/u.test(term))).toEqual([]);
  });

  it('share what was typed', () => {
    const { words } = analyzer.analyzeQuestion('Who stole Sh47,500?');
    expect(words.slice(1)).toMatchObject([
      { word: 'Sh47,500', kind: 'figure', span: { start: 10, end: 18 } },
      { word: 'Sh47,500', kind: 'unit', span: { start: 10, end: 18 } },
    ]);
  });
});

describe('a time of day', () => {
  it.each([
    ['8pm', '20:00'],
    ['8 p.m.', '20:00'],
    ['8.45pm', '20:45'],
    ['2045hrs', '20:45'],
    ['20:45', '20:45'],
    ['12:05am', '00:05'],
    ['6:10', '06:10'],
    ['6:10 a.m', '06:10'],
  ])('is one term however it is written: %s', (typed, term) => {
    expect(termsIn(`Kamande slept at ${typed} in Suba`)).toEqual(['kamand', 'sleep', term, 'suba']);
  });

  it.each([['2:08:15'], ['score 21:75'], ['35pm']])('is not read in %s', (text) => {
    expect(termsIn(text).filter((term) => /^\d\d:\d\d$/u.test(term) && term !== '21:75')).toEqual([]);
  });

  it('is found where it was printed', () => {
    const [, word] = analyzer.analyzeQuestion('meeting at 8.45 p.m. in Suba').words;
    expect(word).toMatchObject({ word: '8.45 p.m.', span: { start: 11, end: 20 } });
  });
});

describe('a date', () => {
  const whole = ['march', '03-14', '2021'];

  it.each([
    ['14 March 2021', whole],
    ['14 Mar 2021', whole],
    ['March 14, 2021', whole],
    ['Mar. 14, 2021', whole],
    ['14th March 2021', whole],
    ['the 14th of March, 2021', whole],
    ['2021-03-14', whole],
    ['14/3/2021', whole],
    ['14.03.2021', whole],
    ['3/14/2021', whole],
    ['14 Machi 2021', whole],
    ['14-Mar-2021', whole],
    ['tarehe 14 mwezi Machi mwaka 2021', whole],
    ['14 March', ['march', '03-14']],
    ['March 2021', ['march', '2021']],
    ['13-14 March', ['march', '03-13', 'march', '03-14']],
    ['13 and 14 March', ['march', '03-13', 'march', '03-14']],
    ['Alhamisi', ['thursday']],
    ['Thursday', ['thursday']],
  ])('is its month, day and year: %s', (text, terms) => {
    const found = analyzer.analyzePassage(`Kamande arrived on ${text}.`)[0]?.words.slice(2) ?? [];
    expect(found.map(({ term }) => term)).toEqual(terms);
    expect(found.every(({ marks }) => (marks & MARKS.date) !== 0)).toBe(true);
  });

  it('stands at one place', () => {
    const [sentence] = analyzer.analyzePassage('On 14 March 2021 Kamande arrived.');
    const marks = sentence?.words.map(({ marks: each }) => each & BESIDE);
    expect(marks).toEqual([0, BESIDE, BESIDE, 0, 0]);
  });

  it('leaves a march that is no month', () => {
    expect(analyzer.analyzeQuestion('march route').words[0]?.kind).toBe('word');
  });
});

describe('a compound', () => {
  it.each([
    ['trade-union', ['trade', 'union', 'tradeunion']],
    ['#FixOurRoads2023', ['fix', 'road', '2023', 'fixourroads2023']],
    ['@mombasa_desk', ['mombasa', 'desk', 'mombasadesk']],
    ['KamandeMwangi', ['kamand', 'mwangi', 'kamandemwangi']],
    ['DR-102', ['dr', 'dr102']],
    ['DR102', ['dr', 'dr102']],
    ['DR 102', ['dr', '102', 'dr102']],
    ['McCharo', ['mccharo']],
    ['https://www.bandari.co.ke/fees', ['bandari', 'co', 'ke', 'bandaricok', 'fee']],
    ['news@bandari.co.ke', ['news', 'bandari', 'co', 'ke', 'bandaricok', 'newsbandaricok']],
    ['Lamu/Witu', ['lamu', 'witu']],
    ['E.A.C.', ['eac']],
    ["Wang'uru", ['wanguru']],
    ['N A K U R U', ['nakuru']],
    ['🌧🌧', ['🌧', '🌧']],
  ])('is its parts and the whole: %s', (text, terms) => {
    expect(termsIn(`They saw ${text} there.`).slice(1)).toEqual(terms);
  });

  it('is read from neighbours of a question', () => {
    const { compounds, words } = analyzer.analyzeQuestion('Who leads the trade union of Lamu?');
    const found = compounds.find(({ normal }) => normal === 'tradeunion');
    expect(found?.words.map((number) => words[number]?.word)).toEqual(['trade', 'union']);
    expect(found?.typed).toBe('trade union');
    expect(compounds.map(({ normal }) => normal)).not.toContain('unionof');
  });

  it('separates words where a space was forgotten', () => {
    expect(termsIn('The shop shut.Kadzo,Mwangi left.')).toEqual(['shop', 'shut', 'kadzo', 'mwangi', 'leav']);
  });
});

describe('a name that is spelt like a stop word', () => {
  it.each([
    ['The WHO sent tents.', ['who', 'send', 'tent']],
    ['They, who sent tents, left.', ['send', 'tent', 'leav']],
    ['THE MEN WHO SENT TENTS', ['men', 'send', 'tent']],
    ['The talks with the U.S. failed.', ['talk', 'us', 'fail']],
    ['Will Kadzo spoke.', ['will', 'kadzo', 'speak']],
    ['The mayor, Will Kadzo, spoke.', ['mayor', 'will', 'kadzo', 'speak']],
    ['Will Kadzo speak?', ['kadzo', 'speak']],
  ])('is kept: %s', (text, terms) => {
    expect(termsIn(text)).toEqual(terms);
  });
});

it('counts how often a word is asked', () => {
  const { words } = analyzer.analyzeQuestion('Kadzo met Kadzo and the mayor');
  expect(words.map(({ word, count }) => [word, count])).toEqual([
    ['Kadzo', 2],
    ['met', 1],
    ['mayor', 1],
  ]);
});

it('gives spans of the original text', () => {
  const pieces = fc.constantFrom(
    'Kadzo',
    'Sh4,500',
    '14 March 2021',
    '#FixRoads',
    'Ng’ang’a',
    'Stra\u00ADße',
    'e\u0301te\u0301',
    'DR102',
    '🌧',
    'noon.The',
    'US$7m',
    'ﬁsh',
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
      const text = parts.join(' ');
      for (const { word, span } of analyzer.analyzeQuestion(text).words) {
        expect(text.slice(span.start, span.end)).toBe(word);
        expect(word.trim()).toBe(word);
        expect(word).not.toBe('');
      }
    }),
    { numRuns: 50 },
  );
});
