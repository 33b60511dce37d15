import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { listKeptFiles, type ReadFiles } from './list-kept-files.js';
import { formatManifest, type Manifest } from './manifest.js';
import { keepObjects, listManifests, prune, putFile, readManifest, readObject } from './archive-store.js';

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
   * Keeps the files of a revision that was loaded, and forgets all but the last {@link MAX_REVISIONS}. One at a
   * time; waits for the disk. Whoever is killed meanwhile leaves what was kept before.
   *
   * @param at - In ms since 1970.
   * @throws A system error; what was kept before stays.
   */
  keep(revision: string, files: ReadFiles, at: number): Promise<Keeping>;
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
