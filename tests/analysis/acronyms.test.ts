import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../src/analysis/acronyms.js';

describe('findAcronyms', () => {
  it.each([
    [
      'small words passed over',
      'results announced by the Independent Electoral and Boundaries Commission (IEBC) on Monday',
      [{ short: 'IEBC', long: 'Independent Electoral and Boundaries Commission' }],
    ],
    ['a small word that counts', 'the Bank of Kenya (BOK)', [{ short: 'BOK', long: 'Bank of Kenya' }]],
    [
      'of in between',
      'said the Central Bank of Kenya (CBK).',
      [{ short: 'CBK', long: 'Central Bank of Kenya' }],
    ],
    ['Swahili', 'kwa Tume Huru ya Uchaguzi (THU)', [{ short: 'THU', long: 'Tume Huru ya Uchaguzi' }]],
    ['a plural', 'some Members of Parliament (MPs) said', [{ short: 'MP', long: 'Members of Parliament' }]],
    [
      'two of them',
      'the Kenya Revenue Authority (KRA) and the Teachers Service Commission (TSC)',
      [
        { short: 'KRA', long: 'Kenya Revenue Authority' },
        { short: 'TSC', long: 'Teachers Service Commission' },
      ],
    ],
    ['initials that do not fit', 'Gideon Ochanda (Bondo), Elisha Odhiambo (GEM)', []],
    ['a name in lower case', 'the central bank (CB)', []],
    ['too few words before it', 'Authority (KRA)', []],
    ['nothing before it', '(KRA)', []],
  ])('finds %s', (_name, text, expected) => {
    expect(findAcronyms(text)).toEqual(expected);
  });
});
