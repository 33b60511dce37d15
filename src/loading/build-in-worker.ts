import type { Article, ArticleText, WithdrawnArticle } from '../core/article.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { Fault, type FaultCode, type FaultFacts } from '../core/errors.js';
import type { Glossary } from '../core/glossary.js';
import type { Progress, ReportProgress } from '../core/progress.js';
import { openArticles } from './freeze-articles.js';
import { runWorker, type WorkerRun } from './run-worker.js';
import type { SavedCorpus } from './saved-corpus.js';
import type { SnapshotPlace } from '../snapshot/read-snapshot.js';

/** What the worker is started with. */
export interface BuildOrder {
  readonly corpusDir: string;
  /** Where the build is kept for the next start; `null`: nowhere. */
  readonly snapshot: SnapshotPlace | null;
}

/**
 * What the worker says: `recall` once at most, then `built` or `fault`, after `built` perhaps `saved`;
 * `progress` in between.
 */
export type BuildMessage =
  | ({ readonly kind: 'progress' } & Progress)
  | {
      readonly kind: 'recall';
      readonly articleIds: readonly string[];
      /** Also recalled: every article whose id starts with one of these. */
      readonly idPrefixes: readonly string[];
    }
  | ({ readonly kind: 'built' } & SavedCorpus)
  | {
      readonly kind: 'saved';
      /** Why the snapshot could not be written; `null` when it was. */
      readonly failure: string | null;
    }
  | {
      readonly kind: 'fault';
      readonly code: FaultCode;
      readonly message: string;
      readonly facts: FaultFacts;
    };

/** A corpus that answers, and what it was read from. */
export interface BuiltCorpus extends Pick<SavedCorpus, 'sources' | 'lastGood'> {
  readonly loaded: LoadedCorpus;
}

/** Makes a build answer. */
export function openBuild({ frozen, problems, sources, lastGood }: SavedCorpus): BuiltCorpus {
  return { loaded: openArticles(frozen, problems), sources, lastGood };
}

/** The answer to `recall`: what was loaded before. */
export interface Recalled {
  /** Of those asked for, those that there were. */
  readonly articles: readonly ArticleText[];
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Asked for or not; empty when there was none. */
  readonly glossary: Glossary;
}

export interface BuildParts {
  /** Answers for files that can no longer be read. */
  readonly previous?: LoadedCorpus | undefined;
  readonly onProgress?: ReportProgress | undefined;
  /** Called after the result when a snapshot was asked for; see `saved`. */
  readonly onSaved?: (failure: string | null) => void;
}

/**
 * Reads, analyses, learns and freezes a corpus in a thread of its own. The result may also reject with
 * `CORPUS_MISSING` or `CORPUS_EMPTY`; the worker ends later, when the snapshot is in place.
 */
export function buildInWorker(
  workerUrl: URL,
  order: BuildOrder,
  { previous, onProgress, onSaved }: BuildParts = {},
): WorkerRun<BuiltCorpus> {
  return runWorker(workerUrl, order, (said, { answer, resolve, reject }) => {
    const message = said as BuildMessage;
    switch (message.kind) {
      case 'progress':
        onProgress?.(message);
        break;
      case 'recall':
        answer(recall(previous, message));
        break;
      case 'built':
        resolve(openBuild(message));
        break;
      case 'saved':
        onSaved?.(message.failure);
        break;
      case 'fault':
        reject(new Fault(message.code, message.message, { facts: message.facts }));
        break;
    }
  });
}

function recall(
  previous: LoadedCorpus | undefined,
  { articleIds, idPrefixes }: Extract<BuildMessage, { kind: 'recall' }>,
): Recalled {
  if (!previous) return { articles: [], withdrawn: [], glossary: [] };
  const { corpus, glossary } = previous;
  const ids = new Set(articleIds);
  const isWanted = ({ id }: Article): boolean =>
    ids.has(id) || idPrefixes.some((prefix) => id.startsWith(prefix));
  const articles = corpus.articles.filter(isWanted).map((article) => ({
    article,
    text: corpus.text(article.id),
    passages: corpus.passages(article.id, 1, Infinity).map(({ span }) => span),
  }));
  const withdrawn = corpus.withdrawnArticles.filter(({ article }) => isWanted(article));
  return { articles, withdrawn, glossary };
}
