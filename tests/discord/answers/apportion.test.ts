import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../src/discord/answers/render-why.js';

describe('apportion', () => {
  it.each([
    [[1, 1, 1], 100, [34, 33, 33]],
    [[2, 1], 100, [67, 33]],
    [[996, 4], 100, [100, 0]],
    [[5], 7, [7]],
    [[1, 0], 0, [0, 0]],
  ])('divides by %j a total of %i into %j', (parts, total, whole) => {
    expect(apportion(parts, total)).toEqual(whole);
  });

  it('adds up to the total, each part less than 1 from its share', () => {
    const parts = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parts, fc.nat(10_000), (some, total) => {
        const all = [...some, 1];
        const sum = all.reduce((before, part) => before + part, 0);
        const whole = apportion(all, total);
        expect(whole.reduce((before, part) => before + part, 0)).toBe(total);
        whole.forEach((part, i) => {
          expect(Math.abs(part - ((all[i] ?? 0) / sum) * total)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });
});
