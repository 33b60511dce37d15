import { describeError } from '../core/describe-error.js';
import type { Log } from '../core/services.js';
import { copyHashes } from '../corpus/sources.js';
import type { OpenedBuild } from './build-in-process.js';
import { keepInWorker, type KeepMessage, type KeepOrder } from './keep-in-worker.js';
import type { Run } from './run.js';

export interface RevisionKeeperParts {
  /** The folder of the archive; absent: nothing is kept. */
  readonly archiveDir?: string | undefined;
  readonly corpusDir: string;
  /** The compiled worker that keeps. */
  readonly workerUrl: URL;
  readonly log: Log;
}

/** Puts what each corpus was read from into the archive, one after the other, while questions are answered. */
export interface RevisionKeeper {
  keep(built: OpenedBuild): void;
  /** Stops what is under way. */
  close(): Promise<void>;
}

const NOT_KEPT =
  'the files of this corpus could not be kept, so nobody can go back to it: check that DATA_DIR can be written and has room';
const CHANGED = 'the files of this corpus are not kept, since one has changed while they were copied';

export function keepRevisions({
  archiveDir,
  corpusDir,
  workerUrl,
  log,
}: RevisionKeeperParts): RevisionKeeper {
  let isClosed = false;
  let worker: Run<KeepMessage> | null = null;
  let last: Promise<void> = Promise.resolve();

  const keep = async (order: KeepOrder): Promise<void> => {
    const { revision } = order;
    worker = keepInWorker(workerUrl, order);
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
    keep: ({ loaded, sources, lastGood }) => {
      if (archiveDir === undefined) return;
      const files = { ...copyHashes(sources), lastGood };
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
