import type { PendingBuild } from '../core/changes/change-corpus.js';
import type { LoadedCorpus } from '../core/model/corpus.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { recoverChanges } from '../corpus/files/change-files.js';
import { copyHashes, type FileHashes } from '../corpus/files/input-files.js';
import type { SnapshotPlace } from '../snapshot/snapshot.js';
import { Builder, type BuildOptions, openBuild, type OpenedBuild } from './builder.js';
import { createRevisionArchiver } from './revision-archiver.js';
import { placeSnapshot, readSaved, type SavedCorpus } from './saved-corpus.js';
import type { Task } from './task.js';
import { checkInWorker } from './worker-tasks.js';

interface CorpusParts {
  readonly corpusDir: string;
  /** The folder of snapshots; if absent, none is read or written. */
  readonly dataDir?: string | undefined;
  /** The folder of the compiled build process and workers. */
  readonly loadingUrl: URL;
  /** The archive for the files of each corpus that is swapped in; if absent, nothing is archived. */
  readonly archiveDir?: string | undefined;
  readonly log: Log;
  readonly onProgress?: ReportProgress | undefined;
}

/** Holds the corpus that answers, and rebuilds it. */
export interface CorpusManager {
  readonly startedFrom: 'files' | 'snapshot';
  readonly loaded: () => LoadedCorpus;
  /** Calls {@link Builder.build} with the current corpus as the previous one. */
  build(options: Omit<BuildOptions, 'previous'>): Promise<PendingBuild>;
  /** Reports an answered question; the first one triggers the check of a snapshot's files. */
  noteAnswer(): void;
  /** Stops all tasks; a snapshot that is being written gets a few seconds to finish. */
  readonly close: () => Promise<void>;
}

/** The delay of the check of a snapshot's files after the start if no question comes before. */
const CHECK_AFTER_START_MS = 1_000;
/** Long enough for a program that asks a single question to end first. */
const CHECK_AFTER_ANSWER_MS = 250;
const FILES_NAMED = 10;

/**
 * Undoes changes that a killed process left half done, and loads the corpus: from its snapshot if the files have not
 * changed since, otherwise from the files.
 *
 * @throws {Fault} `CORPUS_MISSING`, `CORPUS_EMPTY`, `BUILD_FAILED` or `CHANGE_UNWRITTEN`.
 */
export async function createCorpusManager(parts: CorpusParts): Promise<CorpusManager> {
  const { corpusDir, dataDir, loadingUrl, log } = parts;
  await recoverChanges(corpusDir);
  const snapshot = dataDir === undefined ? null : placeSnapshot(dataDir, corpusDir);
  const saved = snapshot && (await readLastBuild(snapshot, parts));
  const archiver = createRevisionArchiver({ ...parts, workerUrl: findWorker(parts) });
  let loaded: LoadedCorpus;
  let check: Check | null = null;
  const swapIn = (build: OpenedBuild): void => {
    loaded = build.loaded;
    archiver.archive(build);
    void check?.cancel();
  };
  const builder = new Builder({ loadingUrl, order: { corpusDir, snapshot }, swapIn, log });
  if (saved) swapIn(openBuild(saved));
  else await (await builder.build({ isPreview: false, onProgress: parts.onProgress })).accept();

  const build: CorpusManager['build'] = (options) => builder.build({ ...options, previous: loaded });
  const rebuild = async (): Promise<LoadedCorpus> => {
    const pending = await build({ isPreview: false });
    await pending.accept();
    return pending.loaded;
  };
  check = saved && scheduleCheck(parts, copyHashes(saved.inputFiles), builder, rebuild);

  return {
    startedFrom: saved ? 'snapshot' : 'files',
    loaded: () => loaded,
    build,
    noteAnswer: () => check?.hasten(),
    close: async () => {
      await Promise.all([check?.cancel(), builder.close(), archiver.close()]);
    },
  };
}

async function readLastBuild(
  snapshot: SnapshotPlace,
  { corpusDir, log }: CorpusParts,
): Promise<SavedCorpus | null> {
  const reading = await readSaved(snapshot, corpusDir);
  if (reading.kind === 'saved') return reading.saved;
  log.info('the snapshot is not used', { reason: reading.reason });
  return null;
}

function findWorker({ loadingUrl }: CorpusParts): URL {
  return new URL('worker.js', loadingUrl);
}

interface Check {
  hasten(): void;
  cancel(): Promise<void>;
}

/** Compares the contents of the files with `inputFiles` once, and rebuilds the corpus if they differ. */
function scheduleCheck(
  parts: CorpusParts,
  inputFiles: FileHashes,
  builder: Builder,
  rebuild: () => Promise<LoadedCorpus>,
): Check {
  const { corpusDir, log } = parts;
  let worker: Task<readonly string[]> | null = null;
  let hasBegun = false;
  let isHastened = false;
  let isOver = false;

  const run = async (): Promise<void> => {
    worker = checkInWorker(findWorker(parts), { corpusDir, ...inputFiles });
    const changed = await worker.result;
    if (changed.length === 0) {
      log.info('the articles are those of the snapshot');
      return;
    }
    const facts = { files: changed.slice(0, FILES_NAMED), count: changed.length };
    log.warn('articles have changed though their size and time have not; they are read again', facts);
    await builder.idle();
    if (isOver) return;
    const { corpus } = await rebuild();
    log.info('corpus rebuilt', { ...corpus.summary });
  };
  const begin = (): void => {
    hasBegun = true;
    run().catch((error: unknown) => {
      if (!isOver) log.error('the articles could not be checked against the snapshot', error);
    });
  };

  let timer = setTimeout(begin, CHECK_AFTER_START_MS).unref();
  return {
    hasten: () => {
      if (isHastened || hasBegun || isOver) return;
      isHastened = true;
      clearTimeout(timer);
      timer = setTimeout(begin, CHECK_AFTER_ANSWER_MS).unref();
    },
    cancel: async () => {
      isOver = true;
      clearTimeout(timer);
      await worker?.stop();
    },
  };
}
