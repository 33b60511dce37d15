import { copyFile, link, lstat, mkdir, open, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { describeError } from '../../core/model/fault.js';

interface FileAbout {
  readonly mode?: number | undefined;
  readonly time?: number | undefined;
}

/** What changing files asks of a file system; each rejects with a system error. */
export interface Disk {
  /**
   * Makes a file that was not there, and waits until the disk holds it.
   *
   * @param about - The permissions and the time of its last change in s since 1970; default those of new files.
   */
  readonly create: (path: string, bytes: Uint8Array, about?: FileAbout) => Promise<void>;
  /** @returns `null` for a file that is not there. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** The permissions of a file; `null` when nothing is there. */
  readonly mode: (path: string) => Promise<number | null>;
  /** Gives a file a second name, or a copy where a file has only one. */
  readonly keep: (path: string, name: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Whether it is there or not. */
  readonly remove: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Of a folder that is empty; another one stays. */
  readonly removeFolder: (path: string) => Promise<void>;
  /** Waits until the disk holds the names in a folder, where the system can. */
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
  keep: (path, name) => link(path, name).catch(() => copyWhole(path, name)),
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
    // Windows does not open folders.
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

async function copyWhole(path: string, name: string): Promise<void> {
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

const AT_ONCE = 16;

/** Does the same to every item, some at once. After a failure no other begins, and it waits for those under way. */
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
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
