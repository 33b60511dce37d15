import { describeError } from '../core/model/fault.js';
import type { Log } from '../core/model/log.js';
import { copyHashes } from '../corpus/files/input-files.js';
import { type OpenedBuild } from './builder.js';
import type { Task } from './task.js';
import { archiveInWorker, type ArchiveMessage, type ArchiveOrder } from './worker-tasks.js';

interface RevisionArchiverParts {
  /** The folder of the archive; if absent, nothing is archived. */
  readonly archiveDir?: string | undefined;
  readonly corpusDir: string;
  /** The compiled `worker.ts`. */
  readonly workerUrl: URL;
  readonly log: Log;
}

/** Archives the files that each corpus was read from, one corpus after the other, while questions are answered. */
export interface RevisionArchiver {
  archive(build: OpenedBuild): void;
  /** Stops the running task and drops the queued ones. */
  close(): Promise<void>;
}

const NOT_ARCHIVED =
  'the files of this corpus could not be kept, so nobody can go back to it: check that DATA_DIR can be written and has room';
const CHANGED = 'the files of this corpus are not kept, since one has changed while they were copied';

export function createRevisionArchiver({
  archiveDir,
  corpusDir,
  workerUrl,
  log,
}: RevisionArchiverParts): RevisionArchiver {
  let isClosed = false;
  let worker: Task<ArchiveMessage> | null = null;
  let queue: Promise<void> = Promise.resolve();

  const run = async (order: Omit<ArchiveOrder, 'kind'>): Promise<void> => {
    const { revision } = order;
    worker = archiveInWorker(workerUrl, order);
    try {
      const message = await worker.result;
      if (message.kind === 'archived') log.info('the files of this corpus are kept', { revision });
      else if (message.kind === 'changed') log.info(CHANGED, { revision, file: message.file });
      else log.warn(NOT_ARCHIVED, { revision, reason: message.reason });
    } catch (error) {
      if (!isClosed) log.warn(NOT_ARCHIVED, { revision, reason: describeError(error) });
    }
    await worker.ended;
  };
  return {
    archive: ({ loaded, inputFiles, fallbacks }) => {
      if (archiveDir === undefined) return;
      const files = { ...copyHashes(inputFiles), fallbacks };
      const { revision } = loaded.corpus.summary;
      const order = { archiveDir, corpusDir, revision, files, at: Date.now() };
      queue = queue.then(() => (isClosed ? undefined : run(order)));
    },
    close: async () => {
      isClosed = true;
      await worker?.stop();
      await queue;
    },
  };
}
