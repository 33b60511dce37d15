/** Writes a value to a snapshot file and reads it back if its settings still match. */

import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { describeError } from '../core/model/fault.js';
import { align, alignArrays, type ArrayPlace, packArrays, unpackArrays } from './pack-arrays.js';

/** The file of a snapshot, and what must not have changed since it was written. */
export interface SnapshotPlace {
  readonly file: string;
  /** Everything that the content depends on besides the files of the corpus; compared, never parsed. */
  readonly settings: string;
}

/** The content of a snapshot; `reason` is half a sentence on why it is not used. */
type SnapshotReading<T> =
  | { readonly kind: 'content'; readonly content: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly reason: string };

const readAsync = promisify(read);

/** The most that one call reads; the system reads at most 2 GiB. */
const MAX_READ_BYTES = 2 ** 30;

/**
 * Reads a snapshot. Never rejects.
 *
 * @typeParam T - The type of what was written with the same settings.
 * @returns Content whose typed arrays are views of one buffer.
 */
export async function readSnapshot<T>({ file, settings }: SnapshotPlace): Promise<SnapshotReading<T>> {
  try {
    const decoded = decodeSnapshot(await readWhole(file), settings);
    // The checksum and the settings prove that this is what was written.
    return decoded.kind === 'content' ? { ...decoded, content: decoded.content as T } : decoded;
  } catch (error) {
    const code = describeError(error);
    return code === 'ENOENT'
      ? { kind: 'missing' }
      : { kind: 'unusable', reason: `it cannot be read (${code})` };
  }
}

/** Reads asynchronously, into a buffer of its own so that views can begin anywhere. */
async function readWhole(file: string): Promise<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(descriptor).size);
    let done = 0;
    for (let bytesRead = 1; bytesRead > 0 && done < bytes.length; done += bytesRead) {
      const length = Math.min(MAX_READ_BYTES, bytes.length - done);
      ({ bytesRead } = await readAsync(descriptor, bytes, done, length, null));
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(descriptor);
  }
}

/** A snapshot written under a temporary name, not yet in place. */
interface StagedSnapshot {
  /**
   * Replaces the previous snapshot. Does not wait for the disk: the checksum reveals a file torn by a power cut, and
   * the articles are then read again. Rejects with a system error.
   */
  commit(): Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The name contains the id of the writing process, so that the leftovers of a killed one can be recognised. */
const TEMPORARY = /^\.(?<pid>\d+)\.tmp$/u;

/**
 * Writes a snapshot beside its place, creating the folder if needed. Once this resolves, `content` may be
 * transferred or changed. Only one at a time in a process.
 *
 * @param content - Made of plain objects, arrays, typed arrays and JSON values.
 * @throws A system error; nothing of this attempt is left then.
 */
export async function stageSnapshot(
  { file, settings }: SnapshotPlace,
  content: object,
): Promise<StagedSnapshot> {
  await mkdir(dirname(file), { recursive: true });
  await removeLeftovers(file);
  const temporary = `${file}.${process.pid}.tmp`;
  const discard = (): Promise<void> => rm(temporary, { force: true });
  const orRemove = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      await discard();
      throw error;
    }
  };
  await orRemove(() => writeFile(temporary, encodeSnapshot(content, settings)));
  return { commit: () => orRemove(() => rename(temporary, file)), discard };
}

/**
 * Writes a snapshot and puts it in place.
 *
 * @throws A system error; the previous snapshot then stays.
 */
export async function writeSnapshot(place: SnapshotPlace, content: object): Promise<void> {
  await (await stageSnapshot(place, content)).commit();
}

/** Removes what ended processes, or an earlier attempt of this one, left of the same snapshot. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(basename(file))) continue;
    const pid = TEMPORARY.exec(name.slice(basename(file).length))?.groups?.['pid'];
    if (pid !== undefined && !isRunningElsewhere(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunningElsewhere(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return describeError(error) === 'EPERM';
  }
}

/**
 * A snapshot is a header, a JSON part and typed arrays, each aligned to 8 bytes:
 *
 * | bytes | content                                             |
 * | ----- | --------------------------------------------------- |
 * | 0–7   | {@link MAGIC}                                       |
 * | 8–11  | {@link BYTE_ORDER}; all numbers are in native order |
 * | 12–15 | {@link FORMAT_VERSION}                              |
 * | 16–23 | length of the file                                  |
 * | 24–27 | CRC-32 of everything after it                       |
 * | 28–31 | length of the JSON part                             |
 */
const HEADER_BYTES = 32;
export const FORMAT_VERSION = 2;
const MAGIC = 'NUKUUSNP';
const BYTE_ORDER = 0x01020304;
/** The first byte that the checksum covers. */
const CHECKED_FROM = 28;

/** The numbers of a header, each a view of one element. */
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

/** The content of a snapshot, or half a sentence on why it cannot be used. */
type Decoded =
  | { readonly kind: 'content'; readonly content: unknown }
  | { readonly kind: 'unusable'; readonly reason: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @param content - Made of plain objects, arrays, typed arrays and JSON values.
 * @param settings - A reader must pass the same to get the content.
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

/** @param bytes - The whole file, at a multiple of 8 in its buffer; the returned arrays are views of it. */
export function decodeSnapshot(bytes: Uint8Array, settings: string): Decoded {
  const defect = findDefect(bytes);
  if (defect !== null) return { kind: 'unusable', reason: defect };
  try {
    const jsonEnd = HEADER_BYTES + (openHeader(bytes).jsonLength[0] ?? 0);
    const part = JSON.parse(decoder.decode(bytes.subarray(HEADER_BYTES, jsonEnd))) as JsonPart;
    if (part.settings !== settings) return { kind: 'unusable', reason: 'it was made by another build of me' };
    return { kind: 'content', content: unpackArrays(part.rest, part.places, bytes.subarray(align(jsonEnd))) };
  } catch (error) {
    return { kind: 'unusable', reason: `it cannot be taken apart (${String(error)})` };
  }
}

function findDefect(bytes: Uint8Array): string | null {
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
