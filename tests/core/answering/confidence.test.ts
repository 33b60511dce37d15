import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, parseAskRequest } from '../../../src/core/answering/answer.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import {
  ANSWERABLE_MODEL,
  estimate,
  RIGHT_MODEL,
  SIGNAL_NAMES,
  type Signals,
} from '../../../src/core/answering/confidence.js';
import { type Ranking, rankPassages } from '../../../src/core/answering/rank.js';
import type { LoadedCorpus } from '../../../src/core/model/corpus.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle('bridge', ['Engineer Mwende Kilonzo built the bridge over the Athi.', 'Traders sell maize.'], {
    title: 'Bridge opens',
  }),
  makeArticle('market', ['Traders at the market sell beans.'], { title: 'Prices rise' }),
);
const rank = (question: string, loaded = LOADED): Promise<Ranking> =>
  rankPassages(loaded, shareAnalyzer(), parseAskRequest({ question }, loaded.corpus.outlets));
const signalsOf = async (question: string, loaded = LOADED): Promise<Signals | null> =>
  (await rank(question, loaded)).signals;

describe('readSignals', () => {
  it('finds the whole question in the first passage', async () => {
    expect(await signalsOf('Who built the bridge?')).toMatchObject({
      answering: 1,
      missingNames: 0,
      unknown: 0,
      respelt: 0,
      headline: 0.5,
    });
  });

  it('finds a name that the first passage lacks', async () => {
    const signals = await signalsOf('Did the engineer of the bridge meet Raila?');
    expect(signals?.missingNames).toBe(1);
    expect(signals?.answering).toBeLessThan(1);
  });

  it('weighs the names that are missing against those that are there', async () => {
    const signals = await signalsOf('Did Mwende Kilonzo and Raila build the bridge?');
    expect(signals?.missingNames).toBeGreaterThan(0);
    expect(signals?.missingNames).toBeLessThan(1);
  });

  it('finds no sentence that holds what is asked for', async () => {
    expect((await signalsOf('When do traders sell maize?'))?.answering).toBe(0);
  });

  it('counts what was respelt', async () => {
    expect((await signalsOf('Who is Kilonso?'))?.respelt).toBe(1);
  });

  it('counts what no passage holds', async () => {
    const [some, more] = [await signalsOf('bridge submarine'), await signalsOf('bridge submarine wizard')];
    expect(some?.unknown).toBeGreaterThan(0);
    expect(more?.unknown).toBeGreaterThan(some?.unknown ?? 1);
  });

  it('counts more rare words as more evidence', async () => {
    const [one, two] = [await signalsOf('Kilonzo'), await signalsOf('Mwende Kilonzo')];
    expect(two?.evidence).toBeGreaterThan(one?.evidence ?? 1);
  });

  it.each([['xylophones'], ['who is he'], ['?']])('finds nothing for "%s"', async (question) => {
    const { signals, answerable, confidence } = await rank(question);
    expect({ signals, answerable, confidence }).toEqual({ signals: null, answerable: 0, confidence: 0 });
  });

  it('stays within the ranges of the signals, whatever is asked', async () => {
    const words = [
      ...['bridge', 'Athi', 'Kilonzo', 'Kilonso', 'maize', 'traders', 'built', 'Prices'],
      ...['Who', 'when', 'where', 'submarine', 'Raila', '1987', 'not', '“sell beans”', 'last', 'Monday'],
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), async (asked) => {
        const signals = await signalsOf(asked.join(' '));
        for (const name of signals ? SIGNAL_NAMES : []) {
          expect(signals?.[name], name).toBeGreaterThanOrEqual(0);
          if (name !== 'strength') expect(signals?.[name], name).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('estimate', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const arbitrarySignals: fc.Arbitrary<Signals> = fc.record({
    evidence: share,
    answering: share,
    headline: share,
    missingNames: share,
    unknown: share,
    respelt: share,
    strength: fc.double({ min: 0, max: 50, noNaN: true }),
    margin: share,
  });

  it.each([
    ['something answers', ANSWERABLE_MODEL],
    ['the first passage is right', RIGHT_MODEL],
  ])('is a probability that %s, which each signal moves in its own direction only', (_name, model) => {
    fc.assert(
      fc.property(arbitrarySignals, fc.constantFrom(...SIGNAL_NAMES), (signals, name) => {
        const before = estimate(model, signals);
        const after = estimate(model, { ...signals, [name]: signals[name] + 0.1 });
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect((after - before) * model.weights[name]).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('an article that stands in the corpus many times', () => {
  const others = [
    makeArticle('dam', ['The dam at Masinga burst its banks in April.'], { title: 'Dam bursts' }),
    makeArticle('school', ['A school in Kibwezi lost its roof in the storm.'], { title: 'Storm in Kibwezi' }),
  ];
  const loadCopies = (count: number): LoadedCorpus => {
    const copies = Array.from({ length: count }, (_, i) =>
      makeArticle(
        `ferry-${String(i)}`,
        ['Captain Juma Baraka steered the ferry into the harbour of Lamu.', 'Nobody drowned, he said.'],
        { title: 'Ferry reaches Lamu' },
      ),
    );
    return loadArticles(...copies, ...others);
  };
  const ask = createAsk(shareAnalyzer());
  const askOf = (loaded: LoadedCorpus, question: string): Promise<Answer> =>
    ask(loaded, parseAskRequest({ question }, loaded.corpus.outlets));

  it.each([
    ['Who steered the ferry into the harbour of Lamu?'],
    ['Where did Juma Baraka steer the ferry?'],
    ['When did the dam at Masinga burst?'],
    ['Who painted the lighthouse of Malindi?'],
  ])('answers "%s" as if it stood there once', async (question) => {
    const [one, five, thirty] = [1, 5, 30].map(async (count) => askOf(loadCopies(count), question));
    const { kind, confidence } = (await one) as Answer;
    for (const again of [five, thirty]) {
      const { kind: kindAgain, confidence: confidenceAgain } = (await again) as Answer;
      expect(kindAgain).toBe(kind);
      expect(Math.abs(confidenceAgain - confidence)).toBeLessThan(0.1);
    }
  });
});
