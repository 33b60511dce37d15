import { describe, expect, it } from 'vitest';
import { suggestArticles } from '../../../src/core/answering/find-article.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const { corpus } = loadArticles(
  ...[
    ['cat', 'The cat is here'],
    ['bridge', 'Bridge opens over the Athi'],
    ['market', 'Market day of the year at the Athi'],
    ['muthoni', 'Mũthoni elected'],
  ].map(([id = '', title = '']) => makeArticle(id, ['Text.'], { title })),
);

const suggest = (typed: string, limit = 5): string[] =>
  suggestArticles(corpus, typed, limit).map(({ article }) => article.id);

describe('suggestArticles', () => {
  it.each([
    ['', ['bridge', 'cat', 'market', 'muthoni']],
    ['?!', []],
    ['zebra', []],
    ['bri', ['bridge']],
    ['muthoni', ['muthoni']],
    ['what is the cost of a bridge over the Athi', ['bridge', 'market', 'cat']],
    ['athi bridge', ['bridge', 'market']],
  ])('finds for "%s"', (typed, ids) => {
    expect(suggest(typed)).toEqual(ids);
  });

  it('stops at the limit', () => {
    expect(suggest('athi', 1)).toEqual(['bridge']);
  });

  it('says how many of the typed words match', () => {
    expect(suggestArticles(corpus, 'bridge zebra', 1)[0]?.coverage).toBe(0.5);
  });
});
