import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { leadsOut } from '../list-files.js';
import type { Disk } from '../disk/disk.js';
import { hashHex } from '../disk/hash-hex.js';
import { DONE_FILE, JOURNAL_FILE, type Journal, type Step } from './journal.js';

/**
 * Brings back every file that a change has touched, however far it got, and takes the journal away last. What was
 * written since by others stays.
 *
 * @throws A system error; it may be tried again then.
 */
export async function undoChange(disk: Disk, root: string, journal: Journal): Promise<void> {
  for (const step of [...journal.steps].reverse()) {
    if (await isInside(root, step.path)) await undoStep(disk, root, step);
  }
  for (const folder of [...journal.folders].reverse()) await disk.removeFolder(join(root, folder));
  await syncFolders(disk, root, journal);
  await disk.remove(join(root, JOURNAL_FILE));
  await disk.syncFolder(root);
}

/** Removes what was kept for undoing a change that is done. @throws A system error; it may be tried again then. */
export async function forgetChange(disk: Disk, root: string, { steps }: Journal): Promise<void> {
  await disk.syncFolder(root);
  for (const { path, old } of steps) {
    if (old !== null && (await isInside(root, path))) await disk.remove(join(root, old));
  }
  await disk.remove(join(root, DONE_FILE));
}

/** Waits until the disk holds the names in every folder of a change that is there. */
export async function syncFolders(disk: Disk, root: string, { steps }: Journal): Promise<void> {
  const folders = new Set(steps.map(({ path }) => dirname(join(root, path))));
  for (const folder of folders) {
    if ((await disk.mode(folder)) !== null) await disk.syncFolder(folder);
  }
}

async function undoStep(disk: Disk, root: string, { path, hash, fresh, old }: Step): Promise<void> {
  const target = join(root, path);
  const found = await disk.read(target);
  const isOurs = hash === null ? found === null : found !== null && hashHex(found) === hash;
  const kept = old === null ? null : join(root, old);
  if (isOurs && kept === null) await disk.remove(target);
  if (isOurs && kept !== null && (await disk.mode(kept)) !== null) await disk.rename(kept, target);
  await disk.remove(join(root, fresh));
  // Two names of one file are both there after a rename.
  if (kept !== null) await disk.remove(kept);
}

/** Whether the folder of a file is there, and no link has led out of the corpus folder since. */
async function isInside(root: string, path: string): Promise<boolean> {
  try {
    return !leadsOut(root, await realpath(dirname(join(root, path))));
  } catch {
    return false;
  }
}
