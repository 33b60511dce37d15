import { describe, expect, it } from 'vitest';
import { remember } from '../../../src/corpus/frozen/open-corpus.js';

const watch = (limit: number) => {
  const asked: string[] = [];
  const measure = remember(limit, (key: string) => {
    asked.push(key);
    return key.length;
  });
  return { asked, measure };
};

describe('remember', () => {
  it('finds each once, up to the limit', () => {
    const { asked, measure } = watch(2);
    expect(['one', 'three', 'one', 'three'].map(measure)).toEqual([3, 5, 3, 5]);
    expect(asked).toEqual(['one', 'three']);
  });

  it('begins anew beyond the limit', () => {
    const { asked, measure } = watch(2);
    expect(['one', 'three', 'seventh', 'seventh', 'one'].map(measure)).toEqual([3, 5, 7, 7, 3]);
    expect(asked).toEqual(['one', 'three', 'seventh', 'one']);
  });
});
