import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { PendingBuild } from '../core/changes/change-corpus.js';
import type { LoadedCorpus } from '../core/model/corpus.js';
import { Fault } from '../core/model/fault.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { NOTHING_STAGED, type StagedFiles } from '../corpus/files/staged-files.js';
import { unpackArrays } from '../snapshot/pack-arrays.js';
import type { BuildMessage, BuildOrder, BuildReply, Previous, PreviousRequest } from './build-messages.js';
import { reviveFault } from './fault-message.js';
import { openArticles, toArticleText } from './open-articles.js';
import type { SavedCorpus } from './saved-corpus.js';
import { runProcess, type Task } from './task.js';

/** A loaded corpus and the files that it was read from. */
export interface OpenedBuild extends Pick<SavedCorpus, 'inputFiles' | 'fallbacks'> {
  readonly loaded: LoadedCorpus;
}

export function openBuild({ frozen, problems, inputFiles, fallbacks }: SavedCorpus): OpenedBuild {
  return { loaded: openArticles(frozen, problems), inputFiles, fallbacks };
}

export interface BuildOptions {
  /** Changes that are read as if they were made in the folder; default none. */
  readonly staged?: StagedFiles;
  /** True if the build will be discarded in any case. */
  readonly isPreview: boolean;
  /** Supplies the last good version of unreadable files. With it, the build runs at lower priority. */
  readonly previous?: LoadedCorpus;
  readonly onProgress?: ReportProgress | undefined;
  /** Awaited when the build is accepted, before the swap. If it throws, so does `accept`, and nothing is swapped. */
  readonly write?: (() => Promise<void>) | undefined;
}

interface BuilderParts {
  /** The folder of the compiled build process. */
  readonly loadingUrl: URL;
  readonly order: Pick<BuildOrder, 'corpusDir' | 'snapshot'>;
  /** Makes an accepted build the corpus that answers. */
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
  /** True while the snapshot of the latest build, an accepted one, is still to be written. */
  #isUnsaved = false;
  #isClosed = false;

  constructor(parts: BuilderParts) {
    this.#parts = parts;
    this.#url = new URL('build-process.js', parts.loadingUrl);
  }

  /**
   * Builds a corpus from the files. Refuses other builds until this one is accepted or discarded.
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

  /** Resolves once no build is running or pending. */
  async idle(): Promise<void> {
    await this.#lock?.released;
  }

  /** Stops the build; one that is accepted and being saved gets {@link SAVE_TIMEOUT_MS} to finish. */
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
    // The previous build may still be writing its snapshot.
    await this.#latest?.ended;
    if (this.#isClosed) throw new Fault('BUILD_STOPPED', 'no build starts after the end');
    const order = { ...this.#parts.order, staged, isPreview, isLowPriority: previous !== undefined };
    const task = buildInProcess(this.#url, order, {
      previous,
      onProgress,
      onSaved: (failure) => {
        this.#reportSaved(failure);
      },
    });
    this.#latest = task;
    // The task references the previous corpus, which must be freed once no answer or report needs it.
    void task.ended.then(() => {
      if (this.#latest === task) this.#latest = null;
      if (this.#isUnsaved && !this.#isClosed) this.#reportSaved('the process that builds ended before');
      setTimeout(requestCollection, COLLECTION_DELAY_MS).unref();
    });
    return task.result;
  }

  /** @param failure - `null` if the snapshot was written. */
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

/** Above the 64 MiB after which V8 collects unreferenced buffers. */
const COLLECTION_TRIGGER_BYTES = 80 * 2 ** 20;
const COLLECTION_DELAY_MS = 2_000;

/**
 * Makes V8 collect the buffers of the previous corpus, which an idle program would retain. The buffer allocated for
 * this is never written and so takes no memory. By default V8 retains the maps (object shapes) that optimised code
 * refers to, and through them whole corpora.
 */
function requestCollection(): void {
  setFlagsFromString('--retain-maps-for-n-gc=0');
  try {
    new ArrayBuffer(COLLECTION_TRIGGER_BYTES);
  } catch {
    // If there is no room, V8 collects anyway.
  }
}

/** A build received from its process, which waits for the reply. */
interface ReceivedBuild extends OpenedBuild {
  /** Must be called exactly once. */
  readonly reply: (reply: BuildReply) => void;
}

interface BuildCallbacks {
  /** Supplies the last good version of unreadable files. */
  readonly previous: LoadedCorpus | undefined;
  readonly onProgress: ReportProgress | undefined;
  /** Called when an accepted build has been saved or could not be; see `saved` in {@link BuildMessage}. */
  readonly onSaved: (failure: string | null) => void;
}

/**
 * Builds a corpus in a separate process. The result may also reject with `CORPUS_MISSING` or `CORPUS_EMPTY`. The
 * process ends later than the result comes: once the snapshot is in place.
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
    .map((article) => toArticleText(corpus, article));
  const withdrawn = corpus.withdrawnArticles.filter(({ article: { id } }) => ids.has(id) || isInFolder(id));
  return { articles, withdrawn, glossary };
}
