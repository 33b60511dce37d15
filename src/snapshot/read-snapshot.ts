import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import { describeError } from '../core/describe-error.js';
import { decodeSnapshot } from './snapshot-format.js';

/** Where a snapshot stands, and what must not have changed since it was made. */
export interface SnapshotPlace {
  readonly file: string;
  /** Everything besides the sources that the content depends on; compared, never taken apart. */
  readonly settings: string;
}

/** What a snapshot holds; `unusable` says in half a sentence why it is not used. */
export type SnapshotReading<T> =
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
