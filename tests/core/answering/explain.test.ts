import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/core/answering/ask.js';
import { createExplain } from '../../../src/core/answering/explain.js';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { loadWithGlossary, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadWithGlossary(
  [{ en: ['election'], sw: ['uchaguzi'] }],
  makeArticle('vote', ['The IEBC announced the election in Kenya.', 'Kenyans voted for Kalonzo.'], {
    title: 'Election over',
  }),
  makeArticle('rain', ['Rain fell in Kenya.']),
);
const explain = createExplain(shareAnalyzer());
const request = (question: string) => parseAskRequest({ question }, LOADED.corpus.outlets);

describe('explain', () => {
  it.each([
    ['Who announced the election?'],
    ['uchaguzi Kenya'],
    ['Did Kalonso win the Kenyan election?'],
    ['rain'],
  ])('takes the score of "%s" apart, largest part first', async (question) => {
    const { evidence } = await createAsk(shareAnalyzer())(LOADED, request(question));
    expect(evidence.length).toBeGreaterThan(0);
    const handles = evidence.map(({ passage }) => passage.handle);
    const explanations = await explain(LOADED, request(question), handles);
    expect(explanations.map(({ passage, score }) => [passage.handle, score])).toEqual(
      evidence.map(({ passage, score }) => [passage.handle, score]),
    );
    for (const { score, contributions } of explanations) {
      const parts = contributions.map(({ amount }) => amount);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9);
      expect(parts).toEqual([...parts].sort((a, b) => b - a));
      expect(Math.min(...parts)).toBeGreaterThan(0);
    }
  });

  it('says where each term comes from', async () => {
    const [explanation] = await explain(LOADED, request('Did Kalonso win the Kenyan uchaguzi?'), ['vote#2']);
    const terms = explanation?.contributions.flatMap((amount) => (amount.kind === 'term' ? amount : []));
    expect(terms?.map(({ word, text, origin }) => ({ word, text, origin }))).toEqual([
      { word: 'Kalonso', text: 'Kalonzo', origin: 'spelling' },
      { word: 'Kenyan', text: 'Kenyan', origin: 'question' },
      { word: 'uchaguzi', text: 'election', origin: 'glossary' },
    ]);
  });

  it('leaves out a passage that is not ranked', async () => {
    expect(await explain(LOADED, request('rain'), ['vote#1', 'gone#1'])).toEqual([]);
  });
});
