import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileChange } from '../core/desk.js';
import { describeError } from '../core/describe-error.js';
import { Fault } from '../core/errors.js';

/**
 * Carries out a change below `root`: a file is there whole, or as it was before.
 *
 * @param root - A real path.
 * @throws {Fault} `CHANGE_UNWRITTEN` with `detail`.
 */
export async function writeChange(root: string, { file, text }: FileChange): Promise<void> {
  const path = join(root, file);
  try {
    if (text === null) await rm(path, { force: true });
    else await replace(path, text);
  } catch (cause) {
    const detail = describeError(cause);
    throw new Fault('CHANGE_UNWRITTEN', `${file}: ${detail}`, { cause, facts: { detail } });
  }
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Names that begin with a dot are passed over by readers.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const handle = await open(temporary, 'w');
  try {
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
