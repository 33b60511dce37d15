import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/core/answering/ask.js';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { asksDenied, asksYesOrNo, denies, readBestSentence } from '../../../src/core/answering/negation.js';
import { expandQuestion } from '../../../src/core/answering/expand-question.js';
import { rankPassages, type Ranking } from '../../../src/core/answering/rank.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

describe('asksDenied', () => {
  it.each([
    ['Which county did not open a bridge?', true],
    ['Which MP never spoke?', true],
    ['Who didn’t sign the bill?', true],
    ['who didnt sign the bill', true],
    ['Nani hakusaini mswada?', true],
    ['Wabunge gani hawajasema?', true],
    ['Which county opened a bridge?', false],
    ['Why was he fined for not paying his tax?', false],
    ['What is it that the county has opened, and not the town?', false],
    ['Nani alisaini mswada?', false],
    ['Hali ya hatari ilitangazwa lini?', false],
  ])('"%s": %s', (question, expected) => {
    expect(asksDenied(question)).toBe(expected);
  });
});

describe('denies', () => {
  it.each([
    ['The county did not open the bridge.', true],
    ['Nobody signed the bill.', true],
    ['The governor refused to sign the bill.', true],
    ['They failed to agree.', true],
    ['Okello left without a word.', true],
    ['Gavana alikataa kusaini mswada.', true],
    ['Wabunge hawakupiga kura.', true],
    ['The county opened the bridge.', false],
    ['Wabunge walipiga kura.', false],
  ])('"%s": %s', (sentence, expected) => {
    expect(denies(sentence)).toBe(expected);
  });
});

describe('asksYesOrNo', () => {
  it.each([
    ['Did Okello sign the bill?', true],
    ['Isn’t the bridge open?', true],
    ['Je, Okello alisaini mswada?', true],
    ['Who signed the bill?', false],
    ['Dida opened a market', false],
  ])('"%s": %s', (question, expected) => {
    expect(asksYesOrNo(question)).toBe(expected);
  });
});

describe('what denies', () => {
  const loaded = loadArticles(
    makeArticle('kisii', [
      'The county of Kisii signed the deal on the bridge. Traders cheered in the streets.',
    ]),
    makeArticle('nyeri', [
      'The county of Nyeri did not sign the deal on the bridge, after weeks of talks in the capital.',
    ]),
    makeArticle('sang', ['The mayor of Lamu sang, and nobody danced.']),
  );
  const rank = (question: string): Promise<Ranking> =>
    rankPassages(loaded, shareAnalyzer(), parseAskRequest({ question }, loaded.corpus.outlets));
  const order = ({ hits }: Ranking): (string | undefined)[] =>
    hits.map(({ passage }) => loaded.corpus.passageAt(passage)?.article.id);

  it('comes first for a question that denies, among what matches nearly as well', async () => {
    expect(order(await rank('Which county signed the deal on the bridge?'))[0]).toBe('kisii');
    expect(order(await rank('Which county did not sign the deal on the bridge?'))[0]).toBe('nyeri');
  });

  it('does not come first where it says nothing else of the question', async () => {
    expect(order(await rank('Which county did not sign the deal on the bridge?'))).not.toContain('sang');
    expect(order(await rank('Who did not cheer in the streets?'))[0]).toBe('kisii');
  });

  it('is explained', async () => {
    const { hits } = await rank('Which county did not sign the deal on the bridge?');
    for (const { score, engineScore, contributions } of hits) {
      const parts = Object.values(contributions) as number[];
      expect(parts.reduce((sum, part) => sum + part, engineScore)).toBeCloseTo(score, 3);
    }
  });

  it('is looked for in the sentence that holds most of the question', () => {
    const question = expandQuestion(loaded, shareAnalyzer(), 'Did traders cheer?');
    const number = loaded.corpus.passageNumber('kisii#1');
    expect(readBestSentence(loaded.corpus, number, question)).toBe('Traders cheered in the streets.');
  });
});

const FRESH = loadArticles(
  makeArticle('tap', [
    'Nobody in Ngurunit ward got piped water in May.',
    'Lontolio ward got piped water in May after a long wait.',
  ]),
  makeArticle('parole', [
    'The board granted parole to Enock Barasa.',
    'The board refused parole to Silas Juma, a baker.',
  ]),
);

const askFresh = createAsk(shareAnalyzer());

describe('a question that affirms or denies', () => {
  it.each([
    ['Which ward got piped water in May?', 'tap#2'],
    ['Which ward did not get piped water in May?', 'tap#1'],
    ['Who was granted parole by the board?', 'parole#1'],
  ])('prefers the sentence that agrees: %s', async (question, handle) => {
    const { evidence } = await askFresh(FRESH, parseAskRequest({ question }, FRESH.corpus.outlets));
    expect(evidence[0]?.passage.handle).toBe(handle);
  });
});

describe('a denial of another kind', () => {
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
