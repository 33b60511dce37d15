import { crc32 } from 'node:zlib';
import { align, alignArrays, packArrays, unpackArrays, type ArrayPlace } from './pack-arrays.js';

/**
 * A snapshot is a header, a JSON part and typed arrays, each aligned to 8 bytes:
 *
 * | bytes | what                                                       |
 * | ----- | ---------------------------------------------------------- |
 * | 0–7   | {@link MAGIC}                                              |
 * | 8–11  | {@link BYTE_ORDER}, as all numbers here in the machine's   |
 * | 12–15 | {@link FORMAT_VERSION}                                     |
 * | 16–23 | length of the whole                                        |
 * | 24–27 | CRC-32 of all that follows                                 |
 * | 28–31 | length of the JSON part                                    |
 */
export const HEADER_BYTES = 32;
export const FORMAT_VERSION = 2;
const MAGIC = 'NUKUUSNP';
const BYTE_ORDER = 0x01020304;
/** Where the checksum begins to count. */
const CHECKED_FROM = 28;

/** The numbers of a header, each a view of one. */
interface Header {
  readonly byteOrder: Uint32Array;
  readonly version: Uint32Array;
  /** A double holds lengths up to 2^53. */
  readonly length: Float64Array;
  readonly checksum: Uint32Array;
  readonly jsonLength: Uint32Array;
}

interface JsonPart {
  readonly settings: string;
  readonly rest: unknown;
  readonly places: readonly ArrayPlace[];
}

/** What a snapshot holds, or one sentence that says why it cannot be used. */
export type Decoded =
  | { readonly kind: 'content'; readonly content: unknown }
  | { readonly kind: 'unusable'; readonly reason: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @param content - Of plain objects, arrays, typed arrays and what JSON can tell.
 * @param settings - What a reader must give to be given the content.
 * @returns The pieces of a file, in order; some are views of the content.
 */
export function encodeSnapshot(content: object, settings: string): readonly Uint8Array[] {
  const { rest, places, arrays } = packArrays(content);
  const json = encoder.encode(JSON.stringify({ settings, rest, places } satisfies JsonPart));
  const parts = alignArrays([json, ...arrays]);
  const header = new Uint8Array(HEADER_BYTES);
  header.set(encoder.encode(MAGIC));
  const numbers = openHeader(header);
  numbers.byteOrder[0] = BYTE_ORDER;
  numbers.version[0] = FORMAT_VERSION;
  numbers.length[0] = [header, ...parts].reduce((sum, { length }) => sum + length, 0);
  numbers.jsonLength[0] = json.length;
  numbers.checksum[0] = [header.subarray(CHECKED_FROM), ...parts].reduce((sum, part) => crc32(part, sum), 0);
  return [header, ...parts];
}

/** @param bytes - The whole file, at a multiple of 8 in its buffer; the arrays given back are views of it. */
export function decodeSnapshot(bytes: Uint8Array, settings: string): Decoded {
  const fault = findFault(bytes);
  if (fault !== null) return { kind: 'unusable', reason: fault };
  try {
    const jsonEnd = HEADER_BYTES + (openHeader(bytes).jsonLength[0] ?? 0);
    const part = JSON.parse(decoder.decode(bytes.subarray(HEADER_BYTES, jsonEnd))) as JsonPart;
    if (part.settings !== settings) return { kind: 'unusable', reason: 'it was made by another build of me' };
    return { kind: 'content', content: unpackArrays(part.rest, part.places, bytes.subarray(align(jsonEnd))) };
  } catch (error) {
    return { kind: 'unusable', reason: `it cannot be taken apart (${String(error)})` };
  }
}

function findFault(bytes: Uint8Array): string | null {
  if (bytes.length < HEADER_BYTES || decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    return 'it is no snapshot, or only the beginning of one';
  }
  const { byteOrder, version, length, checksum } = openHeader(bytes);
  if (byteOrder[0] !== BYTE_ORDER) return 'it was made on another kind of machine';
  if (version[0] !== FORMAT_VERSION) return `its format is ${version.join()}, not ${FORMAT_VERSION}`;
  if (length[0] !== bytes.length) return 'it is cut short, or something follows its end';
  return checksum[0] === crc32(bytes.subarray(CHECKED_FROM)) ? null : 'its checksum is wrong';
}

function openHeader({ buffer, byteOffset }: Uint8Array): Header {
  return {
    byteOrder: new Uint32Array(buffer, byteOffset + 8, 1),
    version: new Uint32Array(buffer, byteOffset + 12, 1),
    length: new Float64Array(buffer, byteOffset + 16, 1),
    checksum: new Uint32Array(buffer, byteOffset + 24, 1),
    jsonLength: new Uint32Array(buffer, byteOffset + CHECKED_FROM, 1),
  };
}
