import { HASH_BYTES, type SourceHashes } from '../sources.js';

/** What a corpus was read from, file by file. */
export interface ReadFiles extends SourceHashes {
  /** Files, and folders that could not be listed, whose last good version was taken instead of what they hold. */
  readonly lastGood: readonly string[];
}

/**
 * The hash of each file as it was taken into the corpus, in hex, by path.
 *
 * @param before - Those of the corpus before, which the last good versions are from.
 */
export function listKeptFiles(
  { paths, hashes, lastGood }: ReadFiles,
  before: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const [i, path] of paths.entries()) {
    const hash = hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
    // A file that was not read has none.
    if (hash.some((byte) => byte !== 0)) files.set(path, Buffer.from(hash).toString('hex'));
  }
  const places = new Set(lastGood);
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
