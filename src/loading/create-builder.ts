import { setTimeout as wait } from 'node:timers/promises';
import { buildInWorker, type BuildOrder, type BuiltCorpus } from './build-in-worker.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { Fault } from '../core/errors.js';
import type { ReportProgress } from '../core/progress.js';
import type { Log } from '../core/services.js';
import type { WorkerRun } from './run-worker.js';

export interface BuildOptions {
  /** Whether the order's snapshot is written. */
  readonly isKept: boolean;
  /** Answers for files that can no longer be read. */
  readonly previous?: LoadedCorpus;
  readonly onProgress?: ReportProgress | undefined;
}

/** Builds one corpus at a time. */
export interface Builder {
  /** @throws {Fault} `RELOAD_RUNNING` while another build runs; `BUILD_STOPPED` after `close`. */
  build(options: BuildOptions): Promise<BuiltCorpus>;
  /** Waits until no build runs. */
  idle(): Promise<void>;
  /** Stops a build; one that is done and is being saved gets a while. */
  close(): Promise<void>;
}

export interface BuilderParts {
  readonly workerUrl: URL;
  readonly order: BuildOrder;
  readonly log: Log;
}

const SAVE_TIMEOUT_MS = 3_000;
const NOT_SAVED =
  'the snapshot could not be written, so the next start reads every article again: check that DATA_DIR can be written and has room';

export function createBuilder({ workerUrl, order, log }: BuilderParts): Builder {
  let worker: WorkerRun<BuiltCorpus> | null = null;
  let underWay: Promise<BuiltCorpus> | null = null;
  let isClosed = false;

  const onSaved = (failure: string | null): void => {
    const file = order.snapshot?.file;
    if (failure === null) log.info('snapshot written', { file });
    else log.warn(NOT_SAVED, { file, reason: failure });
  };

  const start = async ({ isKept, previous, onProgress }: BuildOptions): Promise<BuiltCorpus> => {
    // The build before may still be on its way to the disk.
    await worker?.ended;
    if (isClosed) throw new Fault('BUILD_STOPPED', 'no build starts after the end');
    const chosen = isKept ? order : { ...order, snapshot: null };
    const run = buildInWorker(workerUrl, chosen, { previous, onProgress, onSaved });
    worker = run;
    // It holds on to the corpus before, which is to go once it answers no more.
    void run.ended.then(() => {
      if (worker === run) worker = null;
    });
    return run.result;
  };

  return {
    build: async (options) => {
      if (underWay) throw new Fault('RELOAD_RUNNING', 'a reload is running');
      underWay = start(options);
      try {
        return await underWay;
      } finally {
        underWay = null;
      }
    },
    idle: async () => {
      await underWay?.catch(() => undefined);
    },
    close: async () => {
      isClosed = true;
      if (!underWay) await Promise.race([worker?.ended, wait(SAVE_TIMEOUT_MS, undefined, { ref: false })]);
      await worker?.stop();
    },
  };
}
