import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { complain, type Complaint, type Problem } from '../../core/model/article.js';
import { describeError } from '../../core/model/fault.js';
import type { Decoded } from '../reading/decode-file.js';
import {
  describeExcess,
  detectFormat,
  type FileList,
  findRoot,
  GLOSSARY_FILE,
  leadsOut,
  listFiles,
  NOTHING_STAGED,
  type StagedFiles,
} from './list-files.js';

/** The files of a corpus folder as they were found; file i is described by entry i of each array. */
export interface SourceFiles {
  /** Relative to the folder, with forward slashes, in code-unit order; the glossary comes last. */
  readonly paths: readonly string[];
  /** In bytes; -1 for a file that cannot be looked at. */
  readonly sizes: Float64Array;
  /** When each was last changed, in ms since 1970; -1 as above. */
  readonly times: Float64Array;
  /** Of folders that could not be listed and links that could not be followed. */
  readonly problems: readonly Problem[];
}

/** The contents of files; file i is described by entry i. */
export interface SourceHashes {
  readonly paths: readonly string[];
  /** SHA-256, {@link HASH_BYTES} a file; zeros for one that was not read. */
  readonly hashes: Uint8Array;
}

/** What a corpus was read from. */
export interface Sources extends SourceFiles, SourceHashes {}

export const HASH_BYTES = 32;

/** In a buffer of their own: a view would send all arrays of its build to a worker, and keep them in memory after a reload. */
export function copyHashes({ paths, hashes }: SourceHashes): SourceHashes {
  return { paths, hashes: hashes.slice() };
}

/** Looks at every file of a corpus folder without reading any. @throws {Fault} `CORPUS_MISSING`. */
export async function findSources(dir: string): Promise<SourceFiles> {
  const root = await findRoot(dir);
  return lookAtFiles(root, await listFiles(root));
}

/** @param root - A real path. */
export function lookAtFiles(
  root: string,
  { files, problems }: FileList,
  staged = NOTHING_STAGED,
): SourceFiles {
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
export function areSameFiles(a: SourceFiles, b: SourceFiles): boolean {
  return (
    a.paths.length === b.paths.length &&
    a.paths.every((path, i) => path === b.paths[i]) &&
    a.sizes.every((size, i) => size === b.sizes[i]) &&
    a.times.every((time, i) => time === b.times[i]) &&
    describeProblems(a) === describeProblems(b)
  );
}

function describeProblems({ problems }: SourceFiles): string {
  return problems
    .map(({ file, code, facts }) => JSON.stringify([file, code, facts]))
    .sort()
    .join('\n');
}

/** @param root - A real path. @param known - The hashes of those that were read already. */
export function hashSources(
  root: string,
  paths: readonly string[],
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): SourceHashes {
  const hashes = new Uint8Array(paths.length * HASH_BYTES);
  for (const [i, path] of paths.entries()) {
    const hash = known.get(path) ?? hashSource(root, path);
    if (hash) hashes.set(hash, i * HASH_BYTES);
  }
  return { paths, hashes };
}

/** @returns `null` for a file that no article is read from, or that cannot be read. */
export function hashSource(root: string, path: string): Uint8Array | null {
  if (path !== GLOSSARY_FILE && detectFormat(path) === null) return null;
  const source = readSource(root, path);
  return source.kind === 'bytes' ? hashBytes(source.bytes) : null;
}

export function hashBytes(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** The paths of the files that hold something else than they did. @throws {Fault} `CORPUS_MISSING`. */
export async function findChanged(dir: string, { paths, hashes: before }: SourceHashes): Promise<string[]> {
  const { hashes: now } = hashSources(await findRoot(dir), paths);
  return paths.filter((_, i) => {
    for (let at = i * HASH_BYTES; at < (i + 1) * HASH_BYTES; at += 1) if (before[at] !== now[at]) return true;
    return false;
  });
}

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

/** The SHA-256 of what a file holds, 64 hex digits. */
export function hashHex(bytes: Uint8Array): string {
  return Buffer.from(hashBytes(bytes)).toString('hex');
}
