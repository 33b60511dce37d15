import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/core/answering/ask.js';
import { createRequote } from '../../../src/core/answering/ask.js';
import type { Answer } from '../../../src/core/answering/answer.js';
import { parseAskRequest, type AskOptions } from '../../../src/core/answering/answer.js';
import { loadArticles, loadWithGlossary, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

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
    expect(answer.unknownTerms).toEqual(['Eiffel', 'Tower']);
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

describe('a greeting', () => {
  it.each([['Hello!'], ['Habari yako?'], ['Thanks a lot, great bot!']])(
    'is no question: "%s"',
    async (text) => {
      expect(await askFor(text)).toMatchObject({
        kind: 'greeting',
        certain: false,
        evidence: [],
        ranked: 0,
        closest: [],
        nearest: [],
      });
    },
  );

  it('does not hide a question', async () => {
    const { kind, evidence } = await askFor('Hello! Who built the bridge? Thanks a lot!');
    expect(kind).toBe('found');
    expect(evidence[0]?.passage.handle).toBe('bridge#1');
  });
});

describe('a refusal', () => {
  it('comes with the passages that are closest, as many as were wanted', async () => {
    const question = 'Which astronaut orbited Jupiter beyond the ferry and the market?';
    const refusal = await askFor(question, { results: 1 });
    expect(refusal).toMatchObject({ kind: 'nothing-found', evidence: [], ranked: 0 });
    expect(refusal.closest).toHaveLength(1);
    expect((await askFor(question, { results: 5 })).closest.length).toBeGreaterThan(1);
  });

  it('comes with none where nothing is close', async () => {
    expect(await askFor('xylophones')).toMatchObject({ kind: 'nothing-found', closest: [], nearest: [] });
  });

  it('shows no closest passages beside an answer', async () => {
    expect(await askFor('Who built the bridge?')).toMatchObject({ kind: 'found', closest: [], nearest: [] });
  });
});

describe('a filter in a question', () => {
  it('leaves the other articles out', async () => {
    const answer = await askFor('traders and goods according to the Coast Gazette');
    expect(answer).toMatchObject({
      kind: 'found',
      filters: [{ kind: 'outlet', outlet: 'Coast Gazette' }],
      filtersDropped: false,
      searched: 1,
    });
    expect(answer.evidence.map(({ passage }) => passage.handle)).toEqual(['market#1']);
  });

  it('is dropped where nothing that it means answers, and said to be', async () => {
    const answer = await askFor('Which engineer built the bridge according to the Coast Gazette?');
    expect(answer).toMatchObject({
      kind: 'found',
      certain: false,
      filters: [{ kind: 'outlet', outlet: 'Coast Gazette' }],
      filtersDropped: true,
      searched: 3,
    });
    expect(answer.evidence[0]?.passage.handle).toBe('bridge#1');
  });

  it('stays where nothing answers without it either', async () => {
    const answer = await askFor(
      'Which astronaut orbited Jupiter with a ferry aboard, according to the Daily Lantern?',
    );
    expect(answer).toMatchObject({ kind: 'nothing-found', filtersDropped: false, searched: 1 });
  });

  it('is a word like any other where filters are not read', async () => {
    const answer = await askFor('What is in the Coast Gazette?', { readsFilters: false });
    expect(answer).toMatchObject({ filters: [], filtersDropped: false, searched: 3 });
  });
});

describe('the order of an answer', () => {
  const sworn = (id: string, name: string, published?: string): ReturnType<typeof makeArticle> =>
    makeArticle(id, [`${name} is the mayor of Lamu, the town hall said.`], {
      title: 'Town hall of Lamu',
      outlet: 'Lake Post',
      ...(published === undefined ? {} : { published }),
    });
  const mayors = loadArticles(
    sworn('a', 'Halima Omar', '2015-02-01'),
    sworn('b', 'Bakari Ali', '2023-09-01'),
    sworn('c', 'Zainab Said', '2019'),
    sworn('d', 'Juma Nasir'),
    makeArticle('e', ['Mangoes are cheap.'], {
      title: 'Prices',
      outlet: 'Rift Echo',
      published: '2024-01-01',
    }),
  );
  const order = async (question: string): Promise<string[]> =>
    (await ask(mayors, parseAskRequest({ question, results: 5 }, mayors.corpus.outlets))).evidence.map(
      ({ passage }) => passage.article.id,
    );

  it('is that of the days of publication where the newest or the oldest is asked for', async () => {
    expect(await order('Who is the current mayor of Lamu?')).toEqual(['b', 'c', 'a', 'd']);
    expect(await order('Who was the earliest mayor of Lamu?')).toEqual(['a', 'c', 'b', 'd']);
  });

  it.each([
    ['articles in the Lake Post', ['b', 'c', 'a', 'd']],
    ['the oldest articles in the Lake Post', ['a', 'c', 'b', 'd']],
    ['articles in the Lake Post since 2018', ['b', 'c']],
  ])(
    'is that of the days of publication where nothing but filters is left of "%s"',
    async (question, ids) => {
      expect(await order(question)).toEqual(ids);
    },
  );
});

describe('what an answer shows of the articles', () => {
  const item = (n: number): string =>
    `Item ${n} of the dam inquiry: engineer number ${n} spoke of the dam at length.`;
  const inquiry = makeArticle('inquiry', [1, 2, 3, 4].map(item), {
    title: 'Inquiry into the dam at Masinga',
  });
  const report =
    'The storm took the roof off the market hall in Kisii and traders moved to the stadium, the county said on Monday.';
  const sources = [
    inquiry,
    makeArticle('other', ['The dam inquiry heard an engineer.'], { title: 'Elsewhere' }),
    makeArticle('storm', [report], { outlet: 'Daily Lantern' }),
    makeArticle('storm-again', [`${report} Nobody was hurt.`], { outlet: 'Coast Gazette' }),
    makeArticle('storm-count', [`${report} It cost 40 million shillings.`], { outlet: 'Lake Post' }),
    makeArticle('storm-recount', [`${report} It cost 90 million shillings.`], { outlet: 'Rift Echo' }),
  ];
  const loaded = loadWithGlossary([{ en: ['storm'], sw: ['dhoruba'] }], ...sources);
  const askHere = async (question: string, options: Partial<AskOptions> = {}): Promise<Answer> =>
    ask(loaded, parseAskRequest({ question, results: 5, ...options }, loaded.corpus.outlets));
  const handlesOf = ({ evidence }: Answer): string[] => evidence.map(({ passage }) => passage.handle);

  it('is two passages of one article at most', async () => {
    const articles = handlesOf(await askHere('Which engineer spoke of the dam?')).map((h) => h.split('#')[0]);
    expect(articles).toEqual(['inquiry', 'inquiry', 'other']);
  });

  it('is as many of an article as match when the question names its headline', async () => {
    const answer = await askHere('What of the inquiry into the dam at Masinga?');
    expect(handlesOf(answer).filter((handle) => handle.startsWith('inquiry#'))).toHaveLength(4);
  });

  it('is one passage a story, and both where figures differ', async () => {
    const { evidence } = await askHere('What did the storm in Kisii cost?');
    const shown = evidence.map(({ passage, alsoIn, otherFigures }) => ({
      quoted: passage.article.id,
      alsoIn: alsoIn.map(({ article }) => article.id),
      otherFigures: otherFigures.map(({ article }) => article.id),
    }));
    expect(shown.slice(0, 2)).toEqual([
      {
        quoted: 'storm-count',
        alsoIn: expect.arrayContaining(['storm']) as string[],
        otherFigures: ['storm-recount'],
      },
      expect.objectContaining({ quoted: 'storm-recount', otherFigures: ['storm-count'] }),
    ]);
  });

  it('says what was searched', async () => {
    const answer = await askHere('dhoruba Kisi');
    expect(answer.respelled).toEqual([{ word: 'Kisi', searched: 'Kisii' }]);
    expect(answer.searchedAlso).toEqual(['storm']);
    expect(answer.kind).toBe('found');
  });

  it('says so of a refused question, too', async () => {
    const answer = await askHere('Which Jupiter astronaut orbited beyond Masnga?');
    expect(answer).toMatchObject({
      kind: 'nothing-found',
      respelled: [{ word: 'Masnga', searched: 'Masinga' }],
      unknownTerms: ['Jupiter', 'astronaut', 'orbited', 'beyond'],
    });
  });
});

describe('requote', () => {
  it('finds the answer sentence of a passage that was chosen before', async () => {
    const passage = LOADED.corpus.passages('bridge', 1, 1);
    const [evidence] = await createRequote(shareAnalyzer())(
      LOADED,
      { question: 'What did it cost?' },
      passage,
    );
    expect(passage[0]?.text.slice(evidence?.answerSentence.start, evidence?.answerSentence.end)).toBe(
      'It cost 40 million shillings.',
    );
  });

  it('keeps what says the same, and the order', async () => {
    const loaded = loadArticles(
      makeArticle('a', ['The storm took the roof off the market hall in Kisii, the county said on Monday.']),
      makeArticle('b', ['The storm took the roof off the market hall in Kisii, the county said on Monday.']),
    );
    const passages = ['b#1', 'a#1'].flatMap((handle) => loaded.corpus.passage(handle) ?? []);
    const evidence = await createRequote(shareAnalyzer())(loaded, { question: 'storm in Kisii' }, passages);
    expect(
      evidence.map(({ passage, alsoIn }) => [passage.handle, alsoIn.map(({ handle }) => handle)]),
    ).toEqual([
      ['b#1', []],
      ['a#1', ['b#1']],
    ]);
  });

  it('takes options that fit the corpus no more', async () => {
    const passage = LOADED.corpus.passages('bridge', 1, 1);
    const options = { question: 'bridge', outlet: 'Gone', since: 'soon' };
    expect(await createRequote(shareAnalyzer())(LOADED, options, passage)).toHaveLength(1);
  });
});
