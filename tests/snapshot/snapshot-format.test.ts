import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot, FORMAT_VERSION } from '../../src/snapshot/snapshot.js';

const SETTINGS = 'build 1';

const anyArray = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array(),
);
const anyJson = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const anyKey = fc.string().filter((key) => key !== '__proto__');
const anyContent = fc.letrec<{ node: unknown; content: object }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, anyArray, anyJson, fc.array(tie('node')), tie('content')),
  content: fc.dictionary(anyKey, tie('node'), { noNullPrototype: true }),
})).content;

/** As one file, at the start of a buffer of its own. */
function encode(content: object, settings = SETTINGS): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(encodeSnapshot(content, settings)));
}

const decode = (bytes: Uint8Array): ReturnType<typeof decodeSnapshot> => decodeSnapshot(bytes, SETTINGS);

const SAMPLE = encode({
  articles: [{ id: 'bridge', tags: ['roads', 'mádaraja'] }],
  corpus: { bytes: Uint8Array.of(1, 2, 3), starts: Uint32Array.of(0, 3), idf: Float64Array.of(0.5) },
});

describe('a snapshot', () => {
  it('gives back what it was given, whatever that is', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(decode(encode(content))).toEqual({ kind: 'content', content });
      }),
    );
  });

  it('gives its arrays as views of the bytes, not as copies', () => {
    const decoded = decode(SAMPLE);
    if (decoded.kind !== 'content') throw new Error(decoded.reason);
    const { corpus } = decoded.content as { corpus: { bytes: Uint8Array; idf: Float64Array } };
    expect([corpus.bytes.buffer, corpus.idf.buffer]).toEqual([SAMPLE.buffer, SAMPLE.buffer]);
  });

  it('is refused with any of its bytes changed', () => {
    for (let at = 0; at < SAMPLE.length; at += 1) {
      const flipped = SAMPLE.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(decode(flipped), `byte ${at}`).toMatchObject({ kind: 'unusable' });
    }
  });

  it('is refused with any number of bytes changed', () => {
    const changes = fc.dictionary(fc.nat(SAMPLE.length - 1).map(String), fc.integer({ min: 1, max: 255 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(changes, (byPlace) => {
        const changed = SAMPLE.slice();
        for (const [at, bits] of Object.entries(byPlace))
          changed[Number(at)] = (changed[Number(at)] ?? 0) ^ bits;
        expect(decode(changed)).toMatchObject({ kind: 'unusable' });
      }),
    );
  });

  it('is refused when it is cut short anywhere, or goes on', () => {
    for (let length = 0; length < SAMPLE.length; length += 1)
      expect(decode(SAMPLE.slice(0, length)), `${length} bytes`).toMatchObject({ kind: 'unusable' });
    expect(decode(Uint8Array.of(...SAMPLE, 0))).toMatchObject({ kind: 'unusable' });
  });

  it('is refused when it is something else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decode(bytes)).toMatchObject({ kind: 'unusable' });
      }),
    );
  });

  it.each([
    [
      'another format',
      12,
      [FORMAT_VERSION + 1, 0, 0, 0],
      `its format is ${FORMAT_VERSION + 1}, not ${FORMAT_VERSION}`,
    ],
    [
      'another order of bytes',
      8,
      [...SAMPLE.slice(8, 12)].reverse(),
      'it was made on another kind of machine',
    ],
    ['another mark', 0, [0x50, 0x4b], 'it is no snapshot, or only the beginning of one'],
  ])('says what is wrong with %s', (_name, at, bytes, reason) => {
    const foreign = SAMPLE.slice();
    foreign.set(bytes, at);
    expect(decode(foreign)).toEqual({ kind: 'unusable', reason });
  });

  it('is refused with other settings', () => {
    const reason = 'it was made by another build of me';
    expect(decodeSnapshot(SAMPLE, 'build 2')).toEqual({ kind: 'unusable', reason });
  });
});
