import { realpath, stat } from 'node:fs/promises';
import { Fault } from '../core/errors.js';
import { describeError } from '../core/describe-error.js';

/** @returns The real path of a corpus folder. @throws {Fault} `CORPUS_MISSING` when it cannot be opened. */
export async function findRoot(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw describeMissing(`${dir} cannot be opened (${describeError(cause)}).`, cause);
  }
  throw describeMissing(`${dir} is not a folder.`);
}

function describeMissing(what: string, cause?: unknown): Fault {
  const detail = `${what} Make it, or set CORPUS_DIR to the folder of articles.`;
  return new Fault('CORPUS_MISSING', detail, { cause, facts: { detail } });
}
