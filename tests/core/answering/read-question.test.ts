import { describe, expect, it } from 'vitest';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';
import { readQuestion } from '../../../src/core/answering/read-question.js';

const { corpus } = loadArticles(
  makeArticle('salt', ['Salt costs 30 shillings.'], { outlet: 'Delta Echo' }),
  makeArticle('rice', ['Rice costs 90 shillings.'], { outlet: 'Hill Post' }),
);

describe('an outlet at the end of a question', () => {
  it.each([
    'price of salt, Delta Echo',
    'price of salt (Delta Echo)',
    'price of salt - Delta Echo',
    'How much is salt, the delta echo?',
  ])('is a filter: %s', (question) => {
    const { filters } = readQuestion(corpus, shareAnalyzer(), {
      question,
      askedOn: null,
      readsFilters: true,
    });
    expect(filters).toMatchObject([{ kind: 'outlet', outlet: 'Delta Echo' }]);
  });
});
