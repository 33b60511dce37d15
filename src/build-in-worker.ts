import { Worker } from 'node:worker_threads';
import type { ArticleText, Problem } from './core/article.js';
import type { LoadedCorpus } from './core/corpus.js';
import { Fault, type FaultCode, type FaultFacts } from './core/errors.js';
import type { Glossary } from './core/glossary.js';
import { openArticles, type FrozenArticles } from './freeze-articles.js';

/** What the worker is started with. */
export interface BuildOrder {
  readonly corpusDir: string;
}

/** What the worker says, in this order: `recall` once at most, then one of the others. */
export type BuildMessage =
  | {
      readonly kind: 'recall';
      readonly articleIds: readonly string[];
      /** Also recalled: every article whose id starts with one of these. */
      readonly idPrefixes: readonly string[];
    }
  | ({ readonly kind: 'built'; readonly problems: readonly Problem[] } & FrozenArticles)
  | {
      readonly kind: 'fault';
      readonly code: FaultCode;
      readonly message: string;
      readonly facts: FaultFacts;
    };

/** The answer to `recall`: what was loaded before. */
export interface Recalled {
  /** Of those asked for, those that there were. */
  readonly articles: readonly ArticleText[];
  /** Asked for or not; empty when there was none. */
  readonly glossary: Glossary;
}

/** A build under way. */
export interface Build {
  /** Rejects with a {@link Fault}: `CORPUS_MISSING`, `CORPUS_EMPTY`, `BUILD_FAILED` or `BUILD_STOPPED`. */
  readonly result: Promise<LoadedCorpus>;
  /** Ends the worker; the result then rejects. */
  stop(): Promise<void>;
}

/**
 * Reads, analyses, learns and freezes a corpus in a thread of its own.
 *
 * @param previous - Answers for files that can no longer be read.
 */
export function buildInWorker(workerUrl: URL, order: BuildOrder, previous?: LoadedCorpus): Build {
  const worker = new Worker(workerUrl, { workerData: order });
  let isStopped = false;
  const result = new Promise<LoadedCorpus>((resolve, reject) => {
    worker.on('message', (message: BuildMessage) => {
      try {
        handle(message);
      } catch (cause) {
        reject(new Fault('BUILD_FAILED', 'what the build worker made cannot be used', { cause }));
      }
    });
    const handle = (message: BuildMessage): void => {
      switch (message.kind) {
        case 'recall':
          worker.postMessage(recall(previous, message));
          break;
        case 'built':
          resolve(openArticles(message, message.problems));
          break;
        case 'fault':
          reject(new Fault(message.code, message.message, { facts: message.facts }));
          break;
      }
    };
    worker.on('error', (cause) => {
      reject(new Fault('BUILD_FAILED', 'the build worker failed', { cause }));
    });
    worker.on('exit', (exitCode) => {
      const code = isStopped ? 'BUILD_STOPPED' : 'BUILD_FAILED';
      reject(new Fault(code, `the build worker ended early with ${exitCode}`));
    });
  });
  return {
    result,
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
}

function recall(
  previous: LoadedCorpus | undefined,
  { articleIds, idPrefixes }: Extract<BuildMessage, { kind: 'recall' }>,
): Recalled {
  if (!previous) return { articles: [], glossary: [] };
  const { corpus, glossary } = previous;
  const ids = new Set(articleIds);
  const articles = corpus.articles
    .filter(({ id }) => ids.has(id) || idPrefixes.some((prefix) => id.startsWith(prefix)))
    .map((article) => ({
      article,
      text: corpus.text(article.id),
      passages: corpus.passages(article.id, 1, Infinity).map(({ span }) => span),
    }));
  return { articles, glossary };
}
