import { posix, join } from 'node:path';
import type { FileChange } from '../../core/desk.js';
import { describeError } from '../../core/describe-error.js';
import { Fault } from '../../core/errors.js';
import { findRoot } from '../find-root.js';
import { DISK, type Disk } from '../disk/disk.js';
import { forAll } from '../disk/for-all.js';
import { hashHex } from '../disk/hash-hex.js';
import {
  DONE_FILE,
  isUnderWay,
  JOURNAL_FILE,
  readJournal,
  removeUnfinished,
  writeJournal,
  type Journal,
  type Step,
} from './journal.js';
import { resolveFile } from './resolve-file.js';
import { forgetChange, syncFolders, undoChange } from './undo-change.js';

/** A step and the bytes that it writes. */
interface Work extends Step {
  readonly bytes: Uint8Array | null;
}

export interface ApplyOptions {
  /** Default: the real one. */
  readonly disk?: Disk;
  /** When files that are written say to have been changed, in s since 1970; default now. */
  readonly time?: number | undefined;
}

/**
 * Writes and removes files of the corpus folder, all or none: a change that a killed process has begun is undone by
 * the next one, or by {@link recoverChanges}. One at a time in a process.
 *
 * @throws {Fault} `CHANGE_UNWRITTEN` with `detail`, and nothing has changed; `CORPUS_MISSING`.
 */
export async function applyChanges(
  dir: string,
  changes: readonly FileChange[],
  { disk = DISK, time }: ApplyOptions = {},
): Promise<void> {
  const root = await findRoot(dir);
  await recoverChanges(root, disk);
  const at = Date.now();
  const { work, folders } = await plan(root, changes, at, disk).catch(refuse);
  if (work.length === 0) return;
  if (await readJournal(disk, root, JOURNAL_FILE).catch(refuse)) throw describeRefusal('EBUSY');
  const steps = work.map(({ path, hash, fresh, old }) => ({ path, hash, fresh, old }));
  const journal = { pid: process.pid, at, folders, steps };
  await writeJournal(disk, root, journal).catch(refuse);
  try {
    await carryOut(root, work, journal, { disk, time });
    await disk.rename(join(root, JOURNAL_FILE), join(root, DONE_FILE));
  } catch (error) {
    // Where that fails, too, the journal stays, and the next start tries again.
    await undoChange(disk, root, journal).catch(() => undefined);
    refuse(error);
  }
  // The change stands; what is left of it goes with the next one.
  await forgetChange(disk, root, journal).catch(() => undefined);
}

/**
 * Undoes what a killed process has left half done; call it before the folder is read. A change that another process
 * is making is left to it.
 *
 * @throws {Fault} `CHANGE_UNWRITTEN` when it cannot be undone; `CORPUS_MISSING`.
 */
export async function recoverChanges(dir: string, disk = DISK): Promise<void> {
  const root = await findRoot(dir);
  try {
    await removeUnfinished(disk, root);
    const done = await readJournal(disk, root, DONE_FILE);
    if (done) await forgetChange(disk, root, done);
    const begun = await readJournal(disk, root, JOURNAL_FILE);
    if (begun && !isUnderWay(begun, Date.now())) await undoChange(disk, root, begun);
  } catch (error) {
    refuse(error);
  }
}

/** Files that hold already what they shall are left out. @param at - Makes names that no earlier change has left. */
async function plan(
  root: string,
  changes: readonly FileChange[],
  at: number,
  disk: Disk,
): Promise<{ readonly work: readonly Work[]; readonly folders: readonly string[] }> {
  const work: Work[] = [];
  const folders = new Set<string>();
  for (const { file, text } of changes) {
    const place = await resolveFile(root, file);
    if (!place) throw describeRefusal('EACCES', file);
    const { path, missing } = place;
    const bytes = text === null ? null : Buffer.from(text);
    const present = await disk.read(join(root, path));
    const isSame =
      bytes === null ? present === null : present !== null && Buffer.compare(bytes, present) === 0;
    if (isSame) continue;
    for (const folder of bytes === null ? [] : missing) folders.add(folder);
    const name = posix.join(posix.dirname(path), `.nukuu-${at}-${work.length}`);
    const old = present === null ? null : `${name}.old`;
    work.push({ path, bytes, hash: bytes && hashHex(bytes), fresh: `${name}.new`, old });
  }
  return { work, folders: [...folders].sort() };
}

async function carryOut(
  root: string,
  work: readonly Work[],
  journal: Journal,
  { disk, time }: ApplyOptions & { readonly disk: Disk },
): Promise<void> {
  for (const folder of journal.folders) await disk.makeFolder(join(root, folder));
  await forAll(work, async ({ path, bytes, fresh, old }) => {
    const target = join(root, path);
    const mode = (await disk.mode(target)) ?? undefined;
    if (bytes !== null) await disk.create(join(root, fresh), bytes, { mode, time });
    if (old !== null) await disk.keep(target, join(root, old));
  });
  await syncFolders(disk, root, journal);
  for (const { path, bytes, fresh } of work) {
    if (bytes === null) await disk.remove(join(root, path));
    else await disk.rename(join(root, fresh), join(root, path));
  }
  await syncFolders(disk, root, journal);
}

function refuse(error: unknown): never {
  throw error instanceof Fault ? error : describeRefusal(describeError(error), undefined, error);
}

function describeRefusal(code: string, file?: string, cause?: unknown): Fault {
  const detail = file === undefined ? code : `${code}: ${file}`;
  return new Fault('CHANGE_UNWRITTEN', `the change was not written: ${detail}`, { cause, facts: { detail } });
}
