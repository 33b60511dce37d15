import { describe, expect, it } from 'vitest';
import { createAsk, createRequote } from '../../src/core/ask.js';
import type { Answer } from '../../src/core/answer.js';
import { parseAskRequest, type AskOptions } from '../../src/core/parse-ask-request.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle(
    'bridge',
    [
      'The county opened a bridge over the Athi on Monday. Engineer Mwende Kilonzo built it. It cost 40 million shillings.',
      'Traders said the old ferry had drowned their goods.',
    ],
    { title: 'Bridge opens over the Athi', outlet: 'Daily Lantern', published: '2023-03-06' },
  ),
  makeArticle('market', ['Traders at the market sell maize, beans and goods from the coast.'], {
    title: 'Prices rise at the market',
    outlet: 'Coast Gazette',
    published: '2023-08',
  }),
  makeArticle('soko', ['Wafanyabiashara waliandamana sokoni Jumatatu. Polisi waliwatawanya waandamanaji.'], {
    title: 'Maandamano sokoni',
    language: 'sw',
  }),
);

const ask = createAsk(shareAnalyzer());

async function askFor(question: string, options: Partial<AskOptions> = {}, offset?: number): Promise<Answer> {
  return ask(LOADED, parseAskRequest({ question, ...options }, LOADED.corpus.outlets), offset);
}

function answerSentences({ evidence }: Answer): string[] {
  return evidence.map(({ passage, answerSentence }) =>
    passage.text.slice(answerSentence.start, answerSentence.end),
  );
}

describe('ask', () => {
  it.each([
    ['Who was the engineer that built the bridge?', 'bridge#1', 'Engineer Mwende Kilonzo built it.'],
    ['How many million shillings did the bridge cost?', 'bridge#1', 'It cost 40 million shillings.'],
    [
      'What do traders at the market sell?',
      'market#1',
      'Traders at the market sell maize, beans and goods from the coast.',
    ],
    ['wafanyabiashara Jumatatu', 'soko#1', 'Wafanyabiashara waliandamana sokoni Jumatatu.'],
    ['Nani waliwatawanya waandamanaji?', 'soko#1', 'Polisi waliwatawanya waandamanaji.'],
  ])('answers "%s"', async (question, handle, sentence) => {
    const answer = await askFor(question);
    expect(answer).toMatchObject({ kind: 'found', certain: true });
    expect(answer.evidence[0]?.passage.handle).toBe(handle);
    expect(answerSentences(answer)[0]).toBe(sentence);
  });

  it('quotes slices of the articles', async () => {
    const { evidence } = await askFor('traders goods');
    for (const { passage } of evidence) {
      const { start, end } = passage.span;
      expect(LOADED.corpus.text(passage.article.id).slice(start, end)).toBe(passage.text);
    }
    expect(evidence).toHaveLength(2);
  });

  it('refuses what the corpus never mentions, naming the words', async () => {
    const answer = await askFor('How tall is the Eiffel Tower?');
    expect(answer).toMatchObject({ kind: 'nothing-found', evidence: [], ranked: 0, certain: false });
    expect(answer.unknownTerms).toEqual(['tall', 'Eiffel', 'Tower']);
  });

  it('names the nearest articles when it refuses', async () => {
    const { kind, nearest } = await askFor('Which astronaut orbited Jupiter beyond the bridge?');
    expect(kind).toBe('nothing-found');
    expect(nearest.map(({ id }) => id)).toEqual(['bridge']);
  });

  it.each([['who is he'], ['???'], ['🤷']])('finds nothing for "%s"', async (question) => {
    expect(await askFor(question)).toMatchObject({ kind: 'nothing-found', confidence: 0 });
  });

  it('gives the same answer to the same question', async () => {
    expect(await askFor('traders goods')).toEqual(await askFor('traders goods'));
  });

  it('leaves out what stands before the offset', async () => {
    const whole = await askFor('traders goods');
    const rest = await askFor('traders goods', {}, 1);
    expect(rest.evidence).toEqual(whole.evidence.slice(1));
    expect(rest).toMatchObject({ offset: 1, ranked: whole.ranked });
  });

  it.each([
    [{ outlet: 'coast' }, ['market#1'], 0],
    [{ since: '2023-04' }, ['market#1'], 1],
    [{ until: '2023-03-06' }, ['bridge#2'], 1],
    [{ since: '2023-08-31' }, ['market#1'], 1],
    [{ since: '2024' }, [], 1],
    [{ until: '2023', outlet: 'Daily Lantern' }, ['bridge#2'], 0],
  ])('keeps to %o', async (options, handles, undatedLeftOut) => {
    const answer = await askFor('traders goods', options);
    expect(answer.evidence.map(({ passage }) => passage.handle)).toEqual(handles);
    expect(answer.undatedLeftOut).toBe(undatedLeftOut);
  });
});

describe('requote', () => {
  it('finds the answer sentence of a passage that was chosen before', () => {
    const passage = LOADED.corpus.passages('bridge', 1, 1);
    const [evidence] = createRequote(shareAnalyzer())(LOADED, 'What did it cost?', passage);
    expect(passage[0]?.text.slice(evidence?.answerSentence.start, evidence?.answerSentence.end)).toBe(
      'It cost 40 million shillings.',
    );
  });
});
