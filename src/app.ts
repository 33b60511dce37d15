import { setImmediate as nextTurn } from 'node:timers/promises';
import { createAnalyzer } from './analysis/analyzer.js';
import { createAsk, createRequote } from './core/answering/ask.js';
import { createExplain } from './core/answering/explain.js';
import { createAuditTrail, createRecord } from './core/changes/audit.js';
import { type ChangeCorpus, type ChangeParts, createChangeCorpus } from './core/changes/change-corpus.js';
import { groupGaps } from './core/changes/gaps.js';
import type { Analyzer } from './core/model/analyzer.js';
import type { FetchPage } from './core/model/fetch-page.js';
import { type Log, type Meter, NO_LOG, NO_METER, type ReportProgress } from './core/model/log.js';
import type { State } from './core/model/state.js';
import { createFindSources } from './core/quotations/find-sources.js';
import type { Services } from './core/services.js';
import { createArchive, placeArchive } from './corpus/files/archive.js';
import { type CorpusFiles, createCorpusFiles } from './corpus/files/corpus-files.js';
import { stageFiles } from './corpus/files/staged-files.js';
import { createDesk } from './desk/create-desk.js';
import { type CorpusManager, createCorpusManager } from './loading/corpus-manager.js';

export interface App {
  readonly services: Services;
  /** The origin of the first corpus that answers. */
  readonly startedFrom: 'files' | 'snapshot';
  /** Stops what is running, but waits a while for a snapshot that is nearly in place. */
  close(): Promise<void>;
}

interface AppParts {
  readonly corpusDir: string;
  /** The folder of snapshots; absent: none is read or written. */
  readonly dataDir?: string | undefined;
  /** True to archive the files of the last revisions in {@link dataDir}; default false. */
  readonly isArchived?: boolean;
  /** Default: a new one. A process holds few: the language model of each takes memory that is not freed. */
  readonly analyzer?: Analyzer;
  /** The folder of the compiled build process and threads; default: the one beside this file. */
  readonly loadingUrl?: URL;
  /** Default: nothing is counted. */
  readonly meter?: Meter;
  /** The stores that survive a restart; absent: no pins are checked and no audit log is written. */
  readonly state?: State;
  /** Default: from the public web. */
  readonly fetchPage?: FetchPage;
  /** Default: nothing is logged. */
  readonly log?: Log;
  /** Called while the corpus is built at the start. */
  readonly onProgress?: ReportProgress;
}

const LOADING_URL = new URL('./loading/', import.meta.url);

const MS_PER_S = 1000;

const NO_AUDIT = { add: () => Promise.resolve() };

const NO_ARCHIVE = {
  find: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(null),
};

/**
 * Loads the corpus and assembles the services.
 *
 * @throws {Fault} `CORPUS_MISSING`, `CORPUS_EMPTY` or `BUILD_FAILED`.
 */
export async function startApp({
  loadingUrl = LOADING_URL,
  log = NO_LOG,
  state,
  meter = NO_METER,
  fetchPage,
  analyzer: given,
  ...parts
}: AppParts): Promise<App> {
  const { corpusDir, dataDir, isArchived = false } = parts;
  const archiveDir = isArchived && dataDir !== undefined ? placeArchive(dataDir, corpusDir) : undefined;
  const opening = createCorpusManager({ ...parts, archiveDir, loadingUrl, log });
  const analyzer = given ?? createAnalyzer();
  const manager = await opening;
  const askAny = createAsk(analyzer);
  const files = createCorpusFiles(corpusDir);
  const audit = createAuditTrail(state?.audit ?? NO_AUDIT, log);

  return {
    startedFrom: manager.startedFrom,
    services: {
      loaded: manager.loaded,
      ask: async (...args) => {
        const start = performance.now();
        let outcome: Parameters<Meter['answered']>[0] = 'failed';
        try {
          const answer = await askAny(...args);
          outcome = answer.kind;
          manager.noteAnswer();
          return answer;
        } finally {
          meter.answered(outcome, (performance.now() - start) / MS_PER_S);
        }
      },
      requote: createRequote(analyzer),
      explain: createExplain(analyzer),
      readDates: analyzer.readDates,
      findSources: createFindSources(analyzer),
      changeCorpus: countChanges(
        meter,
        createChangeCorpus({
          loaded: manager.loaded,
          build: buildChanges(manager, files),
          listPins: () => state?.pins.list() ?? Promise.resolve([]),
          ask: askAny,
          yieldToEventLoop: nextTurn,
          record: createRecord({ audit, revisions: state?.revisions ?? null, log, now: Date.now }),
        }),
      ),
      groupGaps: (gaps) => groupGaps(gaps, analyzer),
      desk: createDesk({
        corpusDir,
        files,
        archive: archiveDir === undefined ? NO_ARCHIVE : createArchive(archiveDir, corpusDir),
        corpus: () => manager.loaded().corpus,
        analyzer,
        ...(fetchPage ? { fetchPage } : {}),
      }),
      audit,
    },
    close: manager.close,
  };
}

/** Counts outcomes in the meter; a preview counts only if it fails. */
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

/** Builds with changes that are written to the folder once the build is accepted. */
function buildChanges(manager: CorpusManager, files: CorpusFiles): ChangeParts['build'] {
  return async (wanted, options) => {
    const changes = await files.dropUnchanged(wanted);
    // Whole seconds, which every file system preserves: a snapshot recognises its files by their times.
    const time = Math.floor(Date.now() / MS_PER_S);
    const staged = stageFiles(changes, time * MS_PER_S);
    const write = changes.length === 0 ? undefined : () => files.apply(changes, time);
    return manager.build({ ...options, staged, write });
  };
}
