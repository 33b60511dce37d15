import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { FileProblem } from '../core/model/problem.js';
import { areSameFiles, type InputFiles, statCorpus } from '../corpus/folder/input-files.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/snapshot.js';
import { identifyBuild } from './identify-build.js';
import type { FrozenArticles } from './open-articles.js';

/** A build as its snapshot holds it. */
export interface SavedCorpus {
  readonly frozen: FrozenArticles;
  readonly problems: readonly FileProblem[];
  readonly inputFiles: InputFiles;
  /** Files, and folders that could not be listed, whose last good version was taken. */
  readonly fallbacks: readonly string[];
}

/** A build that may be used again, or half a sentence that says why there is none. */
type SavedReading =
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
  const [reading, files] = await Promise.all([readSnapshot<SavedCorpus>(place), statCorpus(corpusDir)]);
  if (reading.kind === 'missing') return { kind: 'none', reason: 'there is none yet' };
  if (reading.kind === 'unusable') return { kind: 'none', reason: reading.reason };
  if (!areSameFiles(reading.content.inputFiles, files))
    return { kind: 'none', reason: 'the files have changed' };
  return { kind: 'saved', saved: reading.content };
}
