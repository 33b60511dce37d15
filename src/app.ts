import { setImmediate as nextTurn } from 'node:timers/promises';
import { createAnalyzer } from './analysis/analyzer.js';
import { createAsk, createRequote } from './core/answering/ask.js';
import { createExplain } from './core/answering/explain.js';
import { createAuditTrail, createRecord } from './core/changes/audit.js';
import { type ChangeCorpus, type ChangeParts, createChangeCorpus } from './core/changes/change-corpus.js';
import { groupGaps } from './core/changes/gaps.js';
import type { Analyzer } from './core/model/analyzer.js';
import type { ArticleText } from './core/model/article.js';
import type { LoadedCorpus } from './core/model/corpus.js';
import type { Desk, FileChange } from './core/model/desk.js';
import type { FetchPage } from './core/model/fetch-page.js';
import { type Log, type Meter, NO_LOG, NO_METER, type ReportProgress } from './core/model/log.js';
import type { State } from './core/model/state.js';
import { createFindSources } from './core/quotations/find-sources.js';
import type { Services } from './core/services.js';
import { createArchive, placeArchive } from './corpus/folder/archive.js';
import { type CorpusFiles, createCorpusFiles } from './corpus/folder/corpus-files.js';
import { stageFiles } from './corpus/folder/staged-files.js';
import type { DeskParts } from './desk/create-desk.js';
import { freezeArticles, openArticles } from './loading/freeze-articles.js';
import { type CorpusManager, createCorpusManager } from './loading/corpus-manager.js';

export interface App {
  readonly services: Services;
  /** Where the corpus comes from that answered first. */
  readonly startedFrom: 'files' | 'snapshot';
  /** Stops what is under way; a snapshot that is nearly in place gets a while. */
  close(): Promise<void>;
}

interface AppParts {
  readonly corpusDir: string;
  /** The folder of snapshots; absent: none is read or written. */
  readonly dataDir?: string | undefined;
  /** Whether the files of the last revisions are kept in {@link dataDir}; default false. */
  readonly isArchived?: boolean;
  /** The folder of the compiled process that builds and of the threads; default the one beside this file. */
  readonly loadingUrl?: URL;
  /** Default: nothing is counted. */
  readonly meter?: Meter;
  /** What is kept between restarts; absent: no pins are checked and no audit log is written. */
  readonly state?: State;
  /** Default: from the public web. */
  readonly fetchPage?: FetchPage;
  /** Default: nothing is logged. */
  readonly log?: Log;
  /** Called while the corpus is built at the start. */
  readonly onProgress?: ReportProgress;
}

const LOADING_URL = new URL('./loading/', import.meta.url);

const NO_AUDIT = { add: () => Promise.resolve() };

const NO_ARCHIVE = {
  find: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(null),
};

/**
 * Loads the corpus and puts the program together.
 *
 * @throws {Fault} `CORPUS_MISSING`, `CORPUS_EMPTY` or `BUILD_FAILED`.
 */
export async function startApp({
  loadingUrl = LOADING_URL,
  log = NO_LOG,
  state,
  meter = NO_METER,
  fetchPage,
  ...parts
}: AppParts): Promise<App> {
  const { corpusDir, dataDir, isArchived = false } = parts;
  const archiveDir = isArchived && dataDir !== undefined ? placeArchive(dataDir, corpusDir) : undefined;
  const opening = createCorpusManager({ ...parts, archiveDir, loadingUrl, log });
  const analyzer = createAnalyzer();
  const keeper = await opening;
  const askAny = createAsk(analyzer);
  const files = createCorpusFiles(corpusDir);
  const audit = createAuditTrail(state?.audit ?? NO_AUDIT, log);

  return {
    startedFrom: keeper.startedFrom,
    services: {
      loaded: keeper.loaded,
      ask: async (...args) => {
        const start = performance.now();
        let outcome: Parameters<Meter['answered']>[0] = 'failed';
        try {
          const answer = await askAny(...args);
          outcome = answer.kind;
          keeper.noteAnswer();
          return answer;
        } finally {
          meter.answered(outcome, (performance.now() - start) / MS_PER_S);
        }
      },
      requote: createRequote(analyzer),
      explain: createExplain(analyzer),
      findSources: createFindSources(analyzer),
      changeCorpus: countChanges(
        meter,
        createChangeCorpus({
          loaded: keeper.loaded,
          build: buildChanges(keeper, files),
          listPins: () => state?.pins.list() ?? Promise.resolve([]),
          ask: askAny,
          yieldToEventLoop: nextTurn,
          record: createRecord({ audit, revisions: state?.revisions ?? null, log, now: Date.now }),
        }),
      ),
      groupGaps: (gaps) => groupGaps(gaps, analyzer),
      desk: openDeskLater({
        corpusDir,
        files,
        archive: archiveDir === undefined ? NO_ARCHIVE : createArchive(archiveDir, corpusDir),
        corpus: () => keeper.loaded().corpus,
        analyzer,
        ...(fetchPage ? { fetchPage } : {}),
      }),
      audit,
    },
    close: keeper.close,
  };
}

/** A file that holds already what it shall is not written, and keeps its time. */
async function leaveOutSame(files: CorpusFiles, changes: readonly FileChange[]): Promise<FileChange[]> {
  const real: FileChange[] = [];
  for (const change of changes) {
    const isSame = await files.readFileText(change.file).then(
      (text) => text === change.text,
      () => false,
    );
    if (!isSame) real.push(change);
  }
  return real;
}

/** A preview is none. */
function countChanges(meter: Meter, change: ChangeCorpus): ChangeCorpus {
  return async (files, options) => {
    try {
      const outcome = await change(files, options);
      if (options.mode !== 'preview') meter.reloaded(outcome.kind);
      return outcome;
    } catch (error) {
      meter.reloaded('failed');
      throw error;
    }
  };
}

const MS_PER_S = 1000;

/** Builds with changes of the folder that are not written before the build is kept. */
function buildChanges(keeper: CorpusManager, files: CorpusFiles): ChangeParts['build'] {
  return async (wanted, options) => {
    const changes = await leaveOutSame(files, wanted);
    // Whole seconds, which every file system keeps: a snapshot knows its files by their times.
    const time = Math.floor(Date.now() / MS_PER_S);
    const staged = stageFiles(changes, time * MS_PER_S);
    const candidate = await keeper.build({ ...options, staged });
    return {
      loaded: candidate.loaded,
      accept: async () => {
        if (changes.length > 0) await files.apply(changes, time);
        candidate.keep();
      },
      discard: candidate.drop,
    };
  };
}

/** A corpus in memory and the analyzer that it was built with. */
interface OpenedArticles {
  readonly loaded: LoadedCorpus;
  readonly analyzer: Analyzer;
}

/** Makes articles answer without a folder or another process. @param articles - By id, in code-unit order. */
export function openInMemory(articles: readonly ArticleText[]): OpenedArticles {
  const analyzer = createAnalyzer();
  return { loaded: openArticles(freezeArticles(articles, analyzer), []), analyzer };
}

/** Loads the desk when it is first asked for: reading pages and PDFs takes longer to load than all the rest. */
function openDeskLater(parts: DeskParts): Desk {
  let opening: Promise<Desk> | null = null;
  const open = (): Promise<Desk> =>
    (opening ??= import('./desk/create-desk.js').then(({ createDesk }) => createDesk(parts)));
  return {
    draft: async (...args) => (await open()).draft(...args),
    preview: async (...args) => (await open()).preview(...args),
    frontMatter: async (...args) => (await open()).frontMatter(...args),
    editFrontMatter: async (...args) => (await open()).editFrontMatter(...args),
    withdraw: async (...args) => (await open()).withdraw(...args),
    restore: async (...args) => (await open()).restore(...args),
    listKept: async () => (await open()).listKept(),
    rollBack: async (...args) => (await open()).rollBack(...args),
  };
}
