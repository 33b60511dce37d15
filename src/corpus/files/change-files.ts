/** Changes files of the corpus folder, all or none. */

import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import type { FileChange } from '../../core/model/desk.js';
import { describeError, Fault } from '../../core/model/fault.js';
import { detectFormat, GLOSSARY_FILE } from '../reading/format.js';
import { DISK, type Disk, forAll } from './disk.js';
import { hashHex } from './input-files.js';
import {
  DONE_FILE,
  isUnderWay,
  type Journal,
  JOURNAL_FILE,
  readJournal,
  removeUnfinished,
  type Step,
  writeJournal,
} from './journal.js';
import { findRoot, leadsOut, withSlashes } from './list-files.js';

interface ApplyOptions {
  readonly disk?: Disk;
  /** Modification time of the written files, in s since 1970; default: now. */
  readonly time?: number | undefined;
}

/**
 * Writes and removes files of the corpus folder, all or none: the next change or {@link recoverChanges} undoes one
 * that a killed process has begun. Call it for one change at a time in a process.
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
    // If that fails, too, the journal stays, and the next start retries.
    await undoChange(disk, root, journal).catch(() => undefined);
    refuse(error);
  }
  // The change is complete; the next one removes what is left of it.
  await forgetChange(disk, root, journal).catch(() => undefined);
}

/**
 * Undoes a change that a killed process has left half done; call it before reading the folder. Leaves alone a change
 * that another process is making.
 *
 * @throws {Fault} `CHANGE_UNWRITTEN` if it cannot be undone; `CORPUS_MISSING`.
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

/**
 * Returns the changes without those whose files already have the new content. Includes changes that cannot be made.
 *
 * @param root - A real path.
 */
export async function dropUnchanged(
  root: string,
  changes: readonly FileChange[],
  disk = DISK,
): Promise<FileChange[]> {
  const effective: FileChange[] = [];
  for (const change of changes) {
    const target = await findTarget(root, change, disk).catch(() => null);
    if (!target?.isUnchanged) effective.push(change);
  }
  return effective;
}

/** The place of a file in the corpus folder, whether it exists or not. */
interface FilePlace {
  /** Relative to the folder; the target of a link, not the link. */
  readonly path: string;
  /** The parent folders that do not exist, outermost first. */
  readonly missing: readonly string[];
}

/**
 * @param root - A real path.
 * @returns `null` if `file` cannot be an article's file or the glossary, or leads out of the folder.
 * @throws A system error.
 */
export async function resolveFile(root: string, file: string): Promise<FilePlace | null> {
  if (!isFileName(file)) return null;
  const names = file.split('/');
  const missing: string[] = [];
  let path = root;
  for (const [i, name] of names.entries()) {
    path = join(path, name);
    const isThere = missing.length === 0 && (await exists(path));
    if (isThere) path = await realpath(path);
    else if (i < names.length - 1) missing.push(withSlashes(relative(root, path)));
    if (leadsOut(root, path)) return null;
  }
  return { path: withSlashes(relative(root, path)), missing };
}

/** A step and the bytes that it writes. */
interface Work extends Step {
  readonly bytes: Uint8Array | null;
}

/** @param at - Makes temporary names differ from those that an earlier change has left. */
async function plan(
  root: string,
  changes: readonly FileChange[],
  at: number,
  disk: Disk,
): Promise<{ readonly work: readonly Work[]; readonly folders: readonly string[] }> {
  const work: Work[] = [];
  const folders = new Set<string>();
  for (const change of changes) {
    const { path, missing, bytes, present, isUnchanged } = await findTarget(root, change, disk);
    if (isUnchanged) continue;
    for (const folder of bytes === null ? [] : missing) folders.add(folder);
    const name = posix.join(posix.dirname(path), `.nukuu-${at}-${work.length}`);
    const old = present === null ? null : `${name}.old`;
    work.push({ path, bytes, hash: bytes && hashHex(bytes), fresh: `${name}.new`, old });
  }
  return { work, folders: [...folders].sort() };
}

/** The place of a change, with the new and the present content. */
interface Target extends FilePlace {
  /** The new content; `null` if the file is removed. */
  readonly bytes: Uint8Array | null;
  /** `null` if there is no file. */
  readonly present: Uint8Array | null;
  readonly isUnchanged: boolean;
}

async function findTarget(root: string, { file, text }: FileChange, disk: Disk): Promise<Target> {
  const place = await resolveFile(root, file);
  if (!place) throw describeRefusal('EACCES', file);
  const bytes = text === null ? null : Buffer.from(text);
  const present = await disk.read(join(root, place.path));
  const isUnchanged =
    bytes === null || present === null ? bytes === present : Buffer.compare(bytes, present) === 0;
  return { ...place, bytes, present, isUnchanged };
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
    if (old !== null) await disk.linkOrCopy(target, join(root, old));
  });
  await syncFolders(disk, root, journal);
  for (const { path, bytes, fresh } of work) {
    if (bytes === null) await disk.remove(join(root, path));
    else await disk.rename(join(root, fresh), join(root, path));
  }
  await syncFolders(disk, root, journal);
}

/**
 * Restores every file that a change has touched, however far it got, and removes the journal last. Files that others
 * have written since stay as they are.
 *
 * @throws A system error; the call can be retried.
 */
async function undoChange(disk: Disk, root: string, journal: Journal): Promise<void> {
  for (const step of [...journal.steps].reverse()) {
    if (await isInside(root, step.path)) await undoStep(disk, root, step);
  }
  for (const folder of [...journal.folders].reverse()) await disk.removeFolder(join(root, folder));
  await syncFolders(disk, root, journal);
  await disk.remove(join(root, JOURNAL_FILE));
  await disk.syncFolder(root);
}

async function undoStep(disk: Disk, root: string, { path, hash, fresh, old }: Step): Promise<void> {
  const target = join(root, path);
  const found = await disk.read(target);
  const isOurs = hash === null ? found === null : found !== null && hashHex(found) === hash;
  const backup = old === null ? null : join(root, old);
  if (isOurs && backup === null) await disk.remove(target);
  if (isOurs && backup !== null && (await disk.mode(backup)) !== null) await disk.rename(backup, target);
  await disk.remove(join(root, fresh));
  // If both were names of the same file, renaming has removed neither.
  if (backup !== null) await disk.remove(backup);
}

/**
 * Removes the backups of a complete change and its journal.
 *
 * @throws A system error; the call can be retried.
 */
async function forgetChange(disk: Disk, root: string, { steps }: Journal): Promise<void> {
  await disk.syncFolder(root);
  for (const { path, old } of steps) {
    if (old !== null && (await isInside(root, path))) await disk.remove(join(root, old));
  }
  await disk.remove(join(root, DONE_FILE));
}

/** Waits until the disk holds the names in every existing folder of a change. */
async function syncFolders(disk: Disk, root: string, { steps }: Journal): Promise<void> {
  const folders = new Set(steps.map(({ path }) => dirname(join(root, path))));
  for (const folder of folders) {
    if ((await disk.mode(folder)) !== null) await disk.syncFolder(folder);
  }
}

const NAME = /^[^./\\\0][^/\\\0]*$/u;

/** True if `file` names an article's file or the glossary by a path inside the folder and outside dot folders. */
function isFileName(file: string): boolean {
  return (
    (detectFormat(file) !== null || file === GLOSSARY_FILE) &&
    file.split('/').every((name) => NAME.test(name))
  );
}

/** A link exists, wherever it leads. */
async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (describeError(error) === 'ENOENT') return false;
    throw error;
  }
}

/** True if the folder of a file exists and no link leads out of the corpus folder by now. */
async function isInside(root: string, path: string): Promise<boolean> {
  try {
    return !leadsOut(root, await realpath(dirname(join(root, path))));
  } catch {
    return false;
  }
}

function refuse(error: unknown): never {
  throw error instanceof Fault ? error : describeRefusal(describeError(error), undefined, error);
}

function describeRefusal(code: string, file?: string, cause?: unknown): Fault {
  const detail = file === undefined ? code : `${code}: ${file}`;
  return new Fault('CHANGE_UNWRITTEN', `the change was not written: ${detail}`, { cause, facts: { detail } });
}
