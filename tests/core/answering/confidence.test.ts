import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFIDENCE_MODEL,
  estimateConfidence,
  type Signals,
} from '../../../src/core/answering/confidence.js';
import { rankPassages } from '../../../src/core/answering/rank.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle('bridge', ['Engineer Mwende Kilonzo built the bridge over the Athi.', 'Traders sell maize.'], {
    title: 'Bridge opens',
  }),
  makeArticle('market', ['Traders at the market sell beans.'], { title: 'Prices rise' }),
);
const signalsOf = async (question: string): Promise<Signals | null> =>
  (await rankPassages(LOADED, shareAnalyzer(), question)).signals;

describe('readSignals', () => {
  it('finds the whole question in the first passage', async () => {
    expect(await signalsOf('Who built the bridge?')).toMatchObject({
      answering: 1,
      missingName: 0,
      respelt: 0,
      headline: 0.5,
    });
  });

  it('finds a name that the first passage lacks', async () => {
    const signals = await signalsOf('Did the engineer of the bridge meet Raila?');
    expect(signals?.missingName).toBe(1);
    expect(signals?.answering).toBeLessThan(1);
  });

  it('finds no sentence that holds what is asked for', async () => {
    expect((await signalsOf('When do traders sell maize?'))?.answering).toBe(0);
  });

  it('counts what was respelt', async () => {
    expect((await signalsOf('Who is Kilonso?'))?.respelt).toBe(1);
  });

  it.each([['xylophones'], ['who is he'], ['']])('finds nothing for "%s"', async (question) => {
    const { signals, confidence } = await rankPassages(LOADED, shareAnalyzer(), question);
    expect({ signals, confidence }).toEqual({ signals: null, confidence: 0 });
  });
});

describe('estimateConfidence', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const large = fc.double({ min: 0, max: 50, noNaN: true });
  const arbitrarySignals = fc.record({
    scoreNorm: large,
    bm25Norm: large,
    headline: share,
    answering: share,
    margin: share,
    missingName: share,
    respelt: share,
  });

  it('is a probability that each signal moves in its own direction only', () => {
    const names = Object.keys(CONFIDENCE_MODEL.weights) as (keyof Signals)[];
    fc.assert(
      fc.property(arbitrarySignals, fc.constantFrom(...names), (signals, name) => {
        const before = estimateConfidence(signals);
        const after = estimateConfidence({ ...signals, [name]: signals[name] + 0.1 });
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect((after - before) * CONFIDENCE_MODEL.weights[name]).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
