import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findString, freezeStrings, readString } from '../../../src/core/arrays/string-table.js';

describe('string table', () => {
  it('finds every string it holds by value and by number, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.string(), (strings, other) => {
        const table = freezeStrings(strings);
        strings.forEach((string, i) => {
          expect(findString(table, string)).toBe(i);
          expect(readString(table, i)).toBe(string);
        });
        expect(findString(table, other)).toBe(strings.indexOf(other));
      }),
    );
  });
});
