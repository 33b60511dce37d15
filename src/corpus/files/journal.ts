/** Writes and reads the journal of a change, from which it can be undone. */

import { join } from 'node:path';
// zod 4 loads the messages of fifty languages, which would delay every start.
import { z } from 'zod/v3';
import { describeError } from '../../core/model/fault.js';
import type { Disk } from './disk.js';

/** One file that a change writes or removes. All paths are relative to the corpus folder. */
export interface Step {
  readonly path: string;
  /** SHA-256 of the new content in hex; `null` if the file is removed. */
  readonly hash: string | null;
  /** The temporary path of the new file. */
  readonly fresh: string;
  /** The path of the previous file's backup; `null` if there was none. */
  readonly old: string | null;
}

/**
 * The steps to undo a change of several files. It is in the corpus folder from before the change until that is done.
 */
export interface Journal {
  /** The process that makes the change. */
  readonly pid: number;
  /** In ms since 1970. */
  readonly at: number;
  /** The folders that the change creates, outermost first. */
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
}

/** Readers of the folder skip names that begin with a dot. */
export const JOURNAL_FILE = '.nukuu-change.json';
/** Once the journal has this name, the change is complete, and its backups are removed. */
export const DONE_FILE = '.nukuu-change-done.json';
const UNFINISHED_FILE = '.nukuu-change-unfinished.json';

/** The journal may be forged by whoever can write to the folder, so its paths must not lead out of it. */
const path = z.string().refine((value) => value.split('/').every((name) => name !== '' && name !== '..'));
const JournalShape = z.object({
  pid: z.number(),
  at: z.number(),
  folders: z.array(path),
  steps: z.array(z.object({ path, hash: z.string().nullable(), fresh: path, old: path.nullable() })),
});

/**
 * @returns `null` if there is no journal that this program has written.
 * @throws A system error.
 */
export async function readJournal(disk: Disk, root: string, name: string): Promise<Journal | null> {
  const bytes = await disk.read(join(root, name));
  return bytes === null ? null : parseJournal(Buffer.from(bytes).toString());
}

function parseJournal(text: string): Journal | null {
  try {
    return JournalShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Resolves once the disk holds the journal.
 *
 * @throws A system error; then there is no journal, unless only syncing the folder failed.
 */
export async function writeJournal(disk: Disk, root: string, journal: Journal): Promise<void> {
  const unfinished = join(root, UNFINISHED_FILE);
  try {
    await disk.create(unfinished, Buffer.from(JSON.stringify(journal)));
    await disk.rename(unfinished, join(root, JOURNAL_FILE));
    await disk.syncFolder(root);
  } catch (error) {
    await removeUnfinished(disk, root);
    throw error;
  }
}

/**
 * Removes the partial journal of a process that was killed while writing it.
 *
 * @throws A system error.
 */
export async function removeUnfinished(disk: Disk, root: string): Promise<void> {
  const unfinished = join(root, UNFINISHED_FILE);
  // A read-only folder has none, and removing it there would fail.
  if ((await disk.mode(unfinished)) !== null) await disk.remove(unfinished);
}

/** Longer than any change; an older journal's `pid` may belong to another process by now. */
const LONGEST_CHANGE_MS = 10 * 60_000;

/** True if a process other than this one is making the change. */
export function isUnderWay({ pid, at }: Journal, now: number): boolean {
  return pid !== process.pid && now - at <= LONGEST_CHANGE_MS && !hasEnded(pid);
}

/** Checks with signal 0, which is not delivered. */
function hasEnded(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    // A running process of another user fails with another code.
    return describeError(error) === 'ESRCH';
  }
}
