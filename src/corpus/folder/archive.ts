// zod 4 loads the messages of fifty languages, which every start would wait for.
import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod/v3';
import { describeError } from '../../core/model/fault.js';
import { DISK, forAll } from './disk.js';
import { findRoot } from './list-files.js';
import { HASH_BYTES, hashHex, readBytes, type FileHashes } from './input-files.js';

/** The two folders of an archive. */
interface Store {
  readonly manifests: string;
  readonly objects: string;
}

/** Newest first. */
async function listManifests(store: Store): Promise<readonly Manifest[]> {
  const names = (await listNames(store.manifests)).filter((name) => name.endsWith('.json'));
  const manifests = await Promise.all(names.map((name) => readManifest(store, name)));
  return manifests
    .flatMap((manifest) => manifest ?? [])
    .sort((a, b) => b.at - a.at || (a.revision < b.revision ? -1 : 1));
}

/** @returns `null` for a file that is not there, or is no manifest. */
async function readManifest({ manifests }: Store, name: string): Promise<Manifest | null> {
  const bytes = await DISK.read(join(manifests, name));
  return bytes === null ? null : parseManifest(Buffer.from(bytes).toString());
}

/**
 * Copies what files hold that is not kept yet.
 *
 * @param files - Hashes by path.
 * @returns A file that no longer holds what was read from it; `null` when all are kept.
 */
async function keepObjects(
  { objects }: Store,
  corpusDir: string,
  files: ReadonlyMap<string, string>,
): Promise<string | null> {
  const root = await findRoot(corpusDir);
  const known = new Set(await listObjects(objects));
  let changed: string | null = null;
  await forAll(files, async ([file, hash]) => {
    if (known.has(hash) || changed !== null) return;
    known.add(hash);
    const source = readBytes(root, file);
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

/** @returns `null` when it is lost or damaged. */
async function readObject({ objects }: Store, hash: string): Promise<Uint8Array | null> {
  const bytes = await DISK.read(join(objects, hash.slice(0, 2), hash.slice(2)));
  return bytes !== null && hashHex(bytes) === hash ? bytes : null;
}

/** Removes all manifests but the first `most`, and what the others do not need. */
async function prune(store: Store, manifests: readonly Manifest[], most: number): Promise<void> {
  for (const { revision } of manifests.slice(most)) {
    await DISK.remove(join(store.manifests, `${revision}.json`));
  }
  const needed = new Set(manifests.slice(0, most).flatMap(({ files }) => [...files.values()]));
  const unneeded = (await listObjects(store.objects)).filter((hash) => !needed.has(hash));
  await forAll(unneeded, async (hash) => {
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

/** What a corpus was read from, file by file. */
export interface ArchivedFiles extends FileHashes {
  /** Files, and folders that could not be listed, whose last good version was taken instead of what they hold. */
  readonly fallbacks: readonly string[];
}

/**
 * The hash of each file as it was taken into the corpus, in hex, by path.
 *
 * @param before - Those of the corpus before, which the last good versions are from.
 */
function listKeptFiles(
  { paths, hashes, fallbacks }: ArchivedFiles,
  before: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [i, path] of paths.entries()) {
    const hash = hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
    // A file that was not read has none.
    if (hash.some((byte) => byte !== 0)) files.set(path, Buffer.from(hash).toString('hex'));
  }
  const places = new Set(fallbacks);
  for (const [path, hash] of places.size === 0 ? [] : before) {
    if (listPlaces(path).some((place) => places.has(place))) files.set(path, hash);
  }
  return files;
}

/** A file and the folders that it stands in. */
function listPlaces(path: string): string[] {
  const names = path.split('/');
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

/** What came of keeping a revision. */
export type ArchiveOutcome =
  | { readonly kind: 'kept' }
  /** A file has changed since it was read; the revision is not kept. */
  | { readonly kind: 'changed'; readonly file: string };

/**
 * The files of the last corpus revisions: `objects/` holds what a file held under the SHA-256 of it, once whatever
 * the number of revisions and paths; `manifests/` says of each revision which files it had.
 */
export interface Archive {
  /**
   * Keeps the files of a revision that was loaded, and forgets all but the last {@link MAX_REVISIONS}. One at a
   * time; waits for the disk. Whoever is killed meanwhile leaves what was kept before.
   *
   * @param at - In ms since 1970.
   * @throws A system error; what was kept before stays.
   */
  keep(revision: string, files: ArchivedFiles, at: number): Promise<ArchiveOutcome>;
  /** Newest first. */
  list(): Promise<readonly Manifest[]>;
  /** @returns `null` for a revision that is not kept. */
  find(revision: string): Promise<Manifest | null>;
  /** What a file held. @returns `null` when that is lost or damaged. */
  read(hash: string): Promise<Uint8Array | null>;
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
  const list = (): Promise<readonly Manifest[]> => listManifests(store);

  const keep: Archive['keep'] = async (revision, read, at) => {
    const [newest] = await list();
    const files = listKeptFiles(read, newest?.files ?? new Map());
    if (newest?.revision === revision && areEqual(newest.files, files)) return { kind: 'kept' };
    const changed = await keepObjects(store, corpusDir, files);
    if (changed !== null) return { kind: 'changed', file: changed };
    const bytes = Buffer.from(formatManifest({ revision, at, files }));
    await putFile(store.manifests, `${revision}.json`, bytes);
    await prune(store, await list(), MAX_REVISIONS);
    return { kind: 'kept' };
  };

  return {
    keep,
    list,
    find: async (revision) => (REVISION.test(revision) ? readManifest(store, `${revision}.json`) : null),
    read: (hash) => readObject(store, hash),
  };
}

function areEqual(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

/** The files that a corpus revision was read from. */
interface Manifest {
  readonly revision: string;
  /** When it was loaded last, in ms since 1970. */
  readonly at: number;
  /** SHA-256 in hex of each article's file and of the glossary, by path in the corpus folder. */
  readonly files: ReadonlyMap<string, string>;
}

const Shape = z.object({
  version: z.literal(1),
  revision: z.string(),
  at: z.number(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});

/** @returns `null` for a text that is no manifest. */
function parseManifest(text: string): Manifest | null {
  try {
    const { data } = Shape.safeParse(JSON.parse(text));
    return data ? { ...data, files: new Map(Object.entries(data.files)) } : null;
  } catch {
    return null;
  }
}

function formatManifest({ revision, at, files }: Manifest): string {
  const shape: z.infer<typeof Shape> = { version: 1, revision, at, files: Object.fromEntries(files) };
  return JSON.stringify(shape);
}
