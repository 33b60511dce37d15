import { describe, expect, it } from 'vitest';
import type { AnswerType } from '../../../src/core/model/analyzer.js';
import { hash32 } from '../../../src/core/arrays/hash.js';
import {
  completeQuestion,
  type ExpandedQuestion,
  type ExpandedWord,
} from '../../../src/core/answering/expand-question.js';
import { createFeatureReader, type Features, NO_FEATURES } from '../../../src/core/answering/features.js';
import { FEATURE_WEIGHTS, rerankHits } from '../../../src/core/answering/rerank.js';
import { articleIdOf } from '../../../src/core/model/article.js';
import type { Hit } from '../../../src/core/model/search-index.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('dam', ['Supreme judges left. Court clerks stayed.', 'The Supreme Court ruled on the dam.'], {
    title: 'Masinga dam ruling',
  }),
  makeArticle('rain', ['Rain fell. It fell on Kisii, in Nyanza.'], { title: '', hasHeadline: false }),
  makeArticle('tank', ['A water-tank leaked on 14 March 2021 in Kisii.'], {
    title: 'Tank',
    hasHeadline: false,
  }),
);

const word = (term: string, facts: Partial<ExpandedWord> = {}): ExpandedWord => ({
  asked: {
    word: term,
    normal: term,
    kind: 'word',
    forms: [term],
    otherForms: [],
    isName: false,
    span: { start: 0, end: term.length },
    count: 1,
    partOfSpeech: 'NOUN',
  },
  word: term,
  isName: false,
  terms: [{ term, boost: 1, origin: 'question', text: term, standsFor: term }],
  hashes: [hash32(term)],
  weight: 1,
  ...facts,
});
/** A question of words of weight 1. */
const ask = (terms: readonly string[], asksFor: AnswerType | null = null): ExpandedQuestion =>
  askWords(
    terms.map((term) => word(term)),
    asksFor,
  );
const askWords = (words: readonly ExpandedWord[], asksFor: AnswerType | null = null): ExpandedQuestion =>
  completeQuestion({ words, asksFor }, MAX_IDF);
const MAX_IDF = 2;
/** The numbers of a passage and its article. */
const hitOf = (handle: string): Pick<Hit, 'passage' | 'article'> => ({
  passage: corpus.passageNumber(handle),
  article: corpus.articleNumber(articleIdOf(handle)),
});
const READ_FROM_WORDS = ['headline', 'pairs', 'sentence', 'lead', 'names', 'answerType'] as const;
/** Reads the features of a passage for a question. */
const featuresOf = (question: ExpandedQuestion, handle: string): Features =>
  createFeatureReader(corpus, question)(hitOf(handle)).features;

describe('createFeatureReader', () => {
  it.each([
    ['nothing shared', ['snow', 'rain'], 'dam#1', {}],
    ['no headline', ['rain'], 'rain#1', { sentence: 1, lead: 1 }],
    ['a word of the second sentence', ['nyanza'], 'rain#1', { sentence: 1, lead: 0 }],
    ['neighbours as in the question', ['suprem', 'court'], 'dam#2', { pairs: 0.5, sentence: 1, lead: 1 }],
    ['the words apart, in two sentences', ['suprem', 'court'], 'dam#1', { sentence: 0.5, lead: 0.5 }],
    ['a word in the headline', ['court', 'dam'], 'dam#1', { headline: 1 / 3, sentence: 1, lead: 0.5 }],
    [
      'neighbours in the headline',
      ['masinga', 'dam'],
      'dam#1',
      { headline: 2 / 3, pairs: 0.5, sentence: 1, lead: 1 },
    ],
    [
      'neighbours on both sides of a compound',
      ['water', 'tank', 'leak'],
      'tank#1',
      { pairs: 2 / 3, sentence: 1, lead: 1 },
    ],
    [
      'the parts of a date as neighbours',
      ['march', '03-14', '2021'],
      'tank#1',
      { pairs: 2 / 3, sentence: 1, lead: 1 },
    ],
    ['neighbours of a date', ['leak', 'march', 'kisii'], 'tank#1', { pairs: 2 / 3, sentence: 1, lead: 1 }],
    ['neighbours in the other order', ['court', 'suprem'], 'dam#2', { sentence: 1, lead: 1 }],
  ])('reads %s', (_name, terms, handle, features) => {
    const expected: Partial<Features> = features;
    const read = featuresOf(ask(terms), handle);
    for (const name of READ_FROM_WORDS) expect(read[name], name).toBeCloseTo(expected[name] ?? 0);
  });

  it.each([
    ['a name', 'name', 'dam#2', 1],
    ['no name', 'name', 'dam#1', 1],
    ['a place', 'place', 'rain#1', 1],
    ['a name that may be a place', 'place', 'dam#2', 0.5],
    ['no date', 'date', 'dam#1', 0],
    ['no number', 'number', 'rain#1', 0],
  ] as const)('reads %s where a %s is asked for', (_name, asksFor, handle, value) => {
    expect(featuresOf(ask(['rule'], asksFor), handle).answerType).toBe(value);
  });

  it('does not take a word of the question for its answer', () => {
    const question = ask(['kisii', 'nyanza', 'rain'], 'name');
    expect(featuresOf(question, 'rain#1').answerType).toBe(0);
  });

  it('reads the share of the names that are there', () => {
    const words = [word('kisii', { isName: true }), word('gem', { isName: true, weight: 0 }), word('rain')];
    expect(featuresOf(askWords(words), 'rain#1').names).toBeCloseTo(1 / 3);
  });

  it.each([
    ['a name that the corpus never contains as much as the rarest', true, 1 / 3],
    ['another word that it never contains half as much', false, 1 / 2],
  ])('counts %s', (_name, isName, sentence) => {
    const words = [word('rain'), word('snow', { weight: 0, isName })];
    expect(featuresOf(askWords(words), 'rain#1').sentence).toBeCloseTo(sentence);
  });

  it.each([
    ['a passage that holds a word of the question', 'suprem', 'dam#2', true],
    ['a later passage under a headline that holds the word alone', 'masinga', 'dam#2', false],
    ['the first passage under such a headline', 'masinga', 'dam#1', true],
  ])('reads whether the passage itself answers: %s', (_name, term, handle, isGrounded) => {
    expect(createFeatureReader(corpus, ask([term]))(hitOf(handle)).isGrounded).toBe(isGrounded);
  });

  it('takes one term for all the words that it stands for', () => {
    const shared = hash32('court');
    const words = [word('a', { hashes: [shared] }), word('b', { hashes: [shared] })];
    expect(featuresOf(askWords(words), 'dam#2').sentence).toBeCloseTo(1);
  });

  it('reads nothing for a question without words', () => {
    expect(createFeatureReader(corpus, ask([]))(hitOf('dam#1'))).toEqual({
      features: NO_FEATURES,
      dates: [],
      agreed: [],
      isGrounded: true,
    });
  });
});

describe('rerankHits', () => {
  const hits = [
    { ...hitOf('dam#1'), score: 10 },
    { ...hitOf('dam#2'), score: 9.5 },
    { ...hitOf('rain#1'), score: 1 },
  ];
  const reranked = rerankHits(corpus, hits, ask(['suprem', 'court']));

  it('puts the passage first that has the words together', () => {
    expect(reranked.map(({ passage }) => passage)).toEqual([1, 0, 2]);
  });

  it('adds what each feature weighs, as a share of the best score', () => {
    const { pairs, sentence, lead, article } = FEATURE_WEIGHTS;
    const gain = 0.5 * pairs + sentence + lead + article;
    expect(reranked[0]?.score).toBeCloseTo(9.5 + 10 * gain);
  });

  it('says what the score is made of', () => {
    for (const { score, engineScore, contributions } of reranked) {
      const parts = Object.values(contributions) as number[];
      expect(parts.reduce((sum, part) => sum + part, engineScore)).toBeCloseTo(score, 9);
    }
  });

  it('counts the best other hit of the same article', () => {
    expect(reranked.map(({ features }) => features.article)).toEqual([1, 0.95, 0]);
  });

  it('keeps the order of equal scores', () => {
    const same = [hitOf('dam#1'), hitOf('rain#1')].map((hit) => ({ ...hit, score: 1 }));
    const order = rerankHits(corpus, same, ask(['snow'])).map(({ passage }) => passage);
    expect(order).toEqual(same.map(({ passage }) => passage));
  });

  it('takes no hits', () => {
    expect(rerankHits(corpus, [], ask(['snow']))).toEqual([]);
  });
});
