import { describe, expect, it } from 'vitest';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import { parseAskRequest } from '../../../src/core/answering/answer.js';

const LOADED = loadArticles(
  makeArticle('hive', [
    'Thieves raided the honey store of the Tugen beekeepers on Friday.',
    'They took 19 drums.',
    'A guard, Job Cheboi, was wounded.',
  ]),
  makeArticle('quay', [
    'The quay of Kipini has been given to Delta Builders.',
    'The firm has 20 months for the work.',
    'The quay will hold 9 boats.',
  ]),
  makeArticle('choir', ['The choir of Mutomo has a new leader.', 'Ms. Ndanu Kasyoka begins in May.']),
  makeArticle('trial', [
    'Counsel: Who locked the granary of Subukia?',
    'Witness: The clerk Muthoni Waweru.',
    'Counsel: When was it locked?',
    'Witness: On 4 June.',
  ]),
  makeArticle('rain', ['It rained in Lodwar.', 'Fishermen stayed at home.']),
);

const ask = createAsk(shareAnalyzer());

describe('a paragraph soon after the words of the question', () => {
  it.each([
    ['How many drums were taken from the honey store of the Tugen beekeepers?', 'hive#2'],
    ['Who was wounded at the honey store of the Tugen beekeepers?', 'hive#3'],
    ['How long does Delta Builders have for the quay of Kipini?', 'quay#2'],
    ['Who is the new leader of the choir of Mutomo?', 'choir#2'],
    ['Who locked the granary of Subukia?', 'trial#2'],
    ['When was the granary of Subukia locked?', 'trial#4'],
  ])('answers: %s', async (question, handle) => {
    const { evidence } = await ask(LOADED, parseAskRequest({ question }, LOADED.corpus.outlets));
    expect(evidence[0]?.passage.handle).toBe(handle);
    expect(evidence[0]?.before?.handle).toBeDefined();
  });
});
