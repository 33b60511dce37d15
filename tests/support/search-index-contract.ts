import { describe, expect, it } from 'vitest';
import type {
  ArticleSet,
  IndexablePassage,
  SearchIndex,
  SearchTerm,
} from '../../src/core/model/search-index.js';

/** Makes a passage of an article from words that are already terms. */
export function passageOf(articleId: string, text: string, headline = ''): IndexablePassage {
  const split = (words: string): string[] => words.split(' ').filter((word) => word !== '');
  return { articleId, headlineTerms: split(headline), textTerms: split(text) };
}

const PASSAGES = [
  passageOf('a0', 'rain falls on dry land'),
  passageOf('a1', 'rain and more rain', 'weather'),
  passageOf('a2', 'dry season ends'),
  passageOf('a2', 'dry season ends'),
  passageOf('a3', 'the vote of 2022', 'dry'),
];

/** Makes a search term with boost 1. */
export function whole(term: string): SearchTerm {
  return { term, boost: 1 };
}

/** Makes a set of articles from their ids; its mask is in the order of the articles' first passages. */
function setOf(passages: readonly IndexablePassage[], ids: readonly string[]): ArticleSet {
  const all = [...new Set(passages.map(({ articleId }) => articleId))];
  return { mask: Uint8Array.from(all, (id) => (ids.includes(id) ? 1 : 0)), size: ids.length };
}

/**
 * Tests the contract of every engine; call it from the engine's test file.
 *
 * @param build - Receives passages by article id, then in reading order.
 */
export function describeSearchIndex(build: (passages: readonly IndexablePassage[]) => SearchIndex): void {
  const search = async (
    passages: readonly IndexablePassage[],
    terms: string[],
    limit = 10,
    within?: readonly string[],
  ): Promise<number[]> =>
    (await build(passages).search(terms.map(whole), limit, within && setOf(passages, within))).map(
      ({ passage }) => passage,
    );

  describe('search index contract', () => {
    it('ranks the passage with more matches first', async () => {
      expect(await search(PASSAGES, ['rain'])).toEqual([1, 0]);
    });

    it('weighs a term in the headline more than one in the text', async () => {
      const [first] = await search(PASSAGES, ['dry']);
      expect(first).toBe(4);
    });

    it('returns scores above 0 in descending order', async () => {
      const scores = (await build(PASSAGES).search(['dry', 'rain', 'land'].map(whole), 10)).map(
        ({ score }) => score,
      );
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThan(0);
    });

    it('breaks ties in the order of the passages, also at the limit', async () => {
      expect(await search(PASSAGES, ['season'])).toEqual([2, 3]);
      expect(await search(PASSAGES, ['season'], 1)).toEqual([2]);
    });

    it('searches only the articles it is given', async () => {
      expect(await search(PASSAGES, ['dry'], 10, ['a0'])).toEqual([0]);
      expect(await search(PASSAGES, ['dry', 'season'], 1, ['a0', 'a1'])).toEqual([0]);
      expect(await search(PASSAGES, ['dry'], 10, [])).toEqual([]);
    });

    it('returns no hit for an unknown term or for none', async () => {
      expect(await search(PASSAGES, ['snow'])).toEqual([]);
      expect(await search(PASSAGES, [])).toEqual([]);
    });

    it('numbers the articles by their first passages', async () => {
      const hits = await build(PASSAGES).search([whole('dry')], 10);
      expect(new Map(hits.map(({ passage, article }) => [passage, article]))).toEqual(
        new Map([
          [0, 0],
          [2, 2],
          [3, 2],
          [4, 3],
        ]),
      );
    });

    it('finds a number', async () => {
      expect(await search(PASSAGES, ['2022'])).toEqual([4]);
    });

    it('answers one search like another before it', async () => {
      const index = build(PASSAGES);
      const first = await index.search(['dry', 'rain'].map(whole), 10);
      await index.search(['season'].map(whole), 10);
      expect(await index.search(['dry', 'rain'].map(whole), 10)).toEqual(first);
    });

    it('counts the boost of a term that is asked for', async () => {
      const index = build(PASSAGES);
      const [full] = await index.search([whole('season')], 1);
      const [half] = await index.search([{ term: 'season', boost: 0.5 }], 1);
      expect(half?.score).toBeCloseTo((full?.score ?? 0) / 2, 3);
    });

    it('explains a score by its terms', async () => {
      const index = build(PASSAGES);
      const terms = [whole('dry'), { term: 'land', boost: 0.3 }, whole('snow'), whole('weather')];
      for (const { passage, score } of await index.search(terms, 10)) {
        const parts = index.explain(terms, passage);
        expect(parts).toHaveLength(terms.length);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
      }
      expect(index.explain(terms, 0).map((part) => part > 0)).toEqual([true, true, false, false]);
      expect(index.explain(terms, 99)).toEqual([0, 0, 0, 0]);
    });

    it.each([0, 1, 2, 3])('works with %i passages', async (count) => {
      const found = await search(PASSAGES.slice(0, count), ['rain', 'dry']);
      expect(found).toHaveLength(count);
    });

    it('weighs a rare term more than a common one, and an unknown one 0', () => {
      const index = build(PASSAGES);
      expect(index.idf('land')).toBeGreaterThan(index.idf('dry'));
      expect(index.idf('land')).toBeCloseTo(index.maxIdf);
      expect(index.idf('snow')).toBe(0);
    });
  });
}
