import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { describeError } from '../core/model/fault.js';
import { align, alignArrays, type ArrayPlace, packArrays, unpackArrays } from './pack-arrays.js';

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
const HEADER_BYTES = 32;
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
type Decoded =
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

/** Where a snapshot stands, and what must not have changed since it was made. */
export interface SnapshotPlace {
  readonly file: string;
  /** Everything besides the sources that the content depends on; compared, never taken apart. */
  readonly settings: string;
}

/** What a snapshot holds; `unusable` says in half a sentence why it is not used. */
type SnapshotReading<T> =
  | { readonly kind: 'content'; readonly content: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly reason: string };

const readSome = promisify(read);

/** What one call reads; the system reads no more than 2 GiB. */
const MAX_READ_BYTES = 2 ** 30;

/**
 * Reads what `writeSnapshot` wrote. Never rejects.
 *
 * @typeParam T - What was written with the same settings.
 * @returns Its typed arrays are views of one buffer.
 */
export async function readSnapshot<T>({ file, settings }: SnapshotPlace): Promise<SnapshotReading<T>> {
  try {
    const decoded = decodeSnapshot(await readWhole(file), settings);
    // The checksum and the settings say that this is what was written.
    return decoded.kind === 'content' ? { ...decoded, content: decoded.content as T } : decoded;
  } catch (error) {
    const code = describeError(error);
    return code === 'ENOENT'
      ? { kind: 'missing' }
      : { kind: 'unusable', reason: `it cannot be read (${code})` };
  }
}

/** Into a buffer of its own, so that views can begin anywhere. Reads while the caller goes on. */
async function readWhole(file: string): Promise<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(descriptor).size);
    let done = 0;
    for (let some = 1; some > 0 && done < bytes.length; done += some) {
      const length = Math.min(MAX_READ_BYTES, bytes.length - done);
      ({ bytesRead: some } = await readSome(descriptor, bytes, done, length, null));
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(descriptor);
  }
}

/** A snapshot that is written under a name of its own, not yet in place. */
interface StagedSnapshot {
  /**
   * Puts it in place of the last one. It does not wait for the disk: a checksum tells what a power cut has torn,
   * and the articles are read again. Rejects with a system error.
   */
  commit(): Promise<void>;
  /** Removes it. */
  readonly discard: () => Promise<void>;
}

/** The process that writes stands in the name, so that what a killed one left can be told. */
const TEMPORARY = /^\.(?<pid>\d+)\.tmp$/u;

/**
 * Writes a snapshot beside its place, making the folder where there is none. Once this is done `content` may
 * be handed over or changed. One at a time in a process.
 *
 * @param content - Of plain objects, arrays, typed arrays and what JSON can tell.
 * @throws A system error; nothing of this try is left then.
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

/** Writes a snapshot and puts it in place. @throws A system error; the last one stays then. */
export async function writeSnapshot(place: SnapshotPlace, content: object): Promise<void> {
  await (await stageSnapshot(place, content)).commit();
}

/** Removes what processes that are gone, or an earlier try of this one, have left of the same snapshot. */
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
