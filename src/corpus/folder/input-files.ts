import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../../core/model/fault.js';
import { diagnose, type FileProblem, type Problem } from '../../core/model/problem.js';
import type { Decoded } from '../reading/decode-file.js';
import { detectFormat } from '../reading/format.js';
import { describeExcess, type FileList, findRoot, GLOSSARY_FILE, leadsOut, listFiles } from './list-files.js';
import { NOTHING_STAGED, type StagedFiles } from './staged-files.js';

/** The files of a corpus folder as they were found; file i is described by entry i of each array. */
export interface FileStats {
  /** Relative to the folder, with forward slashes, in code-unit order; the glossary comes last. */
  readonly paths: readonly string[];
  /** In bytes; -1 for a file that cannot be looked at. */
  readonly sizes: Float64Array;
  /** When each was last changed, in ms since 1970; -1 as above. */
  readonly times: Float64Array;
  /** Of folders that could not be listed and links that could not be followed. */
  readonly problems: readonly FileProblem[];
}

/** The contents of files; file i is described by entry i. */
export interface FileHashes {
  readonly paths: readonly string[];
  /** SHA-256, {@link HASH_BYTES} a file; zeros for one that was not read. */
  readonly hashes: Uint8Array;
}

/** What a corpus was read from. */
export interface InputFiles extends FileStats, FileHashes {}

export const HASH_BYTES = 32;

/** In a buffer of their own: a view would send all arrays of its build to a worker, and keep them in memory after a reload. */
export function copyHashes({ paths, hashes }: FileHashes): FileHashes {
  return { paths, hashes: hashes.slice() };
}

/** Looks at every file of a corpus folder without reading any. @throws {Fault} `CORPUS_MISSING`. */
export async function statCorpus(dir: string): Promise<FileStats> {
  const root = await findRoot(dir);
  return statFiles(root, await listFiles(root));
}

/** @param root - A real path. */
export function statFiles(root: string, { files, problems }: FileList, staged = NOTHING_STAGED): FileStats {
  const glossary = lookStaged(root, GLOSSARY_FILE, staged);
  const paths = glossary ? [...files, GLOSSARY_FILE] : files;
  const sizes = new Float64Array(paths.length).fill(-1);
  const times = new Float64Array(paths.length).fill(-1);
  paths.forEach((path, i) => {
    const status = lookStaged(root, path, staged);
    if (!status) return;
    sizes[i] = status.size;
    times[i] = status.mtimeMs;
  });
  return { paths, sizes, times, problems };
}

function lookStaged(root: string, path: string, staged: StagedFiles): ReturnType<typeof look> {
  const text = staged.texts.get(path);
  if (text === undefined) return look(root, path);
  return text === null ? null : { size: Buffer.byteLength(text), mtimeMs: staged.at };
}

/** One after the other, and not in the thread pool: that takes five times as long for small files on a disk. */
function look(root: string, path: string): { readonly size: number; readonly mtimeMs: number } | null {
  try {
    return statSync(join(root, path), { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** Whether nothing tells the two apart but for what the files hold. */
export function areSameFiles(a: FileStats, b: FileStats): boolean {
  return (
    a.paths.length === b.paths.length &&
    a.paths.every((path, i) => path === b.paths[i]) &&
    a.sizes.every((size, i) => size === b.sizes[i]) &&
    a.times.every((time, i) => time === b.times[i]) &&
    describeProblems(a) === describeProblems(b)
  );
}

function describeProblems({ problems }: FileStats): string {
  return problems
    .map(({ file, code, facts }) => JSON.stringify([file, code, facts]))
    .sort()
    .join('\n');
}

/** @param root - A real path. @param known - The hashes of those that were read already. */
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

/** @returns `null` for a file that no article is read from, or that cannot be read. */
export function hashFile(root: string, path: string): Uint8Array | null {
  if (path !== GLOSSARY_FILE && detectFormat(path) === null) return null;
  const source = readBytes(root, path);
  return source.kind === 'bytes' ? hashBytes(source.bytes) : null;
}

export function hashBytes(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** The paths of the files that hold something else than they did. @throws {Fault} `CORPUS_MISSING`. */
export async function findChanged(dir: string, { paths, hashes: before }: FileHashes): Promise<string[]> {
  const { hashes: now } = hashFiles(await findRoot(dir), paths);
  return paths.filter((_, i) => {
    for (let at = i * HASH_BYTES; at < (i + 1) * HASH_BYTES; at += 1) if (before[at] !== now[at]) return true;
    return false;
  });
}

/** What a file holds, or why it cannot be read. */
export type FileBytes =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Extract<Decoded, { kind: 'undecodable' }>;

/**
 * Reads a file below `root`, a real path; whatever is wrong with the file, the result is a value.
 *
 * Waits for the disk: in the thread pool, small files take several times as long.
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

function refuse(problem: Problem): FileBytes {
  return { kind: 'undecodable', line: null, problem };
}

/** The SHA-256 of what a file holds, 64 hex digits. */
export function hashHex(bytes: Uint8Array): string {
  return Buffer.from(hashBytes(bytes)).toString('hex');
}
