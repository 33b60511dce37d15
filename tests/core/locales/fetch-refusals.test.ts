import { describe, expect, it } from 'vitest';
import type { FetchRefusal } from '../../../src/core/model/fetch-page.js';
import { ENGLISH_FAULTS } from '../../../src/core/locales/english-faults.js';
import { ENGLISH_FETCH_REFUSALS as ENGLISH } from '../../../src/core/locales/english-faults.js';
import { SWAHILI_FETCH_REFUSALS as SWAHILI } from '../../../src/core/locales/swahili-faults.js';

describe('the sentences about pages that are not taken', () => {
  it.each(Object.entries(ENGLISH) as [FetchRefusal, string][])('say what %s means', (why, sentence) => {
    expect(ENGLISH_FAULTS.FETCH_REFUSED({ why }, [])).toBe(sentence);
  });

  it.each([
    ['English', ENGLISH],
    ['Swahili', SWAHILI],
  ])('are each their own, and whole: %s', (_name, table) => {
    const sentences = Object.values(table);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((sentence) => !/^\p{Lu}.*\.$/u.test(sentence))).toEqual([]);
  });
});
