import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { complain, type Complaint } from '../core/complaint.js';
import { describeError } from '../core/describe-error.js';
import type { Decoded } from './decode-file.js';
import { leadsOut } from './list-files.js';
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
    if (leadsOut(root, path)) return refuse(complain('LINK_LEADS_OUT'));
    const status = statSync(path);
    if (!status.isFile()) return refuse(complain('NOT_A_FILE'));
    const excess = describeExcess(file, status.size);
    if (excess !== null) return refuse(excess);
    return { kind: 'bytes', bytes: readFileSync(path) };
  } catch (error) {
    return refuse(complain('FILE_UNREADABLE', { cause: describeError(error) }));
  }
}

function refuse(complaint: Complaint): SourceBytes {
  return { kind: 'undecodable', line: null, complaint };
}
