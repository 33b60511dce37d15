import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTitled, freezeTitleWords, splitTitleWords } from '../../../src/core/arrays/article-columns.js';

const anyWords = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', 'ĩ', '字', '𝒜', ' ', '-'), maxLength: 5 }),
);

describe('title words', () => {
  it('find the articles of which a word of title or id begins so, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(anyWords),
        fc.string({ unit: fc.constantFrom('a', 'b', '字'), minLength: 1 }),
        (all, typed) => {
          const articles = all.map((words, i) => ({ id: `ab${i}`, title: words.join(' ') }));
          const [beginning = ''] = splitTitleWords(typed);
          const wanted = articles.flatMap(({ id, title }, i) =>
            splitTitleWords(`${title} ${id}`).some((word) => word.startsWith(beginning)) ? i : [],
          );
          const found = findTitled(freezeTitleWords(articles), beginning);
          expect([...found].sort((a, b) => a - b)).toEqual(wanted);
        },
      ),
    );
  });
});
