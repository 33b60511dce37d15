import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/core/likeness/compare-passages.js';

describe('readFigures', () => {
  it.each([
    ['none', 'The court ruled.', ''],
    ['separators', '1,000 of 7,176,141 and 1000', '1000 7176141 1000'],
    ['years after a comma', 'in 2017,2018 and August 9, 2022', '2017 2018 9 2022'],
    ['decimals', '2.50 and 2.5 and 0.05', '2.5 2.5 0.05'],
    ['an amount of money', 'Sh2.5 billion, KSh300,000', '2.5 1000000000 300000'],
    ['short scales', '2.5bn, 3m, 40k, 5 metres', '2.5 1000000000 3 1000000 40 1000 5'],
    ['percentages', '64.8%, 64.8 per cent, 64.8 percent, 64.8pc', '64.8% 64.8% 64.8% 64.8%'],
    ['number words', 'Twenty-five of three hundred; thousands stayed', '20 5 3 100 1000'],
    ['Swahili', 'asilimia 64.8, milioni mbili na elfu tano, watu wawili', '64.8% 1000000 2 1000 5 2'],
    ['ordinals and hours', 'August 9th at 8.30am', '9 8.3'],
    ['words that only begin so', 'The tent often stood; a threesome', ''],
  ])('reads %s', (_name, text, figures) => {
    expect(readFigures(text)).toBe(figures);
  });
});
