import { describe, expect, it } from 'vitest';
import { findArticle, parseParagraph } from '../../../src/core/answering/find-article.js';
import { loadArticles, loadWithdrawn, makeArticle } from '../../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('2023/bridge', ['One.', 'Two.'], { title: 'Bridge opens over the Athi' }),
  makeArticle('2022/ferry', ['One.'], { title: 'Ferry sinks on the Athi' }),
);

describe('findArticle', () => {
  it.each([
    ['2023/bridge', '', '2023/bridge', null],
    ['2023/Bridge', undefined, '2023/bridge', null],
    ['2023/bridge#2', '', '2023/bridge', 2],
    ['2023/bridge#2', '1', '2023/bridge', 1],
    ['bridge opens over the athi', '2', '2023/bridge', 2],
    ['ferry', '¶1', '2022/ferry', 1],
  ])('finds "%s" at "%s"', (wanted, paragraph, id, number) => {
    const place = findArticle(corpus, wanted, parseParagraph(paragraph), paragraph);
    expect([place.article.id, place.paragraph]).toEqual([id, number]);
  });

  it.each([
    ['athi', '', 'ARTICLE_UNKNOWN', { near: ['2022/ferry', '2023/bridge'] }],
    ['', '', 'ARTICLE_UNKNOWN', { near: [] }],
    ['nothing like it', '', 'ARTICLE_UNKNOWN', { near: [] }],
    ['ferry', '2', 'PARAGRAPH_UNKNOWN', { paragraph: '2', paragraphs: 1 }],
    ['ferry', '0', 'PARAGRAPH_UNKNOWN', {}],
    ['2023/bridge', '1.5', 'PARAGRAPH_UNKNOWN', {}],
    ['ferry', 'last', 'PARAGRAPH_UNKNOWN', {}],
    ['2023/bridge#3', '', 'PARAGRAPH_UNKNOWN', { paragraph: '3', paragraphs: 2 }],
  ])('refuses "%s" at "%s"', (wanted, paragraph, code, facts) => {
    expect(() => findArticle(corpus, wanted, parseParagraph(paragraph), paragraph)).toThrow(
      expect.objectContaining({ code, facts: expect.objectContaining(facts) as unknown }),
    );
  });
});

describe('a title that several articles have', () => {
  const twice = loadArticles(
    makeArticle('b', ['One.'], { title: 'KURA' }),
    makeArticle('a', ['One.'], { title: 'Kura' }),
    makeArticle('c', ['One.'], { title: '?!' }),
  ).corpus;

  it.each([
    ['kura', 'a'],
    ['?!', 'c'],
  ])('"%s" finds the first by id', (wanted, id) => {
    expect(findArticle(twice, wanted).article.id).toBe(id);
  });
});

describe('findArticle where articles are withdrawn', () => {
  const { corpus: smaller } = loadWithdrawn(
    [
      makeArticle('2022/ferry', ['One.'], { title: 'Ferry sinks on the Athi' }),
      makeArticle('2022/lamp', ['A lie about somebody.'], { title: 'A lie', hasHeadline: false }),
    ],
    makeArticle('2023/bridge', ['One.', 'Two.'], { title: 'Bridge opens over the Athi' }),
  );

  it.each([
    ['2022/ferry', 'Ferry sinks on the Athi'],
    ['2022/Ferry#1', 'Ferry sinks on the Athi'],
    ['ferry sinks on the athi', 'Ferry sinks on the Athi'],
    ['ferry', 'Ferry sinks on the Athi'],
    ['2022/lamp', '2022/lamp'],
  ])('tells of "%s" when and why it was withdrawn', (wanted, title) => {
    const facts = { title, on: '2026-11-22', reason: 'The outlet took it back.' };
    expect(() => findArticle(smaller, wanted)).toThrow(
      expect.objectContaining({ code: 'ARTICLE_WITHDRAWN', facts }),
    );
  });

  it('finds another article by words that both have', () => {
    expect(findArticle(smaller, 'athi').article.id).toBe('2023/bridge');
  });

  it('never names a withdrawn article as one that may be meant', () => {
    expect(() => findArticle(smaller, 'ferry market')).toThrow(
      expect.objectContaining({
        code: 'ARTICLE_UNKNOWN',
        facts: { wanted: 'ferry market', near: [] },
      }),
    );
  });
});
