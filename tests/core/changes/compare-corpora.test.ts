import { describe, expect, it } from 'vitest';
import { compareCorpora } from '../../../src/core/changes/change-corpus.js';
import { loadArticles, loadWithdrawn, loadWithGlossary, makeArticle } from '../../support/fake-corpus.js';

const A = makeArticle('a', ['The bridge opened.']);
const B = makeArticle('b', ['The ferry sank.']);
const C = makeArticle('c', ['The market closed.']);
const REST = (): Promise<void> => Promise.resolve();

const list = async (...corpora: Parameters<typeof compareCorpora>) => {
  const { added, changed, removed } = await compareCorpora(...corpora);
  return [added, changed, removed].map((articles) => articles.map(({ id }) => id));
};

describe('compareCorpora', () => {
  it('finds nothing between equal corpora', async () => {
    expect(await compareCorpora(loadArticles(A, B), loadArticles(A, B), REST)).toEqual({
      added: [],
      changed: [],
      removed: [],
      withdrawn: [],
      restored: [],
      glossaryChanged: false,
    });
  });

  it('lists by id what was added, changed and removed', async () => {
    const before = loadArticles(A, B);
    expect(await list(before, loadArticles(A, B, C), REST)).toEqual([['c'], [], []]);
    expect(await list(before, loadArticles(C), REST)).toEqual([['c'], [], ['a', 'b']]);
    const reworded = makeArticle('a', ['The bridge closed.']);
    const retitled = makeArticle('b', ['The ferry sank.'], { title: 'Ferry' });
    expect(await list(before, loadArticles(reworded, retitled), REST)).toEqual([[], ['a', 'b'], []]);
    const cautioned = makeArticle('b', ['The ferry sank.'], { caution: 'Disputed.' });
    const { changed } = await compareCorpora(before, loadArticles(A, cautioned), REST);
    expect(changed).toEqual([cautioned.article]);
  });

  it('tells of a changed glossary', async () => {
    const after = loadWithGlossary([{ en: ['vote'], sw: ['kura'] }], A);
    expect(await compareCorpora(loadArticles(A), after, REST)).toMatchObject({ glossaryChanged: true });
  });

  it('rests between slices of many articles, and gives the same', async () => {
    const many = Array.from({ length: 600 }, (_, i) =>
      makeArticle(`n${String(i).padStart(3, '0')}`, ['Text.']),
    );
    let rests = 0;
    const rest = async (): Promise<void> => {
      rests += 1;
      await Promise.resolve();
    };
    const { added, removed } = await compareCorpora(loadArticles(A), loadArticles(...many), rest);
    expect(added).toEqual(many.map(({ article }) => article));
    expect(removed).toEqual([A.article]);
    expect(rests).toBe(2);
  });
});

const bridge = makeArticle('bridge', ['One.']);
const ferry = makeArticle('ferry', ['Two.']);

const NOTHING = { added: [], changed: [], removed: [], withdrawn: [], restored: [], glossaryChanged: false };
const both = loadWithdrawn([], bridge, ferry);
const withoutFerry = loadWithdrawn([ferry], bridge);
const alone = loadWithdrawn([], bridge);

describe('compareCorpora where articles are withdrawn', () => {
  it.each([
    ['nothing', withoutFerry, withoutFerry, {}],
    ['a withdrawal', both, withoutFerry, { withdrawn: [{ article: ferry.article }] }],
    ['an article that comes withdrawn', alone, withoutFerry, { withdrawn: [{ article: ferry.article }] }],
    ['a restored article', withoutFerry, both, { restored: [ferry.article] }],
    ['a removed article', both, alone, { removed: [ferry.article] }],
    ['a withdrawn article that is removed', withoutFerry, alone, { removed: [ferry.article] }],
    ['a new article', alone, both, { added: [ferry.article] }],
  ])('tells of %s', async (_name, before, after, difference) => {
    expect(await compareCorpora(before, after, REST)).toMatchObject({ ...NOTHING, ...difference });
  });

  it('tells of another reason', async () => {
    const other = loadWithdrawn([makeArticle('ferry', ['Two, again.'])], bridge);
    expect(await compareCorpora(withoutFerry, other, REST)).toMatchObject({ changed: [], withdrawn: [{}] });
  });

  it('finds another revision after a withdrawal, and the first one again without it', () => {
    expect(withoutFerry.corpus.summary.revision).not.toBe(both.corpus.summary.revision);
    expect(withoutFerry.corpus.summary.revision).not.toBe(alone.corpus.summary.revision);
    expect(loadWithdrawn([], bridge, ferry).corpus.summary.revision).toBe(both.corpus.summary.revision);
  });
});
