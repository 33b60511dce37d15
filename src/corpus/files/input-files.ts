/** Stats, reads and hashes the files of a corpus folder. */

import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../../core/model/fault.js';
import { diagnose, type FileProblem, type Problem } from '../../core/model/problem.js';
import type { Decoded } from '../reading/decode-file.js';
import { detectFormat, GLOSSARY_FILE } from '../reading/format.js';
import { describeExcess, type FileList, findRoot, leadsOut, listFiles } from './list-files.js';
import { NOTHING_STAGED, type StagedFiles } from './staged-files.js';

/** The files of a corpus folder as found; entry i of each array describes file i. */
export interface FileStats {
  /** Relative to the folder, with forward slashes, in code-unit order; the glossary comes last. */
  readonly paths: readonly string[];
  /** In bytes; -1 for a file without readable status. */
  readonly sizes: Float64Array;
  /** Modification times in ms since 1970; -1 likewise. */
  readonly times: Float64Array;
  /** Problems with folders that could not be listed and links that could not be followed. */
  readonly problems: readonly FileProblem[];
}

export const HASH_BYTES = 32;

/** The hashes of files. */
export interface FileHashes {
  readonly paths: readonly string[];
  /** SHA-256, {@link HASH_BYTES} per file in the order of `paths`; zeros for a file that was not read. */
  readonly hashes: Uint8Array;
}

/** The files that a corpus was read from. */
export interface InputFiles extends FileStats, FileHashes {}

/**
 * Copies to a separate buffer: a view would send all arrays of its build to a worker and hold them in memory after a
 * reload.
 */
export function copyHashes({ paths, hashes }: FileHashes): FileHashes {
  return { paths, hashes: hashes.slice() };
}

/**
 * Checks the size and time of every file of a corpus folder without reading any.
 *
 * @throws {Fault} `CORPUS_MISSING`.
 */
export async function statCorpus(dir: string): Promise<FileStats> {
  const root = await findRoot(dir);
  return statFiles(root, await listFiles(root));
}

/** @param root - A real path. */
export function statFiles(root: string, { files, problems }: FileList, staged = NOTHING_STAGED): FileStats {
  const glossary = statStaged(root, GLOSSARY_FILE, staged);
  const paths = glossary ? [...files, GLOSSARY_FILE] : files;
  const sizes = new Float64Array(paths.length).fill(-1);
  const times = new Float64Array(paths.length).fill(-1);
  paths.forEach((path, i) => {
    const status = statStaged(root, path, staged);
    if (!status) return;
    sizes[i] = status.size;
    times[i] = status.mtimeMs;
  });
  return { paths, sizes, times, problems };
}

/** True if the two are equal in everything but the contents of files, which are not compared. */
export function areSameFiles(a: FileStats, b: FileStats): boolean {
  return (
    a.paths.length === b.paths.length &&
    a.paths.every((path, i) => path === b.paths[i]) &&
    a.sizes.every((size, i) => size === b.sizes[i]) &&
    a.times.every((time, i) => time === b.times[i]) &&
    describeProblems(a) === describeProblems(b)
  );
}

/**
 * @param root - A real path.
 * @param known - The hashes of files that were read already, by path.
 */
export function hashFiles(
  root: string,
  paths: readonly string[],
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): FileHashes {
  const hashes = new Uint8Array(paths.length * HASH_BYTES);
  for (const [i, path] of paths.entries()) {
    const hash = known.get(path) ?? hashFile(root, path);
    if (hash) hashes.set(hash, i * HASH_BYTES);
  }
  return { paths, hashes };
}

/** @returns `null` if the file is neither an article's nor the glossary, or cannot be read. */
export function hashFile(root: string, path: string): Uint8Array | null {
  if (path !== GLOSSARY_FILE && detectFormat(path) === null) return null;
  const content = readBytes(root, path);
  return content.kind === 'bytes' ? hashBytes(content.bytes) : null;
}

export function hashBytes(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** Returns the SHA-256 in 64 hex digits. */
export function hashHex(bytes: Uint8Array): string {
  return Buffer.from(hashBytes(bytes)).toString('hex');
}

/**
 * Returns the paths of the files whose content has changed.
 *
 * @throws {Fault} `CORPUS_MISSING`.
 */
export async function findChanged(dir: string, { paths, hashes: before }: FileHashes): Promise<string[]> {
  const { hashes: now } = hashFiles(await findRoot(dir), paths);
  return paths.filter((_, i) => {
    for (let at = i * HASH_BYTES; at < (i + 1) * HASH_BYTES; at += 1) if (before[at] !== now[at]) return true;
    return false;
  });
}

/** The content of a file, or the problem that prevents reading it. */
export type FileBytes =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Extract<Decoded, { kind: 'undecodable' }>;

/**
 * Reads a file below `root`, a real path. Never throws: an error becomes a problem. Blocks on the disk, since the
 * thread pool takes several times as long for small files.
 */
export function readBytes(root: string, file: string): FileBytes {
  try {
    const path = realpathSync.native(join(root, file));
    if (leadsOut(root, path)) return refuse(diagnose('LINK_LEADS_OUT'));
    const status = statSync(path);
    if (!status.isFile()) return refuse(diagnose('NOT_A_FILE'));
    const excess = describeExcess(file, status.size);
    if (excess !== null) return refuse(excess);
    return { kind: 'bytes', bytes: readFileSync(path) };
  } catch (error) {
    return refuse(diagnose('FILE_UNREADABLE', { cause: describeError(error) }));
  }
}

function statStaged(root: string, path: string, staged: StagedFiles): ReturnType<typeof statFile> {
  const text = staged.texts.get(path);
  if (text === undefined) return statFile(root, path);
  return text === null ? null : { size: Buffer.byteLength(text), mtimeMs: staged.at };
}

/** Runs synchronously, since the thread pool takes five times as long for small files on a disk. */
function statFile(root: string, path: string): { readonly size: number; readonly mtimeMs: number } | null {
  try {
    return statSync(join(root, path), { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function describeProblems({ problems }: FileStats): string {
  return problems
    .map(({ file, code, facts }) => JSON.stringify([file, code, facts]))
    .sort()
    .join('\n');
}

function refuse(problem: Problem): FileBytes {
  return { kind: 'undecodable', line: null, problem };
}
