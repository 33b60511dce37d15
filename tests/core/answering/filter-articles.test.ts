import { describe, expect, it } from 'vitest';
import type { ReadFilter } from '../../../src/core/answering/answer.js';
import { applyFilters, filterArticles, toSet } from '../../../src/core/answering/filter-articles.js';
import type { ArticleSet } from '../../../src/core/model/search-index.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const { corpus } = loadArticles(
  makeArticle('a', ['Rain.'], {
    outlet: 'Lantern',
    published: '2023-03-06',
    author: 'Amina Wekesa',
    tags: ['Weather'],
    url: 'https://www.lantern.example/rain',
  }),
  makeArticle('b', ['Snow.'], {
    outlet: 'Lantern',
    published: '2023-03',
    author: 'AMINA  Wekesa',
  }),
  makeArticle('c', ['Hail.'], { outlet: 'Gazette', published: '2024', tags: ['weather', 'Farms'] }),
  makeArticle('d', ['Wind.'], { outlet: 'Gazette', url: 'https://lantern.example/wind' }),
);
const ids = [...corpus.articleIds()];
const list = (set?: ArticleSet): string[] | 'all' =>
  set ? ids.filter((_, number) => set.mask[number] === 1) : 'all';
const day = (text: string): PartialDate => text as PartialDate;

describe('filterArticles', () => {
  const none = { outlet: null, since: null, until: null };

  it.each([
    ['nothing', {}, 'all', 0],
    ['an outlet', { outlet: 'Lantern' }, ['a', 'b'], 0],
    ['an outlet that is not there', { outlet: 'Herald' }, [], 0],
    ['a first day', { since: day('2023-03-07') }, ['b', 'c'], 1],
    ['a last day', { until: day('2023-03-05') }, ['b'], 1],
    ['a period', { since: day('2023'), until: day('2023') }, ['a', 'b'], 1],
    ['both', { outlet: 'Gazette', since: day('2023') }, ['c'], 1],
    ['an outlet whose articles are all dated', { outlet: 'Lantern', since: day('2023') }, ['a', 'b'], 0],
  ])('selects by %s', (_name, options, expected, undated) => {
    const { within, undatedLeftOut } = filterArticles(corpus, { ...none, ...options });
    expect([list(within), undatedLeftOut]).toEqual([expected, undated]);
    if (within) expect(within.size).toBe(expected.length);
  });
});

describe('applyFilters', () => {
  const article = corpus.article('c');
  const filters: readonly (readonly [ReadFilter, readonly string[]])[] = [
    [{ kind: 'outlet', outlet: 'Gazette' }, ['c', 'd']],
    [{ kind: 'author', author: 'Amina Wekesa' }, ['a', 'b']],
    [{ kind: 'tag', tag: 'Weather' }, ['a', 'c']],
    [{ kind: 'site', site: 'lantern.example' }, ['a', 'd']],
    [{ kind: 'dates', since: day('2023-03-07'), until: null }, ['b', 'c']],
    [{ kind: 'dates', since: null, until: day('2023') }, ['a', 'b']],
    ...(article ? [[{ kind: 'article', article }, ['c']] as const] : []),
  ];

  it.each(filters)('selects what %o means', (filter, expected) => {
    expect(list(applyFilters(corpus, [filter]))).toEqual(expected);
  });

  it('selects what all of them mean, within a selection', () => {
    const [outlet, tag]: ReadFilter[] = [
      { kind: 'outlet', outlet: 'Gazette' },
      { kind: 'tag', tag: 'Weather' },
    ];
    expect(list(applyFilters(corpus, outlet && tag ? [outlet, tag] : []))).toEqual(['c']);
    expect(list(applyFilters(corpus, tag ? [tag] : [], toSet(Uint8Array.of(1, 1, 0, 0))))).toEqual(['a']);
  });

  it('leaves a selection as it is without filters', () => {
    const within = toSet(Uint8Array.of(1, 0, 0, 0));
    expect(applyFilters(corpus, [], within)).toBe(within);
    expect(applyFilters(corpus, [])).toBeUndefined();
  });
});
