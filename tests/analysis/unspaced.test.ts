import { describe, expect, it } from 'vitest';
import { findUnspacedWords, isUnspaced } from '../../src/analysis/unspaced.js';

describe('findUnspacedWords', () => {
  it.each([
    ['Chinese', '北京的大学关闭了', ['北京', '大学', '关闭']],
    ['Japanese', '大阪の図書館が完成した', ['大阪', '図書館', '完成']],
    ['only function words', '什么时候', []],
    ['nothing', '', []],
  ])('finds the words of %s', (_name, text, words) => {
    expect(findUnspacedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });
});

describe('isUnspaced', () => {
  it.each([
    ['大学', true],
    ['ライオン', true],
    ['library', false],
    ['مكتبة', false],
    ['도서관', false],
  ])('tells of "%s" %s', (text, expected) => {
    expect(isUnspaced(text)).toBe(expected);
  });
});
