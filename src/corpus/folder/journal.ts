// zod 4 loads the messages of fifty languages, which every start would wait for.
import { join } from 'node:path';
import { z } from 'zod/v3';
import { describeError } from '../../core/model/fault.js';
import type { Disk } from './disk.js';

/** One file that a change writes or removes. All paths are relative to the corpus folder. */
export interface Step {
  readonly path: string;
  /** SHA-256 of what is written, in hex; `null`: the file is removed. */
  readonly hash: string | null;
  /** Where the new file waits. */
  readonly fresh: string;
  /** Where the file that was there is kept; `null` when there was none. */
  readonly old: string | null;
}

/** What undoes a change of several files. It stands in the corpus folder from before the change until it is done. */
export interface Journal {
  /** The process that makes the change. */
  readonly pid: number;
  /** In ms since 1970. */
  readonly at: number;
  /** That the change makes, outermost first. */
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
}

/** Readers of the folder pass over names that begin with a dot. */
export const JOURNAL_FILE = '.nukuu-change.json';
/** Once it has this name, the change stays, and what was kept for undoing it goes. */
export const DONE_FILE = '.nukuu-change-done.json';
const UNFINISHED_FILE = '.nukuu-change-unfinished.json';

/** Anyone may have put a file of that name into the folder: it must not lead out of it. */
const path = z.string().refine((value) => value.split('/').every((name) => name !== '' && name !== '..'));
const JournalShape = z.object({
  pid: z.number(),
  at: z.number(),
  folders: z.array(path),
  steps: z.array(z.object({ path, hash: z.string().nullable(), fresh: path, old: path.nullable() })),
});

/** @returns `null` when there is none that this program has written. @throws A system error. */
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

/** Resolves when the disk holds it. @throws A system error; there is none then. */
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

/** Removes what a process has left that was killed while it wrote its journal. @throws A system error. */
export async function removeUnfinished(disk: Disk, root: string): Promise<void> {
  const unfinished = join(root, UNFINISHED_FILE);
  // A folder that cannot be written has none, and is not asked to remove it.
  if ((await disk.mode(unfinished)) !== null) await disk.remove(unfinished);
}

/** Long enough for any change; the number of a process that has ended may be another's by now. */
const LONGEST_CHANGE_MS = 10 * 60_000;

/** Whether a process other than this one is making the change. */
export function isUnderWay({ pid, at }: Journal, now: number): boolean {
  return pid !== process.pid && now - at <= LONGEST_CHANGE_MS && !hasEnded(pid);
}

/** Asked by a signal that is sent to nobody. */
function hasEnded(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    // Another user's process refuses with another code.
    return describeError(error) === 'ESRCH';
  }
}
