import { describe, expect, it } from 'vitest';
import { type Answer, parseAskRequest } from '../../../src/core/answering/answer.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import { createExplain } from '../../../src/core/answering/explain.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle('harvest', [
    'Why did the tea harvest of Kericho fail this season?',
    'Frost killed the bushes in July.',
    'Nobody had seen such a frost before.',
  ]),
  makeArticle('speech', [
    'Governor Wanjiru Kamau spoke to the widows of Murang’a after mass.',
    '“We shall build a clinic before the rains,” the crowd heard.',
  ]),
  makeArticle('sale', [
    'The council of Voi sold the old railway hotel to a family from Taita.',
    'It was bought for 12 million shillings.',
  ]),
  makeArticle('quarry', [
    'The council of Migori closed the quarry at Macalder.',
    'A library opened in Suna for 9 million shillings.',
  ]),
  makeArticle('other', ['The market at Wote sells mangoes.', 'Prices fell last week.']),
);
const request = (question: string) => parseAskRequest({ question }, LOADED.corpus.outlets);
const ask = (question: string): Promise<Answer> => createAsk(shareAnalyzer())(LOADED, request(question));
const firstOf = async (question: string): Promise<[string | undefined, string | undefined]> => {
  const [first] = (await ask(question)).evidence;
  return [first?.passage.handle, first?.before?.handle];
};

describe('the paragraph after the one that holds the words of the question', () => {
  it.each([
    ['Why did the tea harvest of Kericho fail?', 'harvest#2', 'harvest#1'],
    ['What did Governor Wanjiru Kamau say to the widows of Murang’a?', 'speech#2', 'speech#1'],
    ['For how many shillings did the council of Voi sell the railway hotel?', 'sale#2', 'sale#1'],
  ])('is quoted for "%s"', async (question, handle, before) => {
    expect(await firstOf(question)).toEqual([handle, before]);
  });

  it.each([
    ['Who sold the old railway hotel to a family from Taita?', 'sale#1'],
    ['How many shillings did the council of Migori get for the quarry at Macalder?', 'quarry#1'],
    ['What does the market at Wote sell?', 'other#1'],
  ])('is not quoted for "%s"', async (question, handle) => {
    expect(await firstOf(question)).toEqual([handle, undefined]);
  });

  it('takes the place of the one before, which is not quoted again', async () => {
    const { evidence } = await ask('Why did the tea harvest of Kericho fail?');
    expect(evidence.map(({ passage }) => passage.handle)).not.toContain('harvest#1');
  });

  it('has a score that adds up', async () => {
    const question = 'Why did the tea harvest of Kericho fail?';
    const [explanation] = await createExplain(shareAnalyzer())(LOADED, request(question), ['harvest#2']);
    const amounts = explanation?.contributions.map(({ amount }) => amount) ?? [];
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(explanation?.score ?? 0, 3);
  });
});

const FRESH = loadArticles(
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

const askFresh = createAsk(shareAnalyzer());

describe('a paragraph soon after the words of the question', () => {
  it.each([
    ['How many drums were taken from the honey store of the Tugen beekeepers?', 'hive#2'],
    ['Who was wounded at the honey store of the Tugen beekeepers?', 'hive#3'],
    ['How long does Delta Builders have for the quay of Kipini?', 'quay#2'],
    ['Who is the new leader of the choir of Mutomo?', 'choir#2'],
    ['Who locked the granary of Subukia?', 'trial#2'],
    ['When was the granary of Subukia locked?', 'trial#4'],
  ])('answers: %s', async (question, handle) => {
    const { evidence } = await askFresh(FRESH, parseAskRequest({ question }, FRESH.corpus.outlets));
    expect(evidence[0]?.passage.handle).toBe(handle);
    expect(evidence[0]?.before?.handle).toBeDefined();
  });
});
