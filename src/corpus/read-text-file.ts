import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeFile } from './decode-file.js';
import type { Decoded } from './decode-file.js';
import { describeError, leadsOut, LINK_OUT } from './list-files.js';

export interface TextFileParts {
  readonly isHtml: boolean;
  /** Why a file of so many bytes is too large; `null` when it is not. */
  readonly describeSize: (bytes: number) => string | null;
}

/** Reads a file below `root`, a real path; whatever is wrong with the file, the result is a value. */
export async function readTextFile(
  root: string,
  file: string,
  { isHtml, describeSize }: TextFileParts,
): Promise<Decoded> {
  try {
    const path = await realpath(join(root, file));
    if (leadsOut(root, path)) return refuse(LINK_OUT);
    const status = await stat(path);
    if (!status.isFile()) return refuse('It is not a file: take it out of the folder of articles.');
    const excess = describeSize(status.size);
    return excess === null ? decodeFile(await readFile(path), isHtml) : refuse(excess);
  } catch (error) {
    return refuse(
      `The file cannot be read (${describeError(error)}): check that it is there, and its name and permissions.`,
    );
  }
}

function refuse(reason: string): Decoded {
  return { kind: 'undecodable', line: null, reason };
}
