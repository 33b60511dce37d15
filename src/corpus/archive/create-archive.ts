import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeError } from '../../core/describe-error.js';
import { DISK } from '../disk/disk.js';
import { forAll } from '../disk/for-all.js';
import { hashHex } from '../disk/hash-hex.js';
import { findRoot } from '../find-root.js';
import { readSource } from '../read-source.js';
import { listKeptFiles, type ReadFiles } from './list-kept-files.js';
import { formatManifest, parseManifest, type Manifest } from './manifest.js';

/** What came of keeping a revision. */
export type Keeping =
  | { readonly kind: 'kept' }
  /** A file has changed since it was read; the revision is not kept. */
  | { readonly kind: 'changed'; readonly file: string };

/**
 * The files of the last corpus revisions: `objects/` holds what a file held under the SHA-256 of it, once whatever
 * the number of revisions and paths; `manifests/` says of each revision which files it had.
 */
export interface Archive {
  /**
   * Keeps the files of a revision that was loaded, and forgets all but the last {@link MAX_REVISIONS}.
   *
   * @param at - In ms since 1970.
   * @throws A system error, or after `close` an `AbortError`; what was kept before stays.
   */
  keep(revision: string, files: ReadFiles, at: number): Promise<Keeping>;
  /** Newest first. */
  list(): Promise<readonly Manifest[]>;
  /** @returns `null` for a revision that is not kept. */
  find(revision: string): Promise<Manifest | null>;
  /** What a file held. @returns `null` when that is lost or damaged. */
  read(hash: string): Promise<Uint8Array | null>;
  /** Stops keeping. */
  close(): Promise<void>;
}

export const MAX_REVISIONS = 10;
const NAME_DIGITS = 8;
const REVISION = /^[0-9a-f]{7}$/u;

/** Where the archive of a corpus folder stands; each has a folder of its own. */
export function placeArchive(dataDir: string, corpusDir: string): string {
  const name = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, NAME_DIGITS);
  return resolve(join(dataDir, 'archive', name));
}

/** @param dir - Made when something is kept. */
export function createArchive(dir: string, corpusDir: string): Archive {
  const store = { manifests: join(dir, 'manifests'), objects: join(dir, 'objects') };
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  const list = (): Promise<readonly Manifest[]> => listManifests(store);

  const keep: Archive['keep'] = async (revision, read, at) => {
    const [newest] = await list();
    const files = listKeptFiles(read, newest?.files ?? new Map());
    if (newest?.revision === revision && areEqual(newest.files, files)) return { kind: 'kept' };
    const changed = await keepObjects(store, corpusDir, files, closing.signal);
    if (changed !== null) return { kind: 'changed', file: changed };
    const bytes = Buffer.from(formatManifest({ revision, at, files }));
    await putFile(store.manifests, `${revision}.json`, bytes);
    await prune(store, await list(), closing.signal);
    return { kind: 'kept' };
  };

  return {
    list,
    find: async (revision) => (REVISION.test(revision) ? readManifest(store, `${revision}.json`) : null),
    read: (hash) => readObject(store, hash),
    keep: (...args) => {
      const kept = last.then(() => keep(...args));
      last = kept.catch(() => undefined);
      return kept;
    },
    close: async () => {
      closing.abort();
      await last;
    },
  };
}

/** Folders. */
interface Store {
  readonly manifests: string;
  readonly objects: string;
}

function areEqual(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

async function listManifests(store: Store): Promise<readonly Manifest[]> {
  const names = (await listNames(store.manifests)).filter((name) => name.endsWith('.json'));
  const manifests = await Promise.all(names.map((name) => readManifest(store, name)));
  return manifests
    .flatMap((manifest) => manifest ?? [])
    .sort((a, b) => b.at - a.at || (a.revision < b.revision ? -1 : 1));
}

async function readManifest({ manifests }: Store, name: string): Promise<Manifest | null> {
  const bytes = await DISK.read(join(manifests, name));
  return bytes === null ? null : parseManifest(Buffer.from(bytes).toString());
}

/** @returns A file that no longer holds what was read from it; `null` when all are kept. */
async function keepObjects(
  { objects }: Store,
  corpusDir: string,
  files: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<string | null> {
  const root = await findRoot(corpusDir);
  const known = new Set(await listObjects(objects));
  let changed: string | null = null;
  await forAll(files, async ([file, hash]) => {
    signal.throwIfAborted();
    if (known.has(hash) || changed !== null) return;
    known.add(hash);
    const source = await readSource(root, file);
    if (source.kind === 'bytes' && hashHex(source.bytes) === hash) {
      await putFile(join(objects, hash.slice(0, 2)), hash.slice(2), source.bytes);
    } else changed = file;
  });
  return changed;
}

/** The hashes of what is kept. */
async function listObjects(objects: string): Promise<string[]> {
  const found: string[] = [];
  await forAll(await listNames(objects), async (folder) => {
    for (const name of await listNames(join(objects, folder))) found.push(folder + name);
  });
  return found;
}

async function readObject({ objects }: Store, hash: string): Promise<Uint8Array | null> {
  const bytes = await DISK.read(join(objects, hash.slice(0, 2), hash.slice(2)));
  return bytes !== null && hashHex(bytes) === hash ? bytes : null;
}

async function prune(store: Store, manifests: readonly Manifest[], signal: AbortSignal): Promise<void> {
  for (const { revision } of manifests.slice(MAX_REVISIONS)) {
    await DISK.remove(join(store.manifests, `${revision}.json`));
  }
  const needed = new Set(manifests.slice(0, MAX_REVISIONS).flatMap(({ files }) => [...files.values()]));
  const unneeded = (await listObjects(store.objects)).filter((hash) => !needed.has(hash));
  await forAll(unneeded, async (hash) => {
    signal.throwIfAborted();
    await DISK.remove(join(store.objects, hash.slice(0, 2), hash.slice(2)));
  });
}

/** Puts a whole file in place, waiting until the disk holds it. */
async function putFile(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `${name}.tmp`);
  await DISK.remove(unfinished);
  try {
    await DISK.create(unfinished, bytes);
    await DISK.rename(unfinished, join(folder, name));
  } catch (error) {
    await DISK.remove(unfinished);
    throw error;
  }
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (describeError(error) === 'ENOENT') return [];
    throw error;
  }
}
