import { describe, expect, it } from 'vitest';
import { createDuplicateFinder, MIN_LIKENESS } from '../../../src/core/likeness/find-duplicates.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

/** Twenty different sentences; `turn` makes others of them. */
const sentences = (turn: string): string[] =>
  Array.from(
    { length: 20 },
    (_, i) =>
      `The ${turn} committee of ward ${'abcdefghijklmnopqrst'.charAt(i)}${turn} met farmers ${turn}${'qwertyuiopasdfghjklz'.charAt(i)} beside river ${turn}.`,
  );
const STORY = sentences('maize');
const OTHER = sentences('bridge');

const finder = (...sources: ReturnType<typeof makeArticle>[]): ReturnType<typeof createDuplicateFinder> =>
  createDuplicateFinder(sources.length === 0 ? null : loadArticles(...sources).corpus, shareAnalyzer(), () =>
    Promise.resolve(),
  );

describe('the search for duplicates', () => {
  it('finds the same text, and how alike it is', async () => {
    const { find } = await finder(makeArticle('a', STORY), makeArticle('b', OTHER));
    expect(find(makeArticle('new', STORY))).toEqual([
      { article: expect.objectContaining({ id: 'a' }) as object, why: 'same-text', likeness: 1 },
    ]);
  });

  it('finds a text in other paragraphs and with some sentences changed, likest first', async () => {
    const { find } = await finder(
      makeArticle('some', [...STORY.slice(0, 16), ...OTHER.slice(16)]),
      makeArticle('most', [STORY.slice(0, 9).join(' '), ...STORY.slice(9, 19)]),
      makeArticle('few', [...STORY.slice(0, 5), ...OTHER.slice(5)]),
    );
    const found = find(makeArticle('new', STORY));
    expect(found.map(({ article }) => article.id)).toEqual(['most', 'some']);
    for (const { likeness } of found) expect(likeness).toBeGreaterThanOrEqual(MIN_LIKENESS);
  });

  it('finds the same address, however little the texts are alike', async () => {
    const url = 'https://www.star.example/a/?utm_source=x#top';
    const { find } = await finder(makeArticle('a', OTHER, { url }));
    const found = find(makeArticle('new', STORY, { url: 'http://star.example/a' }));
    expect(found).toEqual([
      {
        article: expect.objectContaining({ id: 'a' }) as object,
        why: 'same-address',
        likeness: expect.any(Number) as number,
      },
    ]);
    expect(found[0]?.likeness).toBeLessThan(MIN_LIKENESS);
  });

  it('finds nothing where there is nothing', async () => {
    const { find } = await finder();
    expect(find(makeArticle('new', STORY))).toEqual([]);
    const short = await finder(makeArticle('a', ['Short.']));
    expect(short.find(makeArticle('new', ['Another one.']))).toEqual([]);
  });

  it('finds what was added since', async () => {
    const { find, add } = await finder();
    add(makeArticle('first', STORY));
    expect(find(makeArticle('second', STORY)).map(({ article }) => article.id)).toEqual(['first']);
  });
});
