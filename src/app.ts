import { setImmediate as nextTurn } from 'node:timers/promises';
import { createAnalyzer } from './analysis/create-analyzer.js';
import { createAsk } from './core/ask.js';
import { createExplain } from './core/explain.js';
import { createFindSources } from './core/find-sources/find-sources.js';
import { createRequote } from './core/requote.js';
import { createAuditTrail } from './core/audit-trail.js';
import { createChangeCorpus } from './core/change-corpus.js';
import type { Desk } from './core/desk.js';
import { createRecord } from './core/record-change.js';
import type { State } from './core/state.js';
import type { Analyzer } from './core/analysis.js';
import type { ArticleText } from './core/article.js';
import type { LoadedCorpus } from './core/corpus.js';
import type { ReportProgress } from './core/progress.js';
import type { Log, Services } from './core/services.js';
import { freezeArticles, openArticles } from './loading/freeze-articles.js';
import { keepCorpus } from './loading/keep-corpus.js';

export interface App {
  readonly services: Services;
  /** Where the corpus comes from that answered first. */
  readonly startedFrom: 'files' | 'snapshot';
  /** Stops what is under way; a snapshot that is nearly in place gets a while. */
  close(): Promise<void>;
}

export interface AppParts {
  readonly corpusDir: string;
  /** The folder of snapshots; absent: none is read or written. */
  readonly dataDir?: string | undefined;
  /** The compiled build worker, with the others beside it; default the one beside this file. */
  readonly workerUrl?: URL;
  /** What is kept between restarts; absent: no pins are checked and no audit log is written. */
  readonly state?: State;
  /** Default: nothing is logged. */
  readonly log?: Log;
  /** Called while the corpus is built at the start. */
  readonly onProgress?: ReportProgress;
}

const WORKER_URL = new URL('./loading/build-worker.js', import.meta.url);

const NO_AUDIT = { add: () => Promise.resolve() };

const NO_DESK = {} as Desk;

const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Loads the corpus and puts the program together.
 *
 * @throws {Fault} `CORPUS_MISSING`, `CORPUS_EMPTY` or `BUILD_FAILED`.
 */
export async function startApp({
  workerUrl = WORKER_URL,
  log = NO_LOG,
  state,
  ...parts
}: AppParts): Promise<App> {
  const opening = keepCorpus({ ...parts, workerUrl, log });
  const analyzer = createAnalyzer();
  const keeper = await opening;
  const askAny = createAsk(analyzer);
  const audit = createAuditTrail(state?.audit ?? NO_AUDIT, log);

  return {
    startedFrom: keeper.startedFrom,
    services: {
      loaded: keeper.loaded,
      ask: async (...args) => {
        const answer = await askAny(...args);
        keeper.noteAnswer();
        return answer;
      },
      requote: createRequote(analyzer),
      explain: createExplain(analyzer),
      findSources: createFindSources(analyzer),
      changeCorpus: createChangeCorpus({
        loaded: keeper.loaded,
        build: (_files, options) => keeper.build(options),
        write: () => Promise.resolve(),
        listPins: () => state?.pins.list() ?? Promise.resolve([]),
        ask: askAny,
        rest: nextTurn,
        record: createRecord({ audit, revisions: state?.revisions ?? null, log, now: Date.now }),
      }),
      desk: NO_DESK,
      audit,
    },
    close: keeper.close,
  };
}

/** A corpus in memory and the analyzer that it was built with. */
export interface OpenedArticles {
  readonly loaded: LoadedCorpus;
  readonly analyzer: Analyzer;
}

/** Makes articles answer without a folder or a worker. @param articles - By id, in code-unit order. */
export function openSources(articles: readonly ArticleText[]): OpenedArticles {
  const analyzer = createAnalyzer();
  return { loaded: openArticles(freezeArticles(articles, analyzer), []), analyzer };
}
