import type { LoadedCorpus } from '../core/model/corpus.js';
import { describeError } from '../core/model/fault.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { recoverChanges } from '../corpus/folder/change-files.js';
import { copyHashes, type FileHashes } from '../corpus/folder/input-files.js';
import { type Builder, type BuildOptions, createBuilder, openBuild, type OpenedBuild } from './builder.js';
import { checkInWorker, archiveInWorker, type ArchiveMessage, type ArchiveOrder } from './in-worker.js';
import type { Task } from './task.js';
import { placeSnapshot, readSaved } from './saved-corpus.js';

interface CorpusParts {
  readonly corpusDir: string;
  /** The folder of snapshots; absent: none is read or written. */
  readonly dataDir?: string | undefined;
  /** The folder of the compiled process that builds and of the threads. */
  readonly loadingUrl: URL;
  /** The archive that keeps the files of each corpus that is swapped in; absent: none. */
  readonly archiveDir?: string | undefined;
  readonly log: Log;
  readonly onProgress?: ReportProgress | undefined;
}

/** A corpus built aside; one of the two must be called. */
interface BuiltCandidate {
  readonly loaded: LoadedCorpus;
  /** Makes it the one that answers. */
  readonly keep: () => void;
  readonly drop: () => void;
}

/** The corpus that answers, and what brings it up to date. */
export interface CorpusManager {
  readonly startedFrom: 'files' | 'snapshot';
  readonly loaded: () => LoadedCorpus;
  /**
   * Builds from the files; the candidate takes the place of what answers only if it is kept.
   *
   * @throws {Fault} `RELOAD_RUNNING`, `BUILD_STOPPED`, `CORPUS_MISSING`, `CORPUS_EMPTY`, `CORPUS_TOO_LARGE` or
   *   `BUILD_FAILED`.
   */
  build(options: Omit<BuildOptions, 'previous'>): Promise<BuiltCandidate>;
  /** Says that a question was answered: a snapshot's files are checked then. */
  noteAnswer(): void;
  /** Stops what is under way; a snapshot that is nearly in place gets a while. */
  readonly close: () => Promise<void>;
}

/** So long after the start a snapshot's files are checked if nobody asks. */
const CHECK_AFTER_START_MS = 1_000;
/** A program that asks one question ends before. */
const CHECK_AFTER_ANSWER_MS = 250;
const FILES_NAMED = 10;

/**
 * Ends what a killed process has left half done, and loads the corpus: from its snapshot if the files have not changed since, otherwise from the files.
 *
 * @throws {Fault} `CORPUS_MISSING`, `CORPUS_EMPTY`, `BUILD_FAILED` or `CHANGE_UNWRITTEN`.
 */
export async function createCorpusManager(parts: CorpusParts): Promise<CorpusManager> {
  const { corpusDir, dataDir, loadingUrl, log } = parts;
  await recoverChanges(corpusDir);
  const place = dataDir === undefined ? null : placeSnapshot(dataDir, corpusDir);
  const builder = createBuilder({ loadingUrl, order: { corpusDir, snapshot: place }, log });
  const reading = place && (await readSaved(place, corpusDir));
  if (reading?.kind === 'none') log.info('the snapshot is not used', { reason: reading.reason });
  const saved = reading?.kind === 'saved' ? reading.saved : null;

  const revisions = createRevisionArchiver({ ...parts, workerUrl: new URL('keep-worker.js', loadingUrl) });
  const swapIn = (built: OpenedBuild): LoadedCorpus => {
    revisions.archive(built);
    return built.loaded;
  };
  const buildFirst = async (): Promise<OpenedBuild> => {
    const built = await builder.build({ isPreview: false, onProgress: parts.onProgress });
    built.decide(true);
    return built;
  };
  let loaded = swapIn(saved ? openBuild(saved) : await buildFirst());

  const build: CorpusManager['build'] = async (options) => {
    const built = await builder.build({ ...options, previous: loaded });
    return {
      loaded: built.loaded,
      keep: () => {
        loaded = swapIn(built);
        void check?.cancel();
        built.decide(true);
      },
      drop: () => {
        built.decide(false);
      },
    };
  };
  const rebuild = async (): Promise<LoadedCorpus> => {
    const candidate = await build({ isPreview: false });
    candidate.keep();
    return candidate.loaded;
  };
  const check = saved && scheduleCheck(parts, copyHashes(saved.inputFiles), builder, rebuild);

  return {
    startedFrom: saved ? 'snapshot' : 'files',
    loaded: () => loaded,
    build,
    noteAnswer: () => check?.hasten(),
    close: async () => {
      await Promise.all([check?.cancel(), builder.close(), revisions.close()]);
    },
  };
}

interface Check {
  hasten(): void;
  cancel(): Promise<void>;
}

/** Holds the contents of the files against `inputFiles` once, and rebuilds if they are not the same. */
function scheduleCheck(
  { corpusDir, loadingUrl, log }: CorpusParts,
  inputFiles: FileHashes,
  builder: Builder,
  rebuild: () => Promise<LoadedCorpus>,
): Check {
  let worker: Task<readonly string[]> | null = null;
  let isOver = false;

  const run = async (): Promise<void> => {
    worker = checkInWorker(new URL('check-worker.js', loadingUrl), { corpusDir, ...inputFiles });
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

  let hasBegun = false;
  let isHastened = false;
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

interface RevisionKeeperParts {
  /** The folder of the archive; absent: nothing is kept. */
  readonly archiveDir?: string | undefined;
  readonly corpusDir: string;
  /** The compiled worker that keeps. */
  readonly workerUrl: URL;
  readonly log: Log;
}

/** Puts what each corpus was read from into the archive, one after the other, while questions are answered. */
export interface RevisionArchiver {
  archive(built: OpenedBuild): void;
  /** Stops what is under way. */
  close(): Promise<void>;
}

const NOT_KEPT =
  'the files of this corpus could not be kept, so nobody can go back to it: check that DATA_DIR can be written and has room';
const CHANGED = 'the files of this corpus are not kept, since one has changed while they were copied';

export function createRevisionArchiver({
  archiveDir,
  corpusDir,
  workerUrl,
  log,
}: RevisionKeeperParts): RevisionArchiver {
  let isClosed = false;
  let worker: Task<ArchiveMessage> | null = null;
  let last: Promise<void> = Promise.resolve();

  const keep = async (order: ArchiveOrder): Promise<void> => {
    const { revision } = order;
    worker = archiveInWorker(workerUrl, order);
    try {
      const message = await worker.result;
      if (message.kind === 'kept') log.info('the files of this corpus are kept', { revision });
      else if (message.kind === 'changed') log.info(CHANGED, { revision, file: message.file });
      else log.warn(NOT_KEPT, { revision, reason: message.reason });
    } catch (error) {
      if (!isClosed) log.warn(NOT_KEPT, { revision, reason: describeError(error) });
    }
    await worker.ended;
  };
  return {
    archive: ({ loaded, inputFiles, lastGood }) => {
      if (archiveDir === undefined) return;
      const files = { ...copyHashes(inputFiles), lastGood };
      const { revision } = loaded.corpus.summary;
      const order = { archiveDir, corpusDir, revision, files, at: Date.now() };
      last = last.then(() => (isClosed ? undefined : keep(order)));
    },
    close: async () => {
      isClosed = true;
      await worker?.stop();
      await last;
    },
  };
}
