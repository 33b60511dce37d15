/** Lists the files of a corpus folder and checks paths and sizes. */

import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { describeError, Fault } from '../../core/model/fault.js';
import { diagnose, type FileProblem, type Problem } from '../../core/model/problem.js';
import { GLOSSARY_FILE } from '../reading/format.js';
import { idOfFile } from './article-id.js';

/** The files of a corpus folder; paths are relative to it, with forward slashes. */
export interface FileList {
  /** In code-unit order. */
  readonly files: readonly string[];
  /** Folders that could not be listed; `problems` has one for each. */
  readonly unlistable: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** Lists the files below `root`, a real path. Skips names that begin with a dot, and the name of the glossary in any folder. */
export async function listFiles(root: string): Promise<FileList> {
  const files: string[] = [];
  const unlistable: string[] = [];
  const problems: FileProblem[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await listFolder(root, folder)) {
      if ('problem' in entry) {
        problems.push(entry.problem);
        if (entry.kind === 'closed') unlistable.push(entry.problem.file);
      } else (entry.kind === 'file' ? files : folders).push(entry.path);
    }
  }
  return { files: files.sort(), unlistable, problems };
}

/**
 * Returns the ids of all files of a corpus folder, readable or not.
 *
 * @throws {Fault} `CORPUS_MISSING`.
 */
export async function listFileIds(corpusDir: string): Promise<Set<string>> {
  const { files } = await listFiles(await findRoot(corpusDir));
  return new Set(files.map(idOfFile));
}

/**
 * @returns The real path of a corpus folder.
 * @throws {Fault} `CORPUS_MISSING` if it cannot be opened.
 */
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
  throw new Fault('CORPUS_MISSING', `${dir} is not a folder`, { facts: { dir, cause: null } });
}

/** True if `target` is outside `root`; both are real paths. */
export function leadsOut(root: string, target: string): boolean {
  const inside = relative(root, target);
  return inside === '..' || inside.startsWith(`..${sep}`);
}

export const MAX_GLOSSARY_BYTES = 200 * 1024;
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Returns the problem if a file of this size is too large; otherwise `null`. */
export function describeExcess(file: string, bytes: number): Problem | null {
  if (file === GLOSSARY_FILE) {
    if (bytes <= MAX_GLOSSARY_BYTES) return null;
    return diagnose('GLOSSARY_TOO_LARGE', { size: (bytes / 1024).toFixed(1) });
  }
  if (bytes <= MAX_FILE_BYTES) return null;
  return diagnose('FILE_TOO_LARGE', { size: (bytes / 1024 / 1024).toFixed(2) });
}

type Entry =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'problem' | 'closed'; readonly problem: FileProblem };

async function listFolder(root: string, folder: string): Promise<Entry[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const visible = entries.filter(({ name }) => !name.startsWith('.') && name !== GLOSSARY_FILE);
    const isLink = (entry: Dirent): boolean => entry.isSymbolicLink();
    const links = visible.filter(isLink).map(({ name }) => classifyLink(root, join(folder, name)));
    const others = visible.filter((entry) => !isLink(entry));
    return [
      ...others.map((entry) => classify(join(folder, entry.name), entry)),
      ...(await Promise.all(links)).flatMap((entry) => entry ?? []),
    ];
  } catch (error) {
    const problem = diagnose('FOLDER_UNREADABLE', { cause: describeError(error) });
    return [{ kind: 'closed', problem: { file: withSlashes(folder), line: null, ...problem } }];
  }
}

function classify(path: string, entry: Dirent): Entry {
  if (entry.isDirectory()) return { kind: 'folder', path };
  if (entry.isFile()) return { kind: 'file', path: withSlashes(path) };
  return toProblem(path, diagnose('NOT_A_FILE_OR_FOLDER'));
}

/**
 * Returns `null` for a link to a target inside the folder, which is listed under its own path. A file in a dot folder,
 * where mounted volumes have theirs, is listed under the link's path.
 */
async function classifyLink(root: string, path: string): Promise<Entry | null> {
  try {
    const target = await realpath(join(root, path));
    if (leadsOut(root, target)) return toProblem(path, diagnose('LINK_LEADS_OUT'));
    const isHidden = relative(root, target)
      .split(sep)
      .some((name) => name.startsWith('.'));
    return isHidden && (await stat(target)).isFile() ? { kind: 'file', path: withSlashes(path) } : null;
  } catch (error) {
    return toProblem(path, diagnose('LINK_BROKEN', { cause: describeError(error) }));
  }
}

function toProblem(path: string, problem: Problem): Entry {
  return { kind: 'problem', problem: { file: withSlashes(path), line: null, ...problem } };
}

export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}
