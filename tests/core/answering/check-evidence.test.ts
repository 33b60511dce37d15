import { describe, expect, it } from 'vitest';
import { type AskOptions, parseAskRequest } from '../../../src/core/answering/answer.js';
import { isBarred, listMissing } from '../../../src/core/answering/check-evidence.js';
import { rankPassages } from '../../../src/core/answering/rank.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle(
    'bridge',
    [
      'Governor Wanjiru Kamau opened a bridge in Kitui on Tuesday. It cost 40 million shillings. Kenyan traders cheered, and Christopher Okello drew the plans.',
    ],
    { title: 'New crossing', outlet: 'Daily Lantern', author: 'Amina Wekesa', published: '2023-03-08' },
  ),
  makeArticle('song', ['Senator Barasa sang in Lamu on Friday. Grace Moraa danced for 90 million fans.'], {
    title: 'Songs by the sea',
    outlet: 'Coast Gazette',
    published: '2024-05-04',
  }),
  makeArticle('strike', ['The nurses of Voi did not end their strike. They marched to the mayor.'], {
    title: 'Strike goes on',
    published: '2023-07-01',
  }),
);

async function check(question: string, options: Partial<AskOptions> = {}) {
  const request = parseAskRequest({ question, ...options }, LOADED.corpus.outlets);
  const ranking = await rankPassages(LOADED, shareAnalyzer(), request);
  const missing = listMissing(LOADED, ranking, shareAnalyzer());
  return { missing, barred: isBarred(LOADED, ranking, missing) };
}

describe('listMissing', () => {
  it.each([
    ['another first name', 'Did Grace Kamau open a bridge in Kitui?', 'Grace', 'Wanjiru'],
    ['another title', 'Did Senator Wanjiru Kamau open a bridge in Kitui?', 'Senator', 'Governor'],
    ['another weekday', 'Did Wanjiru Kamau open the bridge on Friday?', 'Friday', 'Tuesday'],
    ['another place', 'Did Wanjiru Kamau open a bridge in Lamu?', 'Lamu', 'Kitui'],
    ['a verb', 'Who danced on the bridge in Kitui that Wanjiru Kamau opened?', 'danced', null],
  ])('names %s, and what stands instead', async (_name, question, word, instead) => {
    expect((await check(question)).missing).toEqual([{ word, reason: 'not in this passage', instead }]);
  });

  it('names another figure, and what stands instead', async () => {
    const { missing } = await check('Did the bridge cost the county 90 million shillings?');
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ reason: 'not in this passage' });
    expect(missing[0]?.word).toContain('90');
    expect(missing[0]?.instead).toContain('40');
  });

  it.each([
    ['a name', 'Did Esther Kamau open a bridge in Kitui?', 'Esther', 'Wanjiru'],
    ['a noun', 'Which submarine passed the bridge that Wanjiru Kamau opened in Kitui?', 'submarine', null],
  ])('tells %s that stands nowhere', async (_name, question, word, instead) => {
    expect((await check(question)).missing).toContainEqual({ word, reason: 'nowhere', instead });
  });

  it('names a date that counts from the day of asking, as it was typed', async () => {
    const { missing } = await check('Did Wanjiru Kamau open a bridge in Kitui yesterday?', {
      askedOn: '2023-06-01',
    });
    expect(missing).toEqual([{ word: 'yesterday', reason: 'not in this passage', instead: null }]);
  });

  it('names a word once', async () => {
    const { missing } = await check('Did Grace Kamau, that Grace, open a bridge in Kitui?');
    expect(missing.map(({ word }) => word)).toEqual(['Grace']);
  });

  it.each([
    ['a relative', 'Did traders from Kenya cheer at the bridge in Kitui?'],
    ['a word that was respelt', 'Did Wanjiru Kamau open a brigde in Kitui?'],
    ['a shorter first name', 'Did Chris Okello draw the plans of the bridge in Kitui?'],
    ['the outlet of the article', 'Did the Lantern see Wanjiru Kamau open a bridge in Kitui?'],
    ['the author of the article', 'Did Amina Wekesa see Wanjiru Kamau open a bridge in Kitui?'],
    ['the date of the article', 'Did Wanjiru Kamau open a bridge in Kitui in March 2023?'],
    ['a light verb', 'Who came to see what Wanjiru Kamau had done at the bridge in Kitui?'],
    ['the kind of answer', 'In what year and place was the bridge of Wanjiru Kamau in Kitui opened?'],
    ['the scale of a number', 'How many million shillings did the bridge in Kitui cost?'],
    ['a word of the headline', 'Who opened the new crossing in Kitui?'],
  ])('does not miss %s', async (_name, question) => {
    expect(await check(question)).toEqual({ missing: [], barred: false });
  });

  it('does not miss a day that the article tells by its weekday', async () => {
    const { missing } = await check('Did Wanjiru Kamau open a bridge in Kitui on 7 March 2023?');
    expect(missing).toEqual([]);
  });

  it('misses nothing where nothing is found', async () => {
    expect(await check('xylophones')).toEqual({ missing: [], barred: true });
  });
});

describe('isBarred', () => {
  it.each([
    ['asks who did not, and the passage denies', 'Which nurses did not end their strike?', false],
    ['asks who did, and the passage denies', 'Which nurses ended their strike?', true],
    ['asks who did not, and the passage does not deny', 'Who did not open a bridge in Kitui?', true],
    ['asks yes or no, and the passage denies', 'Did the nurses end their strike?', false],
    ['asks for what the passage holds', 'Who opened a bridge in Kitui?', false],
    ['holds a word that the passage lacks', 'Which astronaut opened a bridge in Kitui?', true],
    [
      'means articles that do not answer',
      'Who opened a bridge in Kitui according to the Coast Gazette?',
      true,
    ],
  ])('where a question %s', async (_name, question, expected) => {
    expect((await check(question)).barred).toBe(expected);
  });
});
