import { describe, expect, it } from 'vitest';
import { findAcronyms, findInstitutions, joinInitials } from '../../src/analysis/acronyms.js';

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

describe('the acronym of an institution', () => {
  it.each([
    ['The Kwale Coconut Farmers Union rose.', [{ short: 'KCFU', long: 'Kwale Coconut Farmers Union' }]],
    [
      'at the Bureau of Anti-Poaching and Parks',
      [{ short: 'BAPP', long: 'Bureau of Anti-Poaching and Parks' }],
    ],
    ['said Peter Kamau Otieno', []],
    ['the Kwale Union', []],
  ])('is made of its initials: %s', (text, expected) => {
    expect(findInstitutions(text)).toEqual(expected);
  });

  it('is read in lower case, too', () => {
    expect(joinInitials(['kwale', 'coconut', 'farmers', 'union'])).toBe('kcfu');
    expect(joinInitials(['the', 'coconut', 'farmers', 'union'])).toBe('');
  });
});
