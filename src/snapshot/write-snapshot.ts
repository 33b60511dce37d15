import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeError } from '../core/describe-error.js';
import type { SnapshotPlace } from './read-snapshot.js';
import { encodeSnapshot } from './snapshot-format.js';

/** A snapshot that is written under a name of its own, not yet in place. */
export interface StagedSnapshot {
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
