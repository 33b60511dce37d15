import { describe, expect, it } from 'vitest';
import { expandQuestion } from '../../../src/core/answering/expand-question.js';
import { findNamedFacts } from '../../../src/core/answering/fact-agreement.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle('kilns', ['Potters lit the kilns.'], { author: 'Naliaka Simiyu', tags: ['crafts'] }),
  makeArticle('looms', ['Weavers sold the looms.'], { author: 'Simiyu', tags: [] }),
);

describe('the facts that a question names', () => {
  it.each([
    ['reporter Naliaka Simiyu kilns', [{ words: [1, 2], articles: new Set([0]) }]],
    ['crafts of potters', [{ words: [0], articles: new Set([0]) }]],
    ['Did Simiyu sell looms?', []],
  ])('are authors and tags: %s', (question, facts) => {
    const expanded = expandQuestion(LOADED, shareAnalyzer(), question);
    expect(findNamedFacts(LOADED.corpus, expanded)).toEqual(facts);
  });
});
