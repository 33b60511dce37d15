/** Reads and writes files durably, several in parallel. */

import { copyFile, link, lstat, mkdir, open, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { describeError } from '../../core/model/fault.js';

interface FileAttributes {
  /** Permissions; default: those of new files. */
  readonly mode?: number | undefined;
  /** Modification time in s since 1970; default: now. */
  readonly time?: number | undefined;
}

/** The operations on files that changes need; each rejects with a system error. */
export interface Disk {
  /** Creates a file that must not exist, and waits until the disk holds it. */
  readonly create: (path: string, bytes: Uint8Array, attributes?: FileAttributes) => Promise<void>;
  /** @returns `null` if the file does not exist. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Returns the permissions of a file; `null` if it does not exist. */
  readonly mode: (path: string) => Promise<number | null>;
  /** Gives a file a second name, or copies it if it can have only one. */
  readonly linkOrCopy: (path: string, name: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Resolves even if the file does not exist. */
  readonly remove: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Removes a folder if it is empty; otherwise it stays. */
  readonly removeFolder: (path: string) => Promise<void>;
  /** Waits until the disk holds the names in a folder, if the system supports that. */
  readonly syncFolder: (path: string) => Promise<void>;
}

const PERMISSIONS = 0o777;

export const DISK: Disk = {
  create: async (path, bytes, { mode, time } = {}) => {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      if (mode !== undefined) await file.chmod(mode);
      if (time !== undefined) await file.utimes(time, time);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  read: (path) => readFile(path).catch(unless('ENOENT')),
  mode: async (path) => {
    const status = await lstat(path).catch(unless('ENOENT'));
    return status === null ? null : status.mode & PERMISSIONS;
  },
  linkOrCopy: (path, name) => link(path, name).catch(() => copyAndSync(path, name)),
  rename,
  remove: async (path) => {
    await unlink(path).catch(unless('ENOENT'));
  },
  makeFolder: async (path) => {
    await mkdir(path);
  },
  removeFolder: async (path) => {
    await rmdir(path).catch(unless('ENOENT', 'ENOTEMPTY', 'EEXIST'));
  },
  syncFolder: async (path) => {
    // Windows cannot open folders.
    const folder = await open(path, 'r').catch(unless('EPERM', 'EISDIR'));
    if (!folder) return;
    try {
      await folder.sync();
    } catch (error) {
      unless('EPERM', 'EINVAL')(error);
    } finally {
      await folder.close();
    }
  },
};

async function copyAndSync(path: string, name: string): Promise<void> {
  await copyFile(path, name);
  const copy = await open(name, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
}

function unless(...codes: readonly string[]): (error: unknown) => null {
  return (error) => {
    if (codes.includes(describeError(error))) return null;
    throw error;
  };
}

const MAX_PARALLEL = 16;

/** Runs `act` on every item, up to 16 in parallel. After a failure, starts no other and waits for those under way. */
export async function forAll<T>(items: Iterable<T>, act: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && !hasFailed; next = queue.next()) {
      try {
        await act(next.value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: MAX_PARALLEL }, work));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
