import { describe, expect, it } from 'vitest';
import { stemSwahili } from '../../src/analysis/languages.js';

describe('stemSwahili', () => {
  it.each([
    ['singular and plural', ['mgombea', 'wagombea'], 'gombea'],
    ['a thing and things', ['kitabuni', 'kitabu'], 'kitabu'],
    ['a ward and in the ward', ['mtaani', 'mtaa'], null],
    ['a short word', ['watu'], 'watu'],
    ['no prefix before a vowel', ['wananchi'], 'nanchi'],
  ])('takes %s', (_name, words, stem) => {
    const stems = new Set(words.map(stemSwahili));
    if (stem === null) expect(stems.size).toBe(words.length);
    else expect([...stems]).toEqual([stem]);
  });
});
