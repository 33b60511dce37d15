import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../core/describe-error.js';
import type { Decoded } from './decode-file.js';
import { leadsOut, LINK_OUT } from './list-files.js';
import { describeExcess } from './source-file.js';

/** What a file holds, or why it cannot be read. */
export type SourceBytes =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Extract<Decoded, { kind: 'undecodable' }>;

/**
 * Reads a file below `root`, a real path; whatever is wrong with the file, the result is a value.
 *
 * Waits for the disk: in the thread pool, small files take several times as long.
 */
export function readSource(root: string, file: string): SourceBytes {
  try {
    const path = realpathSync.native(join(root, file));
    if (leadsOut(root, path)) return refuse(LINK_OUT);
    const status = statSync(path);
    if (!status.isFile()) return refuse('It is not a file: take it out of the folder of articles.');
    const excess = describeExcess(file, status.size);
    if (excess !== null) return refuse(excess);
    return { kind: 'bytes', bytes: readFileSync(path) };
  } catch (error) {
    return refuse(
      `The file cannot be read (${describeError(error)}): check that it is there, and its name and permissions.`,
    );
  }
}

function refuse(reason: string): SourceBytes {
  return { kind: 'undecodable', line: null, reason };
}
