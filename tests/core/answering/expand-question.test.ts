import { describe, expect, it } from 'vitest';
import { listSearchTerms, expandQuestion } from '../../../src/core/answering/expand-question.js';
import { loadWithGlossary, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadWithGlossary(
  [
    { en: ['election', 'poll'], sw: ['uchaguzi'] },
    { en: ['prime minister'], sw: ['waziri mkuu'] },
    { en: ['minister'], sw: ['waziri'] },
    { en: ['volcano'], sw: ['volkeno'] },
    { en: ['the'], sw: ['ya'] },
  ],
  makeArticle('vote', [
    'The Independent Electoral and Boundaries Commission (IEBC) announced the election.',
    'In Kenya the IEBC is watched. A Kenyan said so, and other Kenyans too.',
    'Senator Kalonzo Musyoka met the prime minister of Uganda.',
  ]),
  makeArticle('kura', ['Uchaguzi ulifanyika Jumanne na wananchi walipiga kura.'], { language: 'sw' }),
);

/** What is searched for each word: `term` alone as asked, otherwise `origin:text`. */
function describeTerms(question: string): Record<string, string[]> {
  const { words } = expandQuestion(LOADED, shareAnalyzer(), question);
  return Object.fromEntries(
    words.map(({ word, terms }) => [
      word,
      terms.map(({ origin, text, term }) => (origin === 'question' ? term : `${origin}:${text}`)),
    ]),
  );
}

describe('searchQuestion', () => {
  it.each([
    ['a word that the corpus holds', 'Who announced it?', { announced: ['announc'] }],
    ['a misspelt name', 'Who is Kalonso?', { Kalonso: ['spelling:Kalonzo'] }],
    ['a word that nothing is near to', 'Who is Xylophon?', { Xylophon: ['xylophon'] }],
    ['an English word that only looks like another', 'Who is the actor?', { actor: ['actor'] }],
    [
      'an English word that sounds like another',
      'Was Kalonzo killed?',
      { Kalonzo: ['kalonzo'], killed: ['killed'] },
    ],
    ['a country by its people', 'What of Kenya?', { Kenya: ['kenya', 'relative:Kenyan'] }],
    ['people by their country', 'What of Ugandans?', { Ugandans: ['ugandan', 'relative:Uganda'] }],
    [
      'an acronym by what it stands for',
      'Who is IEBC?',
      {
        IEBC: [
          'iebc',
          ...Array.from({ length: 4 }, () => 'acronym:Independent Electoral and Boundaries Commission'),
        ],
      },
    ],
    [
      'a Swahili word by the English ones that the corpus holds',
      'Nani alishinda uchaguzi?',
      { alishinda: ['alishinda'], uchaguzi: ['kuchagua', 'glossary:election'] },
    ],
    [
      'an English word by the Swahili one',
      'Who won the poll?',
      { won: ['won'], poll: ['poll', 'synonym:election', 'glossary:uchaguzi'] },
    ],
    [
      'a phrase of two words',
      'Waziri mkuu ni nani?',
      {
        Waziri: ['waziri', 'glossary:prime minister', 'glossary:prime minister'],
        mkuu: ['mkuu', 'glossary:prime minister', 'glossary:prime minister'],
      },
    ],
    [
      'nothing for what the corpus holds in neither language',
      'Where is the volcano?',
      { volcano: ['volcano'] },
    ],
  ])('searches %s', (_name, question, expected) => {
    expect(describeTerms(question)).toEqual(expected);
  });

  it('takes an acronym for every word that it stands for', () => {
    const { words } = expandQuestion(
      LOADED,
      shareAnalyzer(),
      'Who is the Independent Electoral and Boundaries Commission?',
    );
    expect(words).toHaveLength(4);
    const [first, ...others] = words.map(({ hashes }) => hashes);
    const shared = first?.filter((hash) => others.every((hashes) => hashes.includes(hash)));
    expect(shared).toHaveLength(1);
    expect(listSearchTerms(words).map(({ term, boost }) => [term, boost])).toEqual([
      ['independ', 1],
      ['iebc', 1],
      ['elector', 1],
      ['boundari', 1],
      ['commiss', 1],
    ]);
  });

  it('weighs a word that is unknown in every way 0', () => {
    const { words } = expandQuestion(LOADED, shareAnalyzer(), 'Xylophon IEBC uchaguzi');
    expect(words.map(({ weight }) => weight > 0)).toEqual([false, true, true]);
  });
});

describe('compounds', () => {
  const loaded = loadWithGlossary(
    [],
    makeArticle('roads', [
      'The footbridge of Mtwapa shut. A water-tank leaked near the bus stop.',
      'The Road Agency of Narok (RAN) paid. He ran to the market and owned a goat.',
      'The Kilifi Education Board (KEBU) met. The sailor of the MtwapaQueen slept.',
    ]),
  );
  const expand = (question: string) => expandQuestion(loaded, shareAnalyzer(), question).words;
  const textsFor = (question: string): string[] =>
    expand(question).flatMap(({ terms }) => terms.map(({ origin, text }) => `${origin}:${text}`));

  it.each([
    ['two words of the question as one of the corpus', 'foot bridge', 'compound:footbridge'],
    ['a hyphen of the question as one word of the corpus', 'foot-bridge', 'compound:footbridge'],
    ['one word of the question as one with a hyphen', 'watertank', 'question:watertank'],
    ['one word of the question as two of the corpus', 'marketgoat', 'compound:market'],
    ['a name of two words without the space', 'mtwapaqueen', 'question:mtwapaqueen'],
  ])('search %s', (_name, question, text) => {
    expect(textsFor(question)).toContain(text);
  });

  it('never respell what splits', () => {
    const words = expand('marketgoat');
    expect(words.map(({ word, weight }) => [word, weight > 0])).toEqual([
      ['marketgoat', true],
      ['marketgoat', true],
    ]);
  });

  it('count the parts of a word that was typed as one as one word', () => {
    const [mtwapa, queen] = expand('MtwapaQueen');
    expect(mtwapa?.terms.map(({ term, boost }) => [term, boost])).toEqual([
      ['mtwapa', 0.5],
      ['mtwapaqueen', 1],
    ]);
    expect(queen?.terms.at(-1)).toMatchObject({ term: 'mtwapaqueen', boost: 1 });
  });

  it.each([
    ['in capitals', 'Who leads RAN?', true],
    ['as an English word', 'Who ran?', false],
  ])('expand an acronym that is typed %s: %s', (_name, question, expected) => {
    expect(textsFor(question).some((text) => text.startsWith('acronym:'))).toBe(expected);
  });

  it('boost a word that is asked twice', () => {
    const boosts = (question: string) => listSearchTerms(expand(question)).map(({ boost }) => boost);
    expect(boosts('Mtwapa')).toEqual([1]);
    expect(boosts('Mtwapa, Mtwapa')).toEqual([Math.SQRT2]);
  });
});

describe('the spelling of Swahili words', () => {
  const loaded = loadWithGlossary(
    [],
    makeArticle('rain', ['A major rain fell on the bees, Koros said.']),
    makeArticle('mgomo', ['Wauguzi waliandamana na maandamano yalikwisha.'], { language: 'sw' }),
  );

  it.each([
    ['keeps a word that begins a question', 'Bei ilipanda?', 'bei'],
    ['keeps a short word', 'ni bei gani?', 'bei'],
    ['keeps a word of an English question', 'who has the maji?', 'maji'],
    ['mends a misspelt word', 'maandmano yalikuwa lini?', 'kuandamana'],
    ['mends a misspelt name', 'Nani ni Korso?', 'koro'],
  ])('%s', (_name, question, term) => {
    const { words } = expandQuestion(loaded, shareAnalyzer(), question);
    expect(words[0]?.terms.map((each) => each.term)).toContain(term);
    expect(words[0]?.terms).toHaveLength(1);
  });
});
