import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { PendingBuild } from '../core/changes/change-corpus.js';
import type { LoadedCorpus } from '../core/model/corpus.js';
import { Fault } from '../core/model/fault.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { NOTHING_STAGED, type StagedFiles } from '../corpus/folder/staged-files.js';
import { unpackArrays } from '../snapshot/pack-arrays.js';
import type { BuildMessage, BuildOrder, BuildReply, Previous, PreviousRequest } from './build-messages.js';
import { reviveFault } from './fault-message.js';
import { openArticles, takeArticle } from './open-articles.js';
import type { SavedCorpus } from './saved-corpus.js';
import { runProcess, type Task } from './task.js';

/** A corpus that answers, and what it was read from. */
export interface OpenedBuild extends Pick<SavedCorpus, 'inputFiles' | 'fallbacks'> {
  readonly loaded: LoadedCorpus;
}

/** Makes a build answer. */
export function openBuild({ frozen, problems, inputFiles, fallbacks }: SavedCorpus): OpenedBuild {
  return { loaded: openArticles(frozen, problems), inputFiles, fallbacks };
}

export interface BuildOptions {
  /** Read as if it were in the folder; default nothing. */
  readonly staged?: StagedFiles;
  /** Whether the build will be discarded in any case. */
  readonly isPreview: boolean;
  /** Answers for files that can no longer be read. */
  readonly previous?: LoadedCorpus;
  readonly onProgress?: ReportProgress | undefined;
  /** Awaited when the build is accepted, before it is swapped in; what it throws is thrown, and nothing is swapped. */
  readonly write?: () => Promise<void>;
}

interface BuilderParts {
  /** The folder of the compiled build process. */
  readonly loadingUrl: URL;
  readonly order: Pick<BuildOrder, 'corpusDir' | 'snapshot'>;
  /** Makes an accepted build the one that answers. */
  readonly swapIn: (build: OpenedBuild) => void;
  readonly log: Log;
}

const SAVE_TIMEOUT_MS = 3_000;
const NOT_SAVED =
  'the snapshot could not be written, so the next start reads every article again: check that DATA_DIR can be written and has room';

/** Builds one corpus at a time, each in a process of its own. */
export class Builder {
  readonly #parts: BuilderParts;
  readonly #url: URL;
  #latest: Task<ReceivedBuild> | null = null;
  /** Held from the start of a build until it is accepted or discarded. */
  #lock: Lock | null = null;
  /** Whether a snapshot of the latest build is awaited. */
  #isUnsaved = false;
  #isClosed = false;

  constructor(parts: BuilderParts) {
    this.#parts = parts;
    this.#url = new URL('build-process.js', parts.loadingUrl);
  }

  /**
   * Builds from the files. Other builds are refused until this one is accepted or discarded.
   *
   * @throws {Fault} `RELOAD_RUNNING` while another build runs or is pending; `BUILD_STOPPED` after `close`;
   *   `CORPUS_MISSING`, `CORPUS_EMPTY`, `CORPUS_TOO_LARGE` or `BUILD_FAILED`.
   */
  async build(options: BuildOptions): Promise<PendingBuild> {
    if (this.#lock) throw new Fault('RELOAD_RUNNING', 'a reload is running');
    const lock = createLock();
    this.#lock = lock;
    const release = (): void => {
      this.#lock = null;
      lock.release();
    };
    const built = await this.#start(options).catch((error: unknown) => {
      release();
      throw error;
    });
    const settle = (isAccepted: boolean): void => {
      release();
      this.#isUnsaved = isAccepted && this.#parts.order.snapshot !== null;
      built.reply({ isAccepted });
    };
    return {
      loaded: built.loaded,
      accept: async () => {
        await options.write?.();
        this.#parts.swapIn(built);
        settle(true);
      },
      discard: () => {
        settle(false);
      },
    };
  }

  /** Waits until no build runs or is pending. */
  async idle(): Promise<void> {
    await this.#lock?.released;
  }

  /** Stops a build; one that is accepted and is being saved gets a while. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (!this.#lock) {
      await Promise.race([this.#latest?.ended, wait(SAVE_TIMEOUT_MS, undefined, { ref: false })]);
    }
    await this.#latest?.stop();
  }

  async #start({
    isPreview,
    previous,
    onProgress,
    staged = NOTHING_STAGED,
  }: BuildOptions): Promise<ReceivedBuild> {
    // The build before may still be on its way to the disk.
    await this.#latest?.ended;
    if (this.#isClosed) throw new Fault('BUILD_STOPPED', 'no build starts after the end');
    const order = { ...this.#parts.order, staged, isPreview, isPatient: previous !== undefined };
    const task = buildInProcess(this.#url, order, {
      previous,
      onProgress,
      onSaved: (failure) => {
        this.#reportSaved(failure);
      },
    });
    this.#latest = task;
    // It holds on to the corpus before, which is to go once no answer or report needs it.
    void task.ended.then(() => {
      if (this.#latest === task) this.#latest = null;
      if (this.#isUnsaved && !this.#isClosed) this.#reportSaved('the process that builds ended before');
      setTimeout(askForCollection, COLLECTED_AFTER_MS).unref();
    });
    return task.result;
  }

  /** @param failure - `null` when the snapshot was written. */
  #reportSaved(failure: string | null): void {
    const { log, order } = this.#parts;
    const file = order.snapshot?.file;
    this.#isUnsaved = false;
    if (failure === null) log.info('snapshot written', { file });
    else log.warn(NOT_SAVED, { file, reason: failure });
  }
}

interface Lock {
  readonly released: Promise<void>;
  readonly release: () => void;
}

function createLock(): Lock {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { released, release };
}

/** Above the 64 MiB after which V8 looks for buffers that nobody holds any more. */
const COLLECTED_AFTER_BYTES = 80 * 2 ** 20;
const COLLECTED_AFTER_MS = 2_000;

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

/** A build as it came from its process, which waits for the reply. */
interface ReceivedBuild extends OpenedBuild {
  /** Must be called once. */
  readonly reply: (reply: BuildReply) => void;
}

interface BuildCallbacks {
  /** Answers for files that can no longer be read. */
  readonly previous: LoadedCorpus | undefined;
  readonly onProgress: ReportProgress | undefined;
  /** Called when an accepted build has been saved; see `saved`. */
  readonly onSaved: (failure: string | null) => void;
}

/**
 * Reads, analyses, learns and freezes a corpus in a process of its own. The result may also reject with
 * `CORPUS_MISSING` or `CORPUS_EMPTY`; the process ends later, when the snapshot is in place.
 */
function buildInProcess(
  url: URL,
  order: BuildOrder,
  { previous, onProgress, onSaved }: BuildCallbacks,
): Task<ReceivedBuild> {
  return runProcess(url, order, async (received, { answer, readBytes, resolve, reject }) => {
    const message = received as BuildMessage;
    switch (message.kind) {
      case 'progress':
        onProgress?.(message);
        break;
      case 'previous':
        answer(findPrevious(previous, message));
        break;
      case 'built': {
        const bytes = await readBytes(message.byteLength);
        const saved = unpackArrays(message.rest, message.places, bytes) as SavedCorpus;
        resolve({ ...openBuild(saved), reply: answer });
        break;
      }
      case 'saved':
        onSaved(message.failure);
        break;
      case 'fault':
        reject(reviveFault(message));
        break;
    }
  });
}

function findPrevious(
  loaded: LoadedCorpus | undefined,
  { articleIds, idPrefixes }: PreviousRequest,
): Previous {
  if (!loaded) return { articles: [], withdrawn: [], glossary: [] };
  const { corpus, glossary } = loaded;
  const isInFolder = (id: string): boolean => idPrefixes.some((prefix) => id.startsWith(prefix));
  const inFolders = idPrefixes.length === 0 ? [] : [...corpus.articleIds()].filter(isInFolder);
  const ids = new Set([...articleIds, ...inFolders]);
  const articles = [...ids]
    .flatMap((id) => corpus.article(id) ?? [])
    .map((article) => takeArticle(corpus, article));
  const withdrawn = corpus.withdrawnArticles.filter(({ article: { id } }) => ids.has(id) || isInFolder(id));
  return { articles, withdrawn, glossary };
}
