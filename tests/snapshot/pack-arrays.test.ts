import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignArrays, packArrays, unpackArrays } from '../../src/snapshot/pack-arrays.js';

const anyArray = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.bigUint64Array(),
  fc.float32Array(),
  fc.uint32Array({ minLength: 3 }).map((numbers) => numbers.subarray(1, 2)),
);

describe('packed arrays', () => {
  it('are what they were, as views of one buffer', () => {
    fc.assert(
      fc.property(fc.array(anyArray), fc.string(), (arrays, text) => {
        const content = { text, none: null, arrays };
        const packed = packArrays(content);
        const bytes = new Uint8Array(Buffer.concat(alignArrays(packed.arrays)));
        const value = unpackArrays(packed.rest, packed.places, bytes) as typeof content;
        expect(value).toEqual(content);
        for (const array of value.arrays) expect(array.buffer).toBe(bytes.buffer);
      }),
    );
  });

  it('are refused where bytes are missing', () => {
    const { rest, places } = packArrays({ starts: Uint32Array.of(0, 3) });
    expect(() => unpackArrays(rest, places, new Uint8Array(7))).toThrow(RangeError);
  });
});
