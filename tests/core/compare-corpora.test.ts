import { describe, expect, it } from 'vitest';
import { compareCorpora } from '../../src/core/compare-corpora.js';
import { loadWithdrawn, makeArticle } from '../support/fake-corpus.js';

const bridge = makeArticle('bridge', ['One.']);
const ferry = makeArticle('ferry', ['Two.']);

const NOTHING = { added: [], changed: [], removed: [], withdrawn: [], restored: [], glossaryChanged: false };
const both = loadWithdrawn([], bridge, ferry);
const withoutFerry = loadWithdrawn([ferry], bridge);
const alone = loadWithdrawn([], bridge);

describe('compareCorpora', () => {
  it.each([
    ['nothing', withoutFerry, withoutFerry, {}],
    ['a withdrawal', both, withoutFerry, { withdrawn: [{ article: ferry.article }] }],
    ['an article that comes withdrawn', alone, withoutFerry, { withdrawn: [{ article: ferry.article }] }],
    ['a restored article', withoutFerry, both, { restored: [ferry.article] }],
    ['a removed article', both, alone, { removed: [ferry.article] }],
    ['a withdrawn article that is removed', withoutFerry, alone, { removed: [ferry.article] }],
    ['a new article', alone, both, { added: [ferry.article] }],
  ])('tells of %s', (_name, before, after, difference) => {
    expect(compareCorpora(before, after)).toMatchObject({ ...NOTHING, ...difference });
  });

  it('tells of another reason', () => {
    const other = loadWithdrawn([makeArticle('ferry', ['Two, again.'])], bridge);
    expect(compareCorpora(withoutFerry, other)).toMatchObject({ changed: [], withdrawn: [{}] });
  });

  it('finds another revision after a withdrawal, and the first one again without it', () => {
    expect(withoutFerry.corpus.summary.revision).not.toBe(both.corpus.summary.revision);
    expect(withoutFerry.corpus.summary.revision).not.toBe(alone.corpus.summary.revision);
    expect(loadWithdrawn([], bridge, ferry).corpus.summary.revision).toBe(both.corpus.summary.revision);
  });
});
