import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/model/article.js';
import { freezeTable, readArticle } from '../../../src/corpus/frozen/article-table.js';
import { makeArticle } from '../../support/fake-corpus.js';

const anyText = fc.string({ unit: 'binary' });
const anyFacts = fc.record({
  title: anyText,
  hasHeadline: fc.boolean(),
  outlet: fc.option(anyText),
  author: fc.option(anyText),
  published: fc.constantFrom(null, '2023', '2023-08', '2023-08-16'),
  url: fc.option(fc.webUrl()),
  language: fc.constantFrom(null, 'en', 'sw'),
  tags: fc.array(anyText),
  caution: fc.option(anyText),
});

const freeze = (articles: readonly Article[]) =>
  freezeTable(
    articles,
    articles.map((_, i) => String(i).padStart(16, '0')),
    [...new Set(articles.map(({ outlet }) => outlet))],
  );

describe('a table of articles', () => {
  it('gives every article back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyFacts), (facts) => {
        const articles = facts.map((each, i) => makeArticle(`news/${i}`, ['Text.'], each).article);
        const table = freeze(articles);
        expect(articles.map((_, i) => readArticle(table, i))).toEqual(articles);
        expect(readArticle(table, articles.length)).toBeUndefined();
        expect(readArticle(table, -1)).toBeUndefined();
      }),
    );
  });

  it('knows the outlet and the days of each', () => {
    const dated = [
      ['a', 'Lantern', '2023'],
      ['b', null, '2023-02'],
      ['c', 'Lantern', '2023-08-16'],
      ['d', 'Gazette', null],
    ] as const;
    const articles = dated.map(
      ([id, outlet, published]) => makeArticle(id, ['Text.'], { outlet, published }).article,
    );
    const { outlets, firstDays, lastDays } = freezeTable(
      articles,
      ['1', '2', '3', '4'],
      ['Lantern', 'Gazette', null],
    ).columns;
    expect([...outlets]).toEqual([0, 2, 0, 1]);
    expect([...firstDays]).toEqual([20230101, 20230201, 20230816, -1]);
    expect([...lastDays]).toEqual([20231231, 20230228, 20230816, -1]);
  });
});
