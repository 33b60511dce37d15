import { realpath, stat } from 'node:fs/promises';
import { Fault } from '../core/errors.js';
import { describeError } from '../core/describe-error.js';

/** @returns The real path of a corpus folder. @throws {Fault} `CORPUS_MISSING` when it cannot be opened. */
export async function findRoot(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    const reason = describeError(cause);
    throw new Fault('CORPUS_MISSING', `${dir} cannot be opened (${reason})`, {
      cause,
      facts: { dir, cause: reason },
    });
  }
  throw new Fault('CORPUS_MISSING', `${dir} is not a folder`, { facts: { dir } });
}
