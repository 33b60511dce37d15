import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareAnalyzer } from '../support/fake-corpus.js';

const analyzer = shareAnalyzer();

describe('analyzeQuestion', () => {
  it.each([
    ['Who mediated the talks?', ['mediat', 'talk']],
    ["What were Raila's and Raila’s demands?", ['raila', 'demand']],
    ['Who is the MP for Lang’ata?', ['mp', "lang'ata"]],
    ['MUTHONI Műthoni', ['muthoni']],
    ['What happened in 2022?', ['happen', '2022']],
    ['Nani aliongoza maandamano ya wananchi?', ['aliongoza', 'maandamano', 'wananchi']],
    ['who is he', []],
    ['?!', []],
  ])('finds the terms of "%s"', (question, terms) => {
    expect(analyzer.analyzeQuestion(question).map(({ forms }) => forms[0])).toEqual(terms);
  });

  it('remembers the word as it was typed', () => {
    expect(analyzer.analyzeQuestion('Was Supreem Court right?')[0]).toEqual({
      word: 'Supreem',
      forms: ['supreem'],
      otherForms: [],
    });
  });
});

describe('the forms of a word', () => {
  it.each([
    ['are stems in a plainly English question', 'Who leads the parties?', 'parties', ['parti'], ['parties']],
    [
      'are whole words in a plainly Swahili question',
      'Nani aliongoza parties?',
      'parties',
      ['parties'],
      ['parti'],
    ],
    ['are both where the language is not plain', 'Rais Ruto', 'Rais', ['rai', 'rais'], []],
  ])('%s', (_name, question, word, forms, otherForms) => {
    const found = analyzer.analyzeQuestion(question).find((each) => each.word === word);
    expect(found).toEqual({ word, forms, otherForms });
  });
});

describe('analyzePassage', () => {
  it('finds sentences and the terms of each', () => {
    const text = 'Mr. Ruto spoke in Eldoret. He won 7.1 million votes, the IEBC said.';
    const sentences = analyzer.analyzePassage(text);
    expect(sentences.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Mr. Ruto spoke in Eldoret.',
      'He won 7.1 million votes, the IEBC said.',
    ]);
    expect(sentences[1]?.terms).toEqual(['won', '7.1', 'million', 'vote', 'iebc']);
  });

  it('does not stem Swahili words as English ones', () => {
    const [sentence] = analyzer.analyzePassage('Wananchi wamechoka na siasa za viongozi wao.');
    expect(sentence?.terms).toEqual(['wananchi', 'wamechoka', 'siasa', 'viongozi']);
  });

  it('gives one sentence at least to any text, and covers it with trimmed slices in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (raw) => {
        const text = raw.replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();
        fc.pre(text !== '');
        const spans = analyzer.analyzePassage(text).map(({ span }) => span);
        expect(spans.length).toBeGreaterThan(0);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(span.start, span.end).trim()).toHaveLength(span.end - span.start);
          end = span.end;
        }
      }),
    );
  });
});

describe('detectLanguage', () => {
  it.each([
    ['The president said that the election was over.', 'en'],
    ['Rais alisema kwamba uchaguzi umekwisha na watu wafanye kazi.', 'sw'],
    ['IEBC', 'en'],
  ])('takes "%s" for %s', (text, language) => {
    expect(analyzer.detectLanguage(text)).toBe(language);
  });
});
