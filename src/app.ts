import { createAnalyzer } from './analysis/create-analyzer.js';
import { buildInWorker, type Build } from './build-in-worker.js';
import { createAsk } from './core/ask.js';
import { createExplain } from './core/explain.js';
import { createRequote } from './core/requote.js';
import { compareCorpora } from './core/compare-corpora.js';
import type { Analyzer } from './core/analysis.js';
import type { ArticleText } from './core/article.js';
import type { LoadedCorpus } from './core/corpus.js';
import { Fault } from './core/errors.js';
import type { ReloadReport, Services } from './core/services.js';
import { freezeArticles, openArticles } from './freeze-articles.js';

export interface App {
  readonly services: Services;
  /** Stops a build that is under way. */
  close(): Promise<void>;
}

export interface AppParts {
  readonly corpusDir: string;
  /** The compiled build worker; default the one beside this file. */
  readonly workerUrl?: URL;
}

const WORKER_URL = new URL('./build-worker.js', import.meta.url);

/**
 * Loads the corpus and puts the program together.
 *
 * @throws {Fault} `CORPUS_MISSING`, `CORPUS_EMPTY` or `BUILD_FAILED`.
 */
export async function startApp({ corpusDir, workerUrl = WORKER_URL }: AppParts): Promise<App> {
  let build: Build | null = buildInWorker(workerUrl, { corpusDir });
  const analyzer = createAnalyzer();
  let loaded: LoadedCorpus = await build.result;
  build = null;

  const reload = async (preview: boolean): Promise<ReloadReport> => {
    if (build) throw new Fault('RELOAD_RUNNING', 'a reload is running');
    build = buildInWorker(workerUrl, { corpusDir }, loaded);
    try {
      const next = await build.result;
      const report: ReloadReport = {
        preview,
        before: loaded.corpus.summary,
        after: next.corpus.summary,
        difference: compareCorpora(loaded, next),
        problems: next.problems,
      };
      if (!preview) loaded = next;
      return report;
    } finally {
      build = null;
    }
  };

  return {
    services: {
      loaded: () => loaded,
      ask: createAsk(analyzer),
      requote: createRequote(analyzer),
      explain: createExplain(analyzer),
      reload,
    },
    close: async () => {
      await build?.stop();
    },
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
