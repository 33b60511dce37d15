import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherArrays } from '../../src/snapshot/pack-arrays.js';

const anyArray = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.bigUint64Array(),
  fc.float32Array(),
  fc.uint32Array({ minLength: 3 }).map((numbers) => numbers.subarray(1, 2)),
);

describe('gathered arrays', () => {
  it('are what they were, as views of one buffer', () => {
    fc.assert(
      fc.property(fc.array(anyArray), fc.string(), (arrays, text) => {
        const content = { text, none: null, arrays };
        const { value, buffer } = gatherArrays(content);
        expect(value).toEqual(content);
        for (const array of value.arrays) expect(array.buffer).toBe(buffer);
      }),
    );
  });

  it('move to another thread with the buffer, and not as a copy', () => {
    const { value, buffer } = gatherArrays({ starts: Uint32Array.of(0, 3), idf: Float64Array.of(0.5) });
    const moved = structuredClone(value, { transfer: [buffer] });
    expect(moved).toEqual({ starts: Uint32Array.of(0, 3), idf: Float64Array.of(0.5) });
    expect(moved.starts.buffer).toBe(moved.idf.buffer);
    expect(buffer.byteLength).toBe(0);
  });

  it('leave the arrays that were given as they were', () => {
    const starts = Uint32Array.of(0, 3);
    gatherArrays({ starts }).value.starts[0] = 7;
    expect(starts).toEqual(Uint32Array.of(0, 3));
  });
});
