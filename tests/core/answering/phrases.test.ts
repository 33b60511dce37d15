import { describe, expect, it } from 'vitest';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import { findPhrases, type FoundPhrases } from '../../../src/core/answering/phrases.js';
import { toSet } from '../../../src/core/answering/filter-articles.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle('a', ['Water is life, the elder said. He wept.', 'Life without water is short.']),
  makeArticle('b', ['The slogan “water is life” stood on every wall of the town.']),
  makeArticle('c', ['Life is water and water is trouble.']),
);
const find = (texts: readonly string[], within?: readonly string[]): Promise<FoundPhrases> => {
  const mask = Uint8Array.from(['a', 'b', 'c'], (id) => (within?.includes(id) ? 1 : 0));
  const phrases = texts.map((text) => ({ text, span: { start: 0, end: text.length } }));
  return findPhrases(LOADED, shareAnalyzer(), phrases, within && toSet(mask));
};
const handles = ({ passages }: FoundPhrases): (string | undefined)[] =>
  [...passages].sort((x, y) => x - y).map((number) => LOADED.corpus.passageAt(number)?.handle);

describe('findPhrases', () => {
  it.each([
    [['water is life'], ['a#1', 'b#1']],
    [['Water is life'], ['a#1', 'b#1']],
    [['water is life', 'every wall of the town'], ['b#1']],
    [['water is life', 'water is trouble'], []],
    [['life is short'], []],
    [[], []],
  ])('finds %j word for word, all in one passage', async (texts, expected) => {
    expect(handles(await find(texts))).toEqual(expected);
  });

  it('keeps to the articles searched', async () => {
    expect(handles(await find(['water is life'], ['b', 'c']))).toEqual(['b#1']);
  });

  it.each([
    [['water'], 0],
    [['water is'], 1 / 3],
    [['water is life'], 2 / 3],
    [['every wall of the'], 1],
    [['stood on every wall of the town'], 1],
    [['water', 'water is life'], 2 / 3],
    [[], 0],
  ])('weighs %j by the words of the longest', async (texts, strength) => {
    expect((await find(texts)).strength).toBeCloseTo(strength, 9);
  });
});

describe('a question with a phrase', () => {
  const ask = (question: string) =>
    createAsk(shareAnalyzer())(LOADED, parseAskRequest({ question }, LOADED.corpus.outlets));

  it('is answered by the passage that holds it', async () => {
    const { evidence } = await ask('Where does “water is trouble” stand?');
    expect(evidence[0]?.passage.handle).toBe('c#1');
  });

  it('is answered with full confidence where four words or more stand there', async () => {
    const answer = await ask('Where did “water is life” stand “on every wall of the town”?');
    expect(answer).toMatchObject({ kind: 'found', answerable: 1, confidence: 1 });
    expect(answer.evidence[0]?.passage.handle).toBe('b#1');
  });

  it('is not certain where no passage holds it', async () => {
    const { certain, missing } = await ask('Who said “life is water and nothing else”?');
    expect(certain).toBe(false);
    expect(missing).toContainEqual({
      word: 'life is water and nothing else',
      reason: 'nowhere',
      instead: null,
    });
  });
});
