import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import createEngine from 'wink-bm25-text-search';
import type { IndexablePassage } from '../../../src/core/model/search-index.js';
import { learnIndex } from '../../support/learn-index.js';
import { serveIndex } from '../../../src/engines/wink/serve-index.js';
import { describeSearchIndex, passageOf, whole } from '../../support/search-index-contract.js';

describe('wink-bm25', () => {
  describeSearchIndex((passages) => serveIndex(learnIndex(passages)));
});

/** wink's own search over the same passages, ties in the order of the passages. */
function searchByWink(passages: readonly IndexablePassage[], terms: readonly string[]): [number, number][] {
  const engine = createEngine();
  engine.defineConfig({ fldWeights: { headline: 3, text: 1 }, bm25Params: { k1: 1.2, b: 0.5, k: 1 } });
  engine.definePrepTasks([
    (input: string | readonly string[]) => (typeof input === 'string' ? input.split(' ') : input),
  ]);
  passages.forEach(({ headlineTerms, textTerms }, i) => {
    engine.addDoc({ headline: headlineTerms, text: textTerms }, i);
  });
  engine.consolidate();
  return engine
    .search(terms.join(' '), passages.length)
    .sort(([i, a], [j, b]) => (Math.abs(a - b) < 1e-9 ? Number(i) - Number(j) : b - a))
    .map(([i, score]) => [Number(i), score]);
}

describe('the frozen index', () => {
  const word = fc.constantFrom(
    'ruto',
    'raila',
    'azimio',
    'server',
    'vote',
    '2022',
    '1',
    'kisii',
    '__proto__',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
  const corpus = fc.array(fc.tuple(words, words), { minLength: 3, maxLength: 30 });

  it("ranks and scores as wink's model does", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), async (texts, terms) => {
        const passages = texts.map(([text, headline]) => passageOf('a', text, headline));
        const hits = await serveIndex(learnIndex(passages)).search(terms.map(whole), 10);
        const expected = searchByWink(passages, terms).slice(0, 10);
        expect(hits.map(({ passage }) => passage)).toEqual(expected.map(([passage]) => passage));
        hits.forEach(({ score }, i) => {
          expect(score).toBeCloseTo(expected[i]?.[1] ?? 0, 3);
        });
      }),
    );
  });
});
