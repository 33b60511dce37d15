import { describe, expect, it } from 'vitest';
import type { MissingWord, ReadFilter } from '../../../src/core/answering/answer.js';
import { describeFilters, listMissing } from '../../../src/core/locales/describe-answer.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';
import { makeAnswer, makeEvidence } from '../../support/make-answer.js';

const date = (text: string | null): PartialDate | null => text as PartialDate | null;
const dates = (since: string | null, until: string | null): ReadFilter => ({
  kind: 'dates',
  since: date(since),
  until: date(until),
});
const lacking = (word: string, instead: string | null = null): MissingWord => ({
  word,
  reason: 'not in this passage',
  instead,
});
const nowhere = (word: string, instead: string | null = null): MissingWord => ({
  word,
  reason: 'nowhere',
  instead,
});

describe('describeFilters', () => {
  it.each([
    ['2022', '2022', '2022', '2022'],
    ['2023-06', '2023-06', 'Jun 2023', 'Jun 2023'],
    ['2023-06-12', '2023-06-12', '12 Jun 2023', '12 Jun 2023'],
    ['2023-02-01', '2023-02-28', 'Feb 2023', 'Feb 2023'],
    ['2023-01', '2023-12-31', '2023', '2023'],
    ['2023-06-12', '2023-06-18', '12–18 Jun 2023', '12–18 Jun 2023'],
    ['2023-06-28', '2023-07-03', '28 Jun – 3 Jul 2023', '28 Jun – 3 Jul 2023'],
    ['2022-12-28', '2023-01-03', '28 Dec 2022 – 3 Jan 2023', '28 Des 2022 – 3 Jan 2023'],
    ['2023-06', '2023-08', 'Jun–Aug 2023', 'Jun–Ago 2023'],
    ['2022-11', '2023-02', 'Nov 2022 – Feb 2023', 'Nov 2022 – Feb 2023'],
    ['2021', '2023', '2021–2023', '2021–2023'],
    ['2021', '2023-06-12', '2021 – 12 Jun 2023', '2021 – 12 Jun 2023'],
    ['2023-06-12', null, 'since 12 Jun 2023', 'tangu 12 Jun 2023'],
    [null, '2021', 'until 2021', 'hadi 2021'],
  ])('names the dates from %s to %s', (since, until, english, swahili) => {
    const filters = [dates(since, until)];
    expect([describeFilters(ENGLISH, filters), describeFilters(SWAHILI, filters)]).toEqual([
      [english],
      [swahili],
    ]);
  });

  it('names every other kind in the order of the question, and nothing for dates without bounds', () => {
    const { article } = makeArticle('a', ['One.'], { title: 'A bridge opens' });
    const filters: ReadFilter[] = [
      { kind: 'outlet', outlet: 'Lake Courier' },
      dates(null, null),
      { kind: 'author', author: 'Wanjiru Kamau' },
      { kind: 'tag', tag: 'floods' },
      { kind: 'article', article },
    ];
    expect(describeFilters(ENGLISH, filters)).toEqual([
      'Lake Courier',
      'by Wanjiru Kamau',
      'tagged floods',
      'A bridge opens',
    ]);
  });
});

describe('the sentence on what is missing', () => {
  it.each([
    [[nowhere('zebra')], 'No article mentions “zebra”.'],
    [[nowhere('Maralal', 'Lodwar')], 'No article mentions “Maralal”; the first quote says “Lodwar” instead.'],
    [[nowhere('zebra'), nowhere('lion')], 'No article mentions “zebra” or “lion”.'],
    [
      [nowhere('zebra'), nowhere('lion', 'goat'), nowhere('hyena', 'dog')],
      'No article mentions “zebra”, “lion” or “hyena”; the first quote says “goat” and “dog” instead.',
    ],
    [[lacking('minister')], 'The first quote does not mention “minister”.'],
    [
      [lacking('minister', 'mayor'), lacking('2019', '2022')],
      'The first quote does not mention “minister” (it says “mayor”) or “2019” (it says “2022”).',
    ],
    [
      [lacking('minister', 'mayor'), nowhere('zebra')],
      'No article mentions “zebra”. The first quote does not mention “minister” (it says “mayor”).',
    ],
  ])('is one for each reason: %j', (words, sentence) => {
    expect(ENGLISH.missing(words)).toBe(sentence);
  });

  it('counts the words that it does not name', () => {
    expect([ENGLISH.missing([lacking('a')], 1), ENGLISH.missing([nowhere('a')], 2)]).toEqual([
      'The first quote does not mention “a”. One more word is missing.',
      'No article mentions “a”. 2 more words are missing.',
    ]);
  });
});

describe('listMissing', () => {
  const loaded = loadArticles(makeArticle('a', ['One.']));
  const request = {
    question: 'q',
    results: 3,
    outlet: null,
    since: null,
    until: null,
    askedOn: null,
    readsFilters: true,
  };

  it('gives of an answer what bars certainty, and of a refusal what no article mentions', () => {
    const parts = { unknownTerms: ['zebra', 'lion', 'zebra'], missing: [lacking('minister')] };
    expect(listMissing(makeAnswer(loaded, request, makeEvidence(loaded, ['a#1']), parts))).toEqual([
      lacking('minister'),
    ]);
    expect(listMissing(makeAnswer(loaded, request, [], parts))).toEqual([nowhere('zebra'), nowhere('lion')]);
  });
});
