import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/core/answering/answer.js';
import { findMistake, type JudgedAnswer, type MemberQuestion } from '../../src/eval/judge-question.js';
import { loadArticles, makeArticle } from '../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('a', ['The heron sleeps. It said “no fish”.', 'The egret wakes.']),
  makeArticle('b', ['The heron sleeps. It said “no fish”.']),
);

/** Quotes passages by handle, each with its first sentence marked; those after the first handle are named with it. */
const quote = (handles: string): Evidence => {
  const [passage, ...alsoIn] = handles.split(' ').flatMap((handle) => corpus.passage(handle) ?? []);
  if (!passage) throw new Error(`no passage ${handles}`);
  const answerSentence = { start: 0, end: passage.text.indexOf('.') + 1 };
  return { passage, answerSentence, score: 1, alsoIn, otherFigures: [], before: null };
};

const found = (quotes: readonly string[], more: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  kind: 'found',
  certain: true,
  evidence: quotes.map(quote),
  unknownTerms: [],
  missing: [],
  ...more,
});
const REFUSAL = found([], { kind: 'nothing-found', certain: false });
const hedge = (...missing: string[]): JudgedAnswer =>
  found(['a#1'], {
    certain: false,
    unknownTerms: missing.slice(1),
    missing: missing.slice(0, 1).map((word) => ({ word, reason: 'nowhere', instead: null })),
  });

const ask = (judgement: MemberQuestion['judgement'], passage: string, text = ''): MemberQuestion => ({
  question: 'Who sleeps?',
  handles: passage === '' ? [] : passage.split(/[|+]/u),
  wantsAll: passage.includes('+'),
  text,
  judgement,
});

describe('findMistake', () => {
  it.each([
    [ask('answer', 'a#1'), found(['a#1', 'a#2']), null],
    [ask('answer', 'a#2|a#1', 'the  HERON || crane'), found(['a#1']), null],
    [ask('answer', 'a#1', 'heron !! fish'), found(['a#1']), null],
    [ask('answer', 'a#1', 'heron !! sleeps'), found(['a#1']), 'another sentence is marked'],
    [ask('answer', 'a#1', '"no fish"'), found(['a#1']), 'another sentence is marked'],
    [ask('answer', 'a#2'), found(['a#1', 'a#2']), 'at place 2'],
    [ask('answer', 'a#2'), found(['a#1']), 'not among the passages'],
    [ask('answer', 'a#1'), REFUSAL, 'refused'],
    [ask('top3', 'b#1'), found(['a#2', 'a#1 b#1']), null],
    [ask('top3', 'a#2+b#1'), found(['a#2', 'a#1 b#1']), null],
    [ask('top3', 'a#2+b#1'), found(['a#2', 'a#1']), 'at place 1'],
    [ask('top3', 'b#1'), found(['a#1', 'a#2', 'a#1', 'b#1']), 'at place 4'],
    [ask('once', 'a#1|b#1'), found(['a#1 b#1', 'a#2']), null],
    [ask('once', 'a#1|b#1'), found(['a#1', 'b#1']), 'quoted twice'],
    [ask('once', 'a#1|b#1'), found(['a#1']), 'a copy is not named'],
    [ask('once', 'a#1|b#1'), found(['a#1 b#1'], { certain: false }), 'not certain'],
    [ask('refuse', ''), REFUSAL, null],
    [ask('refuse', ''), hedge(), 'answered'],
    [ask('refuse-or-hedge', '', 'crane'), REFUSAL, null],
    [ask('refuse-or-hedge', ''), hedge(), null],
    [ask('refuse-or-hedge', '', 'crane'), hedge('Cranes'), null],
    [ask('refuse-or-hedge', '', 'stork || crane'), hedge('ibis', "crane's"), null],
    [ask('refuse-or-hedge', '', 'crane'), hedge('cra'), 'uncertain, but the missing word is not told'],
    [ask('refuse-or-hedge', '', 'crane'), found(['a#1']), 'certain'],
  ])('judges %o', (question, answer, mistake) => {
    expect(findMistake(question, answer)).toBe(mistake);
  });
});
