import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { buildInProcess, type BuildOrder, type UndecidedBuild } from './build-in-process.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { Fault } from '../core/errors.js';
import type { ReportProgress } from '../core/progress.js';
import type { Log } from '../core/services.js';
import { NOTHING_STAGED, type StagedFiles } from '../corpus/staged-files.js';
import type { Run } from './run.js';

export interface BuildOptions {
  /** What is read as if it were in the folder; default nothing. */
  readonly staged?: StagedFiles;
  /** Whether the build will not be kept in any case. */
  readonly isPreview: boolean;
  /** Answers for files that can no longer be read. */
  readonly previous?: LoadedCorpus;
  readonly onProgress?: ReportProgress | undefined;
}

/** Builds one corpus at a time. */
export interface Builder {
  /** @throws {Fault} `RELOAD_RUNNING` while another build runs or waits for its decision; `BUILD_STOPPED` after `close`. */
  build(options: BuildOptions): Promise<UndecidedBuild>;
  /** Waits until no build runs or waits. */
  idle(): Promise<void>;
  /** Stops a build; one that is done and is being saved gets a while. */
  close(): Promise<void>;
}

export interface BuilderParts {
  /** The folder of the compiled build process. */
  readonly loadingUrl: URL;
  readonly order: Pick<BuildOrder, 'corpusDir' | 'snapshot'>;
  readonly log: Log;
}

const SAVE_TIMEOUT_MS = 3_000;
const NOT_SAVED =
  'the snapshot could not be written, so the next start reads every article again: check that DATA_DIR can be written and has room';

/** Above the 64 MiB after which V8 looks for buffers that nobody holds any more. */
const COLLECTED_AFTER_BYTES = 80 * 2 ** 20;
const COLLECTED_AFTER_MS = 2_000;

export function createBuilder({ loadingUrl, order, log }: BuilderParts): Builder {
  const url = new URL('build-process.js', loadingUrl);
  let latest: Run<UndecidedBuild> | null = null;
  let underWay: Promise<void> | null = null;
  let isClosed = false;
  /** Whether a snapshot of the latest build is awaited. */
  let isUnsaved = false;

  const onSaved = (failure: string | null): void => {
    isUnsaved = false;
    const file = order.snapshot?.file;
    if (failure === null) log.info('snapshot written', { file });
    else log.warn(NOT_SAVED, { file, reason: failure });
  };

  const start = async ({
    isPreview,
    previous,
    onProgress,
    staged = NOTHING_STAGED,
  }: BuildOptions): Promise<UndecidedBuild> => {
    // The build before may still be on its way to the disk.
    await latest?.ended;
    if (isClosed) throw new Fault('BUILD_STOPPED', 'no build starts after the end');
    const task = { ...order, staged, isPreview, isPatient: previous !== undefined };
    const run = buildInProcess(url, task, { previous, onProgress, onSaved });
    latest = run;
    // It holds on to the corpus before, which is to go once no answer or report needs it.
    void run.ended.then(() => {
      if (latest === run) latest = null;
      if (isUnsaved && !isClosed) onSaved('the process that builds ended before');
      setTimeout(askForCollection, COLLECTED_AFTER_MS).unref();
    });
    return run.result;
  };

  return {
    build: async (options) => {
      if (underWay) throw new Fault('RELOAD_RUNNING', 'a reload is running');
      let settle: () => void = () => undefined;
      underWay = new Promise((resolve) => {
        settle = () => {
          underWay = null;
          resolve();
        };
      });
      const built = await start(options).catch((error: unknown) => {
        settle();
        throw error;
      });
      return {
        ...built,
        decide: (isKept) => {
          settle();
          isUnsaved = isKept && order.snapshot !== null;
          built.decide(isKept);
        },
      };
    },
    idle: async () => {
      await underWay;
    },
    close: async () => {
      isClosed = true;
      if (!underWay) await Promise.race([latest?.ended, wait(SAVE_TIMEOUT_MS, undefined, { ref: false })]);
      await latest?.stop();
    },
  };
}

/**
 * Makes V8 look for the buffers of the corpus before, which an idle program would keep; what is never written takes
 * no memory. By its default V8 retains the shapes that optimized code knows, and by these whole corpora.
 */
function askForCollection(): void {
  setFlagsFromString('--retain-maps-for-n-gc=0');
  try {
    new ArrayBuffer(COLLECTED_AFTER_BYTES);
  } catch {
    // Where there is no room V8 collects anyway.
  }
}
