import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Problem } from '../core/article.js';
import { areSameFiles, findSources, type Sources } from '../corpus/sources.js';
import type { FrozenArticles } from './freeze-articles.js';
import { identifyBuild } from './identify-build.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/read-snapshot.js';

/** A build as its snapshot holds it. */
export interface SavedCorpus {
  readonly frozen: FrozenArticles;
  readonly problems: readonly Problem[];
  readonly sources: Sources;
  /** Files, and folders that could not be listed, whose last good version was taken. */
  readonly lastGood: readonly string[];
}

/** A build that may be used again, or half a sentence that says why there is none. */
export type SavedReading =
  | { readonly kind: 'saved'; readonly saved: SavedCorpus }
  | { readonly kind: 'none'; readonly reason: string };

const NAME_DIGITS = 8;

/** Where the snapshot of a corpus folder stands; each has a file of its own. */
export function placeSnapshot(dataDir: string, corpusDir: string): SnapshotPlace {
  const name = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, NAME_DIGITS);
  return { file: resolve(join(dataDir, `snapshot-${name}.nukuu`)), settings: identifyBuild() };
}

/** Where the analyses of a snapshot's articles stand, for the build after it. */
export function placeAnalyses({ file, settings }: SnapshotPlace): SnapshotPlace {
  return { file: file.replace(/\.nukuu$/u, '.analyses'), settings };
}

/**
 * Reads the last build of a corpus folder if that still has the same files.
 *
 * @throws {Fault} `CORPUS_MISSING`.
 */
export async function readSaved(place: SnapshotPlace, corpusDir: string): Promise<SavedReading> {
  const [reading, files] = await Promise.all([readSnapshot<SavedCorpus>(place), findSources(corpusDir)]);
  if (reading.kind === 'missing') return { kind: 'none', reason: 'there is none yet' };
  if (reading.kind === 'unusable') return { kind: 'none', reason: reading.reason };
  if (!areSameFiles(reading.content.sources, files))
    return { kind: 'none', reason: 'the files have changed' };
  return { kind: 'saved', saved: reading.content };
}
