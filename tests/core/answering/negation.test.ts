import { describe, expect, it } from 'vitest';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { asksDenied, denies } from '../../../src/core/answering/negation.js';

const LOADED = loadArticles(
  makeArticle('tap', [
    'Nobody in Ngurunit ward got piped water in May.',
    'Lontolio ward got piped water in May after a long wait.',
  ]),
  makeArticle('parole', [
    'The board granted parole to Enock Barasa.',
    'The board refused parole to Silas Juma, a baker.',
  ]),
);

const ask = createAsk(shareAnalyzer());

describe('a question that affirms or denies', () => {
  it.each([
    ['Which ward got piped water in May?', 'tap#2'],
    ['Which ward did not get piped water in May?', 'tap#1'],
    ['Who was granted parole by the board?', 'parole#1'],
  ])('prefers the sentence that agrees: %s', async (question, handle) => {
    const { evidence } = await ask(LOADED, parseAskRequest({ question }, LOADED.corpus.outlets));
    expect(evidence[0]?.passage.handle).toBe(handle);
  });
});

describe('a denial', () => {
  it.each(['Which ward got no water?', 'Who has never paid?', 'Nani hakulipa?'])(
    'is asked for: %s',
    (text) => {
      expect(asksDenied(text)).toBe(true);
    },
  );

  it.each(['Which ward got water?', 'Who was fined for not paying?', 'Who has no longer'])(
    'is not asked for: %s',
    (text) => {
      expect(asksDenied(text)).toBe(false);
    },
  );

  it('is told', () => {
    expect(['He refused to pay.', 'She has not paid.', 'He paid.'].map(denies)).toEqual([true, true, false]);
  });
});
