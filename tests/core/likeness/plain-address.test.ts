import { describe, expect, it } from 'vitest';
import { plainAddress } from '../../../src/core/likeness/find-duplicates.js';

describe('plainAddress', () => {
  it.each([
    'http://star.example/news/a',
    'https://www.star.example/news/a/',
    'https://STAR.example:443/news/a#comments',
    'https://star.example/news/a?utm_source=x&utm_medium=y',
    'https://star.example/news/a?fbclid=1&gclid=2',
    'https://m.star.example/news/a',
    'https://amp.star.example/news/a',
    'https://star.example/news/a/amp/',
    'https://star.example/news/a?amp',
    'https://star.example/news/a?outputType=amp',
  ])('brings %s to one', (url) => {
    expect(plainAddress(url)).toBe('star.example/news/a');
  });

  it.each([
    ['https://star.example/news/a?id=1', 'https://star.example/news/a?id=2'],
    ['https://star.example/news/a', 'https://star.example/news/b'],
    ['https://star.example/news/a', 'https://star.example/news/A'],
    ['https://star.example/news/amplifier', 'https://star.example/news'],
    ['https://star.example/a', 'https://news.star.example/a'],
    ['https://star.example:8080/a', 'https://star.example/a'],
  ])('keeps apart %s and %s', (a, b) => {
    expect(plainAddress(a)).not.toBe(plainAddress(b));
  });

  it('does not mind the order of parameters', () => {
    expect(plainAddress('https://a.example/?b=1&a=2')).toBe(plainAddress('https://a.example/?a=2&b=1'));
  });
});
