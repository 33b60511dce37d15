import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileProblem } from '../core/model/problem.js';
import { areSameFiles, type InputFiles, statCorpus } from '../corpus/folder/input-files.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/snapshot.js';
import type { FrozenArticles } from './freeze-articles.js';

/** A build as its snapshot holds it. */
export interface SavedCorpus {
  readonly frozen: FrozenArticles;
  readonly problems: readonly FileProblem[];
  readonly inputFiles: InputFiles;
  /** Files, and folders that could not be listed, whose last good version was taken. */
  readonly lastGood: readonly string[];
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

/** What a build runs through, relative to this file; the lock names the version of every package. */
const PARTS = ['./', '../core/', '../corpus/', '../analysis/', '../engines/', '../snapshot/'];
const LOCK = '../../../package-lock.json';

/**
 * Tells one state of the program from another: what one has built, another one may not understand.
 *
 * @returns A hash of the compiled program, its packages and Node's version.
 */
function identifyBuild(): string {
  const hash = createHash('sha256').update(process.version).update(readOptional(LOCK));
  for (const part of PARTS) {
    const folder = fileURLToPath(new URL(part, import.meta.url));
    const isDeep = true;
    const names = readdirSync(folder, { recursive: isDeep, encoding: 'utf8' }).filter((name) =>
      /\.[jt]s$/u.test(name),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(`${folder}/${name}`));
  }
  return hash.digest('hex');
}

function readOptional(path: string): Buffer {
  try {
    return readFileSync(new URL(path, import.meta.url));
  } catch {
    return Buffer.alloc(0);
  }
}
