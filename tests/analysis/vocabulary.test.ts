import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisPacker } from '../../src/analysis/pack-analyses.js';
import { editDistance } from '../../src/analysis/vocabulary.js';
import { VocabularyBuilder } from '../../src/analysis/vocabulary.js';
import { minEdits, letterMask } from '../../src/analysis/vocabulary.js';
import { openVocabulary } from '../../src/analysis/vocabulary.js';
import { soundKey } from '../../src/analysis/vocabulary.js';
import { MARKS, type AnalyzedWord } from '../../src/core/model/analyzer.js';

const word = (normal: string, marks: number = MARKS.name): AnalyzedWord => ({
  normal,
  term: `t-${normal}`,
  marks,
});
const open = (...words: readonly AnalyzedWord[]) => {
  const freezer = new VocabularyBuilder();
  const recorder = new AnalysisPacker();
  freezer.add(recorder.add('article', { headline: words, passages: [] }).headline);
  return openVocabulary(freezer.freeze(recorder.forms));
};

describe('nearest', () => {
  const vocabulary = open(
    word('musyoka'),
    word('mahlangu'),
    word('zozibini'),
    word('ruto'),
    word('raila'),
    word('senator', 0),
    word('senator', 0),
    word('senators', 0),
    word('defense', 0),
    word('muhammad'),
    word('mohamed'),
    word('mohamed'),
    word('call', 0),
  );

  it.each([
    ['a letter changed', 'musioka', 'musyoka'],
    ['letters swapped', 'riala', 'raila'],
    ['a letter missing', 'senatr', 'senator'],
    ['the same sound', 'mahlungu', 'mahlangu'],
    ['two letters changed in a long word', 'zozobeni', 'zozibini'],
    ['the one that sounds alike before the one as near', 'mohamad', 'mohamed'],
    ['nothing for two changes in a short word', 'rutta', undefined],
    ['nothing for a word of three letters', 'rut', undefined],
    ['nothing for a number', '2022', undefined],
    ['nothing far away', 'bitcoin', undefined],
    ['nothing for an empty word', '', undefined],
  ])('finds %s', (_name, typed, expected) => {
    expect(vocabulary.nearest(typed)?.word).toBe(expected);
  });

  it('takes the more frequent of two that are as near', () => {
    expect(open(word('kabete'), word('kareti'), word('kareti')).nearest('kaeete')?.word).toBe('kabete');
    expect(open(word('kabete'), word('kadete'), word('kadete')).nearest('kaxete')?.word).toBe('kadete');
  });

  it('finds a word with one letter changed, wherever it stands', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnoprstuwyz')),
      minLength: 4,
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom(...Array.from('aeiou')), (original, at, letter) => {
        const i = at % original.length;
        const typed = original.slice(0, i) + letter + original.slice(i + 1);
        expect(open(word(original)).nearest(typed)?.word).toBe(original);
      }),
    );
  });
});

describe('find', () => {
  it('knows a word, its term and whether it is a name', () => {
    const vocabulary = open(word('kenya'), word('people', 0), word('rose'), word('rose', 0));
    expect(vocabulary.find('kenya')).toEqual({ word: 'kenya', term: 't-kenya', isName: true });
    expect(vocabulary.find('people')?.isName).toBe(false);
    expect(vocabulary.find('rose')?.isName).toBe(false);
    expect(vocabulary.find('uganda')).toBeUndefined();
  });

  it('holds an empty corpus', () => {
    expect(open().find('kenya')).toBeUndefined();
    expect(open().nearest('kenya')).toBeUndefined();
  });
});

describe('editDistance', () => {
  it.each([
    ['raila', 'raila', 0],
    ['raila', 'riala', 1],
    ['ruto', 'rutto', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  it('stops one beyond the most that is asked for, and never contradicts the letter mask', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('abcde')), maxLength: 8 });
    fc.assert(
      fc.property(words, words, fc.nat(4), (a, b, max) => {
        const distance = editDistance(a, b, 99);
        expect(editDistance(a, b, max)).toBe(Math.min(distance, max + 1));
        expect(minEdits(letterMask(a) ^ letterMask(b))).toBeLessThanOrEqual(distance);
      }),
    );
  });
});

describe('soundKey', () => {
  it.each([
    ['mahlungu', 'mahlangu'],
    ['kalonso', 'kalonzo'],
    ['musioka', 'musyoka'],
    ['philip', 'filip'],
    ['kemboi', 'kenboi'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(soundKey(a)).toBe(soundKey(b));
  });

  it('tells words apart that sound otherwise', () => {
    expect(soundKey('ruto')).not.toBe(soundKey('raila'));
  });
});
