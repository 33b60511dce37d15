import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError } from '../core/describe-error.js';
import { decodeFile } from './decode-file.js';
import { readGlossary, rejectGlossary } from './read-glossary.js';
import type { GlossaryReading } from './read-glossary.js';
import { readSource, type OnBytes } from './read-source.js';
import { GLOSSARY_FILE } from './source-file.js';

/** Reads the glossary of the corpus folder `root`, a real path; where there is none it is empty. */
export async function loadGlossary(root: string, onBytes?: OnBytes): Promise<GlossaryReading> {
  if (await isMissing(join(root, GLOSSARY_FILE))) return { kind: 'read', glossary: [], problems: [] };
  const source = await readSource(root, GLOSSARY_FILE, onBytes);
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
