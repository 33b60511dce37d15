/** Archives the files of past corpus revisions. */

import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
// zod 4 loads the messages of fifty languages, which would delay every start.
import { z } from 'zod/v3';
import { describeError } from '../../core/model/fault.js';
import { DISK, forAll } from './disk.js';
import { findRoot } from './list-files.js';
import { HASH_BYTES, hashHex, readBytes, type FileHashes } from './input-files.js';

/** The files that a corpus was read from. */
export interface ArchivedFiles extends FileHashes {
  /** Unreadable files, and folders that could not be listed, whose previous good version was loaded instead. */
  readonly fallbacks: readonly string[];
}

export type ArchiveOutcome =
  | { readonly kind: 'archived' }
  /** A file has changed since it was read; the revision is not archived. */
  | { readonly kind: 'changed'; readonly file: string };

/** The files that a corpus revision was read from. */
interface Manifest {
  readonly revision: string;
  /** When it was last loaded, in ms since 1970. */
  readonly at: number;
  /** SHA-256 in hex of each article's file and of the glossary, by path in the corpus folder. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The files of the last corpus revisions: `objects/` holds the contents of files by SHA-256, each once for all
 * revisions and paths; `manifests/` lists the files of each revision.
 */
export interface Archive {
  /**
   * Archives the files of a revision that was loaded, and removes all but the last {@link MAX_REVISIONS}. Call it for
   * one revision at a time; it blocks on the disk. If the process is killed, the earlier revisions stay.
   *
   * @param at - In ms since 1970.
   * @throws A system error; the earlier revisions stay.
   */
  store(revision: string, files: ArchivedFiles, at: number): Promise<ArchiveOutcome>;
  /** Newest first. */
  list(): Promise<readonly Manifest[]>;
  /** @returns `null` if the revision is not archived. */
  find(revision: string): Promise<Manifest | null>;
  /** Returns the content with a hash in hex; `null` if it is lost or damaged. */
  read(hash: string): Promise<Uint8Array | null>;
}

export const MAX_REVISIONS = 10;
const REVISION = /^[0-9a-f]{7}$/u;

/** @param dir - Created when the first revision is archived. */
export function createArchive(dir: string, corpusDir: string): Archive {
  const folders = { manifests: join(dir, 'manifests'), objects: join(dir, 'objects') };
  const list = (): Promise<readonly Manifest[]> => listManifests(folders);

  const storeRevision: Archive['store'] = async (revision, read, at) => {
    const [newest] = await list();
    const files = listLoadedFiles(read, newest?.files ?? new Map());
    if (newest?.revision === revision && areEqual(newest.files, files)) return { kind: 'archived' };
    const changed = await archiveObjects(folders, corpusDir, files);
    if (changed !== null) return { kind: 'changed', file: changed };
    const bytes = Buffer.from(formatManifest({ revision, at, files }));
    await putFile(folders.manifests, `${revision}.json`, bytes);
    await prune(folders, await list(), MAX_REVISIONS);
    return { kind: 'archived' };
  };

  return {
    store: storeRevision,
    list,
    find: async (revision) => (REVISION.test(revision) ? readManifest(folders, `${revision}.json`) : null),
    read: (hash) => readObject(folders, hash),
  };
}

const NAME_DIGITS = 8;

/** Returns the path of a corpus folder's archive; each corpus folder has its own. */
export function placeArchive(dataDir: string, corpusDir: string): string {
  const name = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, NAME_DIGITS);
  return resolve(join(dataDir, 'archive', name));
}

/** The two folders of an archive. */
interface ArchiveFolders {
  readonly manifests: string;
  readonly objects: string;
}

/** Sorts the newest first. */
async function listManifests(folders: ArchiveFolders): Promise<readonly Manifest[]> {
  const names = (await listNames(folders.manifests)).filter((name) => name.endsWith('.json'));
  const manifests = await Promise.all(names.map((name) => readManifest(folders, name)));
  return manifests
    .flatMap((manifest) => manifest ?? [])
    .sort((a, b) => b.at - a.at || (a.revision < b.revision ? -1 : 1));
}

/** @returns `null` if the file does not exist or is not a manifest. */
async function readManifest({ manifests }: ArchiveFolders, name: string): Promise<Manifest | null> {
  const bytes = await DISK.read(join(manifests, name));
  return bytes === null ? null : parseManifest(Buffer.from(bytes).toString());
}

const ManifestShape = z.object({
  version: z.literal(1),
  revision: z.string(),
  at: z.number(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});

/** @returns `null` if the text is not a manifest. */
function parseManifest(text: string): Manifest | null {
  try {
    const { data } = ManifestShape.safeParse(JSON.parse(text));
    return data ? { ...data, files: new Map(Object.entries(data.files)) } : null;
  } catch {
    return null;
  }
}

function formatManifest({ revision, at, files }: Manifest): string {
  const shape: z.infer<typeof ManifestShape> = { version: 1, revision, at, files: Object.fromEntries(files) };
  return JSON.stringify(shape);
}

/**
 * Maps the paths of a corpus's files to the hashes of the loaded versions, in hex.
 *
 * @param previous - The hashes of the previous corpus, which the fallbacks come from.
 */
function listLoadedFiles(
  { paths, hashes, fallbacks }: ArchivedFiles,
  previous: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [i, path] of paths.entries()) {
    const hash = hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
    // All bytes are zero if the file was not read.
    if (hash.some((byte) => byte !== 0)) files.set(path, Buffer.from(hash).toString('hex'));
  }
  const places = new Set(fallbacks);
  for (const [path, hash] of places.size === 0 ? [] : previous) {
    if (listPlaces(path).some((place) => places.has(place))) files.set(path, hash);
  }
  return files;
}

/** Lists a file and the folders that contain it. */
function listPlaces(path: string): string[] {
  const names = path.split('/');
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}

function areEqual(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

/**
 * Copies contents of files that are not archived yet.
 *
 * @param files - Hashes by path.
 * @returns A file whose content differs from its hash; `null` if all contents are archived.
 */
async function archiveObjects(
  { objects }: ArchiveFolders,
  corpusDir: string,
  files: ReadonlyMap<string, string>,
): Promise<string | null> {
  const root = await findRoot(corpusDir);
  const known = new Set(await listObjects(objects));
  let changed: string | null = null;
  await forAll(files, async ([file, hash]) => {
    if (known.has(hash) || changed !== null) return;
    known.add(hash);
    const content = readBytes(root, file);
    if (content.kind === 'bytes' && hashHex(content.bytes) === hash) {
      await putFile(join(objects, hash.slice(0, 2)), hash.slice(2), content.bytes);
    } else changed = file;
  });
  return changed;
}

/** Lists the hashes of the archived contents. */
async function listObjects(objects: string): Promise<string[]> {
  const found: string[] = [];
  await forAll(await listNames(objects), async (folder) => {
    for (const name of await listNames(join(objects, folder))) found.push(folder + name);
  });
  return found;
}

/** @returns `null` if it is lost or damaged. */
async function readObject({ objects }: ArchiveFolders, hash: string): Promise<Uint8Array | null> {
  const bytes = await DISK.read(join(objects, hash.slice(0, 2), hash.slice(2)));
  return bytes !== null && hashHex(bytes) === hash ? bytes : null;
}

/** Writes a file and waits until the disk holds all of it before giving it its name. */
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

/** Removes all manifests but the first `most`, and the objects that these do not need. */
async function prune(folders: ArchiveFolders, manifests: readonly Manifest[], most: number): Promise<void> {
  for (const { revision } of manifests.slice(most)) {
    await DISK.remove(join(folders.manifests, `${revision}.json`));
  }
  const needed = new Set(manifests.slice(0, most).flatMap(({ files }) => [...files.values()]));
  const unneeded = (await listObjects(folders.objects)).filter((hash) => !needed.has(hash));
  await forAll(unneeded, async (hash) => {
    await DISK.remove(join(folders.objects, hash.slice(0, 2), hash.slice(2)));
  });
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (describeError(error) === 'ENOENT') return [];
    throw error;
  }
}
