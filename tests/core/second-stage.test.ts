import { describe, expect, it } from 'vitest';
import { hash32 } from '../../src/core/hash.js';
import { createFeatureReader, rerankHits } from '../../src/core/second-stage.js';
import { loadArticles, makeArticle } from '../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('dam', ['Supreme judges left. Court clerks stayed.', 'The Supreme Court ruled on the dam.'], {
    title: 'Masinga dam ruling',
  }),
  makeArticle('rain', ['Rain fell.'], { title: '', hasHeadline: false }),
);

/** A word of weight 1 for each term. */
const asked = (...terms: string[]) => terms.map((term) => ({ hashes: [hash32(term)], weight: 1 }));
const RAREST = 2;

describe('createFeatureReader', () => {
  it.each([
    ['nothing shared', ['snow', 'rain'], 'dam#1', { headline: 0, pairs: 0, sentence: 0 }],
    ['no headline', ['rain'], 'rain#1', { headline: 0, pairs: 0, sentence: 1 }],
    ['neighbours as in the question', ['suprem', 'court'], 'dam#2', { headline: 0, pairs: 0.5, sentence: 1 }],
    [
      'the words apart, in two sentences',
      ['suprem', 'court'],
      'dam#1',
      { headline: 0, pairs: 0, sentence: 0.5 },
    ],
    ['a word in the headline', ['court', 'dam'], 'dam#1', { headline: 1 / 3, pairs: 0, sentence: 1 }],
    ['neighbours in the headline', ['masinga', 'dam'], 'dam#1', { headline: 2 / 3, pairs: 0.5, sentence: 1 }],
    ['neighbours in the other order', ['court', 'suprem'], 'dam#2', { headline: 0, pairs: 0, sentence: 1 }],
  ])('reads %s', (_name, terms, handle, features) => {
    const read = createFeatureReader(corpus, asked(...terms), RAREST);
    const { headline, pairs, sentence } = read(handle);
    expect(headline).toBeCloseTo(features.headline);
    expect(pairs).toBeCloseTo(features.pairs);
    expect(sentence).toBeCloseTo(features.sentence);
  });

  it('counts a word that the corpus never contains as much as the rarest', () => {
    const words = [...asked('rain'), { hashes: [hash32('snow')], weight: 0 }];
    expect(createFeatureReader(corpus, words, RAREST)('rain#1').sentence).toBeCloseTo(1 / 3);
  });

  it('reads nothing for a question without words', () => {
    expect(createFeatureReader(corpus, [], RAREST)('dam#1')).toEqual({ headline: 0, pairs: 0, sentence: 0 });
  });
});

describe('rerankHits', () => {
  const hits = [
    { handle: 'dam#1', score: 10 },
    { handle: 'dam#2', score: 9.5 },
  ];

  it('puts the passage first that has the words together', () => {
    const reranked = rerankHits(corpus, hits, asked('suprem', 'court'), RAREST);
    expect(reranked.map(({ handle }) => handle)).toEqual(['dam#2', 'dam#1']);
    expect(reranked[0]?.score).toBeCloseTo(9.5 + 10 * (0.5 * 0.3 + 0.5));
  });

  it('keeps the order of equal scores', () => {
    const same = hits.map(({ handle }) => ({ handle, score: 1 }));
    expect(rerankHits(corpus, same, asked('snow'), RAREST)).toEqual(same);
  });

  it('takes no hits', () => {
    expect(rerankHits(corpus, [], asked('snow'), RAREST)).toEqual([]);
  });
});
