import { describe, expect, it } from 'vitest';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('a', ['The ferry sank twice: the ferry is gone.', 'Zürich’s ferry']),
  makeArticle('b', ['is a town; its ferry']),
  makeArticle('c', ['sails']),
);

describe('articlesHolding', () => {
  it.each([
    ['an article that holds it often, once', 'ferry', ['a', 'b']],
    ['an article at its end', 'sails', ['c']],
    ['characters beyond ASCII', 'Zürich’s', ['a']],
    ['what runs over two passages', 'gone.\n\nZürich', ['a']],
    ['nothing that runs over two articles', 'ferryis', []],
    ['nothing in another case', 'Ferry', []],
    ['nothing for no text', '', []],
    ['nothing for a text longer than all', 'x'.repeat(1000), []],
  ])('finds %s', (_name, text, ids) => {
    expect(corpus.articlesHolding(text, 10)).toEqual(ids);
  });

  it.each([
    [1, ['a']],
    [2, ['a', 'b']],
    [3, ['a', 'b']],
  ])('returns at most %i', (limit, ids) => {
    expect(corpus.articlesHolding('ferry', limit)).toEqual(ids);
  });

  it('finds what begins behind a match that runs over two articles', () => {
    const { corpus: other } = loadArticles(makeArticle('a', ['ends in aa']), makeArticle('b', ['aab']));
    expect(other.articlesHolding('aab', 10)).toEqual(['b']);
  });
});
