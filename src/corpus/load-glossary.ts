import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError } from '../core/describe-error.js';
import { decodeFile } from './decode-file.js';
import { readGlossary, rejectGlossary } from './read-glossary.js';
import type { GlossaryReading } from './read-glossary.js';
import { readSource, type SourceBytes } from './read-source.js';
import { GLOSSARY_FILE } from './source-file.js';
import { hashBytes } from './sources.js';
import type { StagedFiles } from './staged-files.js';

/**
 * Reads the glossary of the corpus folder `root`, a real path; where there is none it is empty.
 *
 * @param onHash - Is told the hash of a file that was read, from `hashBytes`.
 */
export async function loadGlossary(
  root: string,
  staged: StagedFiles,
  onHash?: (file: string, hash: Uint8Array) => void,
): Promise<GlossaryReading> {
  const text = staged.texts.get(GLOSSARY_FILE);
  const isGone = text === undefined ? await isMissing(join(root, GLOSSARY_FILE)) : text === null;
  if (isGone) return { kind: 'read', glossary: [], problems: [] };
  const source: SourceBytes =
    typeof text === 'string' ? { kind: 'bytes', bytes: Buffer.from(text) } : readSource(root, GLOSSARY_FILE);
  if (source.kind === 'bytes') onHash?.(GLOSSARY_FILE, hashBytes(source.bytes));
  const decoded = source.kind === 'bytes' ? decodeFile(source.bytes, false) : source;
  return decoded.kind === 'text'
    ? readGlossary(decoded.text)
    : rejectGlossary(decoded.complaint, decoded.line);
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    return describeError(error) === 'ENOENT';
  }
}
