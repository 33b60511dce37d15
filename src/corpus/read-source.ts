import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { complain, type Complaint } from '../core/complaint.js';
import { describeError } from '../core/describe-error.js';
import type { Decoded } from './decode-file.js';
import { leadsOut } from './list-files.js';
import { describeExcess } from './source-file.js';

/** What a file holds, or why it cannot be read. */
export type SourceBytes =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Extract<Decoded, { kind: 'undecodable' }>;

/** Is told what each file holds that was read. */
export type OnBytes = (file: string, bytes: Uint8Array) => void;

/** Reads a file below `root`, a real path; whatever is wrong with the file, the result is a value. */
export async function readSource(root: string, file: string, onBytes?: OnBytes): Promise<SourceBytes> {
  try {
    const path = await realpath(join(root, file));
    if (leadsOut(root, path)) return refuse(complain('LINK_LEADS_OUT'));
    const status = await stat(path);
    if (!status.isFile()) return refuse(complain('NOT_A_FILE'));
    const excess = describeExcess(file, status.size);
    if (excess !== null) return refuse(excess);
    const bytes = await readFile(path);
    onBytes?.(file, bytes);
    return { kind: 'bytes', bytes };
  } catch (error) {
    return refuse(complain('FILE_UNREADABLE', { cause: describeError(error) }));
  }
}

function refuse(complaint: Complaint): SourceBytes {
  return { kind: 'undecodable', line: null, complaint };
}
