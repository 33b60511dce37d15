import { describe, expect, it } from 'vitest';
import { foldArabic, stemArabic } from '../../src/analysis/stem-arabic.js';

describe('foldArabic', () => {
  it.each([
    ['vowel marks', 'مُدَرِّس', 'مدرس'],
    ['the ending of an indefinite object', 'كتاباً', 'كتاب'],
    ['a lengthened line', 'كتـــاب', 'كتاب'],
    ['a carrier of the glottal stop', 'أحمد', 'احمد'],
  ])('removes %s', (_name, word, folded) => {
    expect(foldArabic(word)).toBe(folded);
  });
});

describe('stemArabic', () => {
  it.each([
    ['the article', 'الكتاب', 'كتاب'],
    ['and with the article', 'والكتاب', 'كتاب'],
    ['a plural', 'المدرسون', 'مدرس'],
    ['nothing of a short word', 'الي', 'الي'],
  ])('strips %s', (_name, word, stem) => {
    expect(stemArabic(word)).toBe(stem);
  });
});
