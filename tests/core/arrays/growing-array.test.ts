import { describe, expect, it } from 'vitest';
import { GrowingArray } from '../../../src/core/arrays/string-table.js';

describe('a growing array', () => {
  it.each([0, 1, 1_024, 1_025, 300_000, 9_000_000])('holds the %i values that were pushed', (count) => {
    const array = new GrowingArray();
    for (let i = 0; i < count; i += 1) array.push(i);
    const values = array.view();
    expect(array.length).toBe(count);
    expect(values).toHaveLength(count);
    expect(values.every((value, i) => value === i)).toBe(true);
  });

  it('leaves a view as it was when more is pushed', () => {
    const array = new GrowingArray();
    array.push(1);
    const values = array.view();
    for (let i = 0; i < 2_000; i += 1) array.push(2);
    expect([...values]).toEqual([1]);
  });
});
