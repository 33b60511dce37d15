import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError } from '../../core/describe-error.js';
import { DISK } from '../disk/disk.js';
import { forAll } from '../disk/for-all.js';
import { hashHex } from '../disk/hash-hex.js';
import { findRoot } from '../find-root.js';
import { readSource } from '../read-source.js';
import { parseManifest, type Manifest } from './manifest.js';

/** The two folders of an archive. */
export interface Store {
  readonly manifests: string;
  readonly objects: string;
}

/** Newest first. */
export async function listManifests(store: Store): Promise<readonly Manifest[]> {
  const names = (await listNames(store.manifests)).filter((name) => name.endsWith('.json'));
  const manifests = await Promise.all(names.map((name) => readManifest(store, name)));
  return manifests
    .flatMap((manifest) => manifest ?? [])
    .sort((a, b) => b.at - a.at || (a.revision < b.revision ? -1 : 1));
}

/** @returns `null` for a file that is not there, or is no manifest. */
export async function readManifest({ manifests }: Store, name: string): Promise<Manifest | null> {
  const bytes = await DISK.read(join(manifests, name));
  return bytes === null ? null : parseManifest(Buffer.from(bytes).toString());
}

/**
 * Copies what files hold that is not kept yet.
 *
 * @param files - Hashes by path.
 * @returns A file that no longer holds what was read from it; `null` when all are kept.
 */
export async function keepObjects(
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
    const source = readSource(root, file);
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
export async function readObject({ objects }: Store, hash: string): Promise<Uint8Array | null> {
  const bytes = await DISK.read(join(objects, hash.slice(0, 2), hash.slice(2)));
  return bytes !== null && hashHex(bytes) === hash ? bytes : null;
}

/** Removes all manifests but the first `most`, and what the others do not need. */
export async function prune(store: Store, manifests: readonly Manifest[], most: number): Promise<void> {
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
export async function putFile(folder: string, name: string, bytes: Uint8Array): Promise<void> {
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
