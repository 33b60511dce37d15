import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/analysis/fold-text.js';
import { rewriteAll } from '../../src/analysis/rewriting.js';

describe('rewriteAll', () => {
  const rewritten = rewriteAll('one--two, three', /--|, /gu, (match) => (match === '--' ? ' — ' : ''));

  it('replaces every match', () => {
    expect(rewritten.text).toBe('one — twothree');
  });

  it.each([
    ['before an edit', 'one', 'one'],
    ['within one', '—', '--'],
    ['past one', 'two', 'two'],
    ['past all', 'three', 'three'],
    ['across one', 'twothree', 'two, three'],
  ])('locates a part %s', (_name, part, before) => {
    const start = rewritten.text.indexOf(part);
    const span = rewritten.locate({ start, end: start + part.length });
    expect('one--two, three'.slice(span.start, span.end)).toBe(before);
  });
});

describe('foldText', () => {
  it.each([
    ['accents', 'Wamũyũ', 'Wamuyu'],
    ['accents apart from their letters', 'Cafe\u0301', 'Cafe'],
    ['letters that Unicode does not decompose', 'Søren Łuksza, Straße', 'Soren Luksza, Strasse'],
    ['ligatures', 'ﬂoods', 'floods'],
    ['full-width characters', 'ＫＱ４２', 'KQ42'],
    ['soft hyphens and zero-width spaces', 'Na\u00ADku\u200Bru', 'Nakuru'],
    ['curly marks', '“Ng’ombe”', '"Ng\'ombe"'],
  ])('folds %s', (_name, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it('locates every part within the original, in order', () => {
    const letters = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      'ß',
      'ﬁ',
      '\u200B',
      '\u00AD',
      ' ',
      '’',
      '🔥',
      'Ａ',
      '1',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (units) => {
        const text = units.join('');
        const folded = foldText(text);
        let last = 0;
        for (const { 0: part, index } of folded.text.matchAll(/\S+/gu)) {
          const { start, end } = folded.locate({ start: index, end: index + part.length });
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(foldText(text.slice(start, end)).text).toBe(part);
          last = end;
        }
      }),
    );
  });
});
