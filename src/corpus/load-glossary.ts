import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError } from './list-files.js';
import { GLOSSARY_FILE, readGlossary, rejectGlossary } from './read-glossary.js';
import type { GlossaryReading } from './read-glossary.js';
import { readTextFile } from './read-text-file.js';

export const MAX_GLOSSARY_BYTES = 200 * 1024;

/** Reads the glossary of the corpus folder `root`, a real path; where there is none it is empty. */
export async function loadGlossary(root: string): Promise<GlossaryReading> {
  if (await isMissing(join(root, GLOSSARY_FILE))) return { kind: 'read', glossary: [], problems: [] };
  const decoded = await readTextFile(root, GLOSSARY_FILE, { isHtml: false, describeSize });
  return decoded.kind === 'text' ? readGlossary(decoded.text) : rejectGlossary(decoded.reason, decoded.line);
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    return describeError(error) === 'ENOENT';
  }
}

function describeSize(bytes: number): string | null {
  if (bytes <= MAX_GLOSSARY_BYTES) return null;
  return `The glossary is over 200 kB (${(bytes / 1024).toFixed(1)} kB): take entries out.`;
}
