import { describe, expect, it } from 'vitest';
import { readTraits } from '../../src/analysis/sentence-traits.js';

describe('a sentence', () => {
  it.each([
    'Who dug the well?',
    'Q: Who dug the well',
    '“Who dug the well?”',
    '“Who dug the well?” the elder asked.',
    'The elder asked, "Who dug the well?"',
    '"Nani alichimba kisima?" mzee aliuliza.',
    '"Who dug the well?" herders ask.',
    '"Who dug the well?" visitors wonder.',
  ])('asks: %s', (text) => {
    expect(readTraits(text, []).isQuestion).toBe(true);
  });

  it.each([
    'The women dug it.',
    'He asked who dug the well.',
    '"Who dug it? We did," they said.',
    'The song "Who Dug It?" is old.',
  ])('does not ask: %s', (text) => {
    expect(readTraits(text, []).isQuestion).toBe(false);
  });

  it.each([
    'It is deep.',
    'But she left.',
    '“They dug.”',
    'Those men left.',
    'Yeye ni mzee.',
    'Hiyo ni kubwa.',
  ])('points back: %s', (text) => {
    expect(readTraits(text, []).pointsBack).toBe(true);
  });

  it.each(['The well is deep.', 'Italy won.', 'Hernia hurts.', 'Hatima ya kisima haijulikani.'])(
    'does not point back: %s',
    (text) => {
      expect(readTraits(text, []).pointsBack).toBe(false);
    },
  );

  it.each([
    ['Iten | 31', true],
    ['Iten has 31.', false],
  ])('is a row of a table or not: %s', (text, expected) => {
    expect(readTraits(text, []).isRow).toBe(expected);
  });
});
