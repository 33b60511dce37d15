/** The saved form of a build, and its place on the disk. */

import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { FileProblem } from '../core/model/problem.js';
import { areSameFiles, type InputFiles, statCorpus } from '../corpus/files/input-files.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/snapshot.js';
import { identifyBuild } from './identify-build.js';
import type { FrozenArticles } from './open-articles.js';

/** A build as a snapshot holds it. */
export interface SavedCorpus {
  readonly frozen: FrozenArticles;
  readonly problems: readonly FileProblem[];
  readonly inputFiles: InputFiles;
  /** Paths of unreadable files, and of folders that could not be listed, for which a fallback was used. */
  readonly fallbacks: readonly string[];
}

/** A build that can be reused, or the reason why there is none, as a clause for the log. */
type SavedReading =
  | { readonly kind: 'saved'; readonly saved: SavedCorpus }
  | { readonly kind: 'none'; readonly reason: string };

const NAME_DIGITS = 8;

/** Locates the snapshot of a corpus folder; each folder has its own file. */
export function placeSnapshot(dataDir: string, corpusDir: string): SnapshotPlace {
  const name = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, NAME_DIGITS);
  return { file: resolve(join(dataDir, `snapshot-${name}.nukuu`)), settings: identifyBuild() };
}

/** Locates the analyses of a snapshot's articles, which the next build reuses. */
export function placeAnalyses({ file, settings }: SnapshotPlace): SnapshotPlace {
  return { file: file.replace(/\.nukuu$/u, '.analyses'), settings };
}

/**
 * Reads the last build of a corpus folder if paths, sizes and times of the files have not changed since.
 *
 * @throws {Fault} `CORPUS_MISSING`.
 */
export async function readSaved(place: SnapshotPlace, corpusDir: string): Promise<SavedReading> {
  const [reading, files] = await Promise.all([readSnapshot<SavedCorpus>(place), statCorpus(corpusDir)]);
  if (reading.kind === 'missing') return { kind: 'none', reason: 'there is none yet' };
  if (reading.kind === 'unusable') return { kind: 'none', reason: reading.reason };
  if (!areSameFiles(reading.content.inputFiles, files))
    return { kind: 'none', reason: 'the files have changed' };
  return { kind: 'saved', saved: reading.content };
}
