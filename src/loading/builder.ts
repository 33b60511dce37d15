import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { ArticleText, WithdrawnArticle } from '../core/model/article.js';
import type { Glossary, LoadedCorpus } from '../core/model/corpus.js';
import { Fault } from '../core/model/fault.js';
import type { Log, Progress, ReportProgress } from '../core/model/log.js';
import { NOTHING_STAGED, type StagedFiles } from '../corpus/folder/staged-files.js';
import { type ArrayPlace, unpackArrays } from '../snapshot/pack-arrays.js';
import type { SnapshotPlace } from '../snapshot/snapshot.js';
import { type FaultMessage, reviveFault } from './fault-message.js';
import { openArticles, takeArticle } from './freeze-articles.js';
import { runProcess, type Task } from './task.js';
import type { SavedCorpus } from './saved-corpus.js';

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

interface BuilderParts {
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
  let latest: Task<UndecidedBuild> | null = null;
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

/** What the process is sent first. */
export interface BuildOrder {
  readonly corpusDir: string;
  /** Where the last build may be; `null`: nowhere. */
  readonly snapshot: SnapshotPlace | null;
  /** What is read as if it were in the folder. */
  readonly staged: StagedFiles;
  /** Whether it will not be kept in any case. */
  readonly isPreview: boolean;
  /** Whether others go first. */
  readonly isPatient: boolean;
}

/** What the process asks for of what was loaded before. */
export interface PreviousRequest {
  readonly articleIds: readonly string[];
  /** Also recalled: every article whose id starts with one of these. */
  readonly idPrefixes: readonly string[];
}

/**
 * What the process says: `findPrevious` as often as it needs to, one at a time, then `built` or `fault`; once a
 * {@link Decision} has come after `built`, perhaps `saved`; `progress` in between.
 */
export type BuildMessage =
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'recall' } & PreviousRequest)
  | {
      /** A {@link SavedCorpus} without its arrays, whose bytes are written to `BYTES_DESCRIPTOR`. */
      readonly kind: 'built';
      readonly rest: unknown;
      readonly places: readonly ArrayPlace[];
      readonly byteLength: number;
    }
  | {
      readonly kind: 'saved';
      /** Why the snapshot could not be written; `null` when it was. */
      readonly failure: string | null;
    }
  | FaultMessage;

/** The answer to `built`: whether the build takes the place of the one before. */
export interface Decision {
  readonly isKept: boolean;
}

/** A corpus that answers, and what it was read from. */
export interface OpenedBuild extends Pick<SavedCorpus, 'inputFiles' | 'lastGood'> {
  readonly loaded: LoadedCorpus;
}

/** A build that waits for a decision. */
interface UndecidedBuild extends OpenedBuild {
  /** Must be called once. @param isKept - Whether it is saved for the next start. */
  readonly decide: (isKept: boolean) => void;
}

/** Makes a build answer. */
export function openBuild({ frozen, problems, inputFiles, lastGood }: SavedCorpus): OpenedBuild {
  return { loaded: openArticles(frozen, problems), inputFiles, lastGood };
}

/** The answer to `findPrevious`: what was loaded before. */
export interface Previous {
  /** Of those asked for, those that there were. */
  readonly articles: readonly ArticleText[];
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Asked for or not; empty when there was none. */
  readonly glossary: Glossary;
}

interface BuildParts {
  /** Answers for files that can no longer be read. */
  readonly previous?: LoadedCorpus | undefined;
  readonly onProgress?: ReportProgress | undefined;
  /** Called when a build that is kept has been saved; see `saved`. */
  readonly onSaved?: (failure: string | null) => void;
}

/**
 * Reads, analyses, learns and freezes a corpus in a process of its own. The result may also reject with
 * `CORPUS_MISSING` or `CORPUS_EMPTY`; the process ends later, when the snapshot is in place.
 */
function buildInProcess(
  url: URL,
  order: BuildOrder,
  { previous, onProgress, onSaved }: BuildParts = {},
): Task<UndecidedBuild> {
  return runProcess(url, order, async (said, { answer, readBytes, resolve, reject }) => {
    const message = said as BuildMessage;
    switch (message.kind) {
      case 'progress':
        onProgress?.(message);
        break;
      case 'recall':
        answer(recall(previous, message));
        break;
      case 'built': {
        const bytes = await readBytes(message.byteLength);
        const saved = unpackArrays(message.rest, message.places, bytes) as SavedCorpus;
        resolve({
          ...openBuild(saved),
          decide: (isKept) => {
            answer({ isKept } satisfies Decision);
          },
        });
        break;
      }
      case 'saved':
        onSaved?.(message.failure);
        break;
      case 'fault':
        reject(reviveFault(message));
        break;
    }
  });
}

function recall(previous: LoadedCorpus | undefined, { articleIds, idPrefixes }: PreviousRequest): Previous {
  if (!previous) return { articles: [], withdrawn: [], glossary: [] };
  const { corpus, glossary } = previous;
  const isInFolder = (id: string): boolean => idPrefixes.some((prefix) => id.startsWith(prefix));
  const inFolders = idPrefixes.length === 0 ? [] : [...corpus.articleIds()].filter(isInFolder);
  const ids = new Set([...articleIds, ...inFolders]);
  const articles = [...ids]
    .flatMap((id) => corpus.article(id) ?? [])
    .map((article) => takeArticle(corpus, article));
  const withdrawn = corpus.withdrawnArticles.filter(({ article: { id } }) => ids.has(id) || isInFolder(id));
  return { articles, withdrawn, glossary };
}
