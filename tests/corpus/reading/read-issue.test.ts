import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../src/corpus/reading/yaml.js';

const custom = (message: string, path: string[], params?: Record<string, unknown>) =>
  readIssue({ code: 'custom', message, path, ...(params && { params }) });

describe('readIssue', () => {
  it('takes the key from the path, and other facts from the params', () => {
    const facts = { key: 'withdrawn.reason', most: 300 };
    expect(custom('VALUE_TOO_LONG', ['withdrawn', 'reason'], { most: 300 })).toEqual({
      code: 'VALUE_TOO_LONG',
      facts,
    });
    expect(custom('VALUE_MISSING', ['title'])).toEqual({ code: 'VALUE_MISSING', facts: { key: 'title' } });
  });

  it('leaves out a key that the sentence does not mention', () => {
    expect(custom('TERM_NOT_TEXT', ['en', '0'])).toEqual({ code: 'TERM_NOT_TEXT', facts: {} });
  });

  it.each([
    ['a fact that is missing', 'VALUE_TOO_LONG', 'title'],
    ['a key that no sentence has', 'ENTRY_LIST_EMPTY', 'fr'],
    ['a code that no schema has', 'FILE_EMPTY', 'title'],
  ])('refuses %s', (_name, message, key) => {
    expect(() => custom(message, [key])).toThrow(/invalid/iu);
  });
});
