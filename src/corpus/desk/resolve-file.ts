import { lstat, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describeError } from '../../core/describe-error.js';
import { leadsOut } from '../list-files.js';
import { detectFormat, GLOSSARY_FILE } from '../source-file.js';

/** Where a file of the corpus folder stands or would stand. */
export interface FilePlace {
  /** Relative to the folder; where a link leads, not the link. */
  readonly path: string;
  /** The folders on the way that are not there, outermost first. */
  readonly missing: readonly string[];
}

const NAME = /^[^./\\\0][^/\\\0]*$/u;

/** Whether `file` names an article's file or the glossary, by a path that stays in the folder and out of dot folders. */
function isFileName(file: string): boolean {
  return (
    (detectFormat(file) !== null || file === GLOSSARY_FILE) &&
    file.split('/').every((name) => NAME.test(name))
  );
}

/**
 * @param root - A real path.
 * @returns `null` for what is no place for an article, or leads out of the folder.
 * @throws A system error.
 */
export async function resolveFile(root: string, file: string): Promise<FilePlace | null> {
  if (!isFileName(file)) return null;
  const names = file.split('/');
  const missing: string[] = [];
  let path = root;
  for (const [i, name] of names.entries()) {
    path = join(path, name);
    const isThere = missing.length === 0 && (await exists(path));
    if (isThere) path = await realpath(path);
    else if (i < names.length - 1) missing.push(withSlashes(relative(root, path)));
    if (leadsOut(root, path)) return null;
  }
  return { path: withSlashes(relative(root, path)), missing };
}

/** A link counts, wherever it leads. */
async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (describeError(error) === 'ENOENT') return false;
    throw error;
  }
}

function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}
