import type { ArticleText, Problem, WithdrawnArticle } from '../core/article.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { Fault, type FaultCode, type FaultFacts } from '../core/errors.js';
import type { Glossary } from '../core/glossary.js';
import type { Progress, ReportProgress } from '../core/progress.js';
import type { StagedFiles } from '../corpus/staged-files.js';
import { openArticles } from './freeze-articles.js';
import type { Run } from './run.js';
import { runProcess } from './run-process.js';
import type { SavedCorpus } from './saved-corpus.js';
import { unpackArrays, type ArrayPlace } from '../snapshot/pack-arrays.js';
import type { SnapshotPlace } from '../snapshot/read-snapshot.js';
import { takeArticle } from './take-article.js';

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
export interface RecallOrder {
  readonly articleIds: readonly string[];
  /** Also recalled: every article whose id starts with one of these. */
  readonly idPrefixes: readonly string[];
}

/**
 * What the process says: `recall` as often as it needs to, one at a time, then `built` or `fault`; once a
 * {@link Decision} has come after `built`, perhaps `saved`; `progress` in between.
 */
export type BuildMessage =
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'recall' } & RecallOrder)
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
  | {
      readonly kind: 'fault';
      readonly code: FaultCode;
      readonly message: string;
      readonly facts: FaultFacts;
      readonly problems: readonly Problem[];
    };

/** The answer to `built`: whether the build takes the place of the one before. */
export interface Decision {
  readonly isKept: boolean;
}

/** A corpus that answers, and what it was read from. */
export interface OpenedBuild extends Pick<SavedCorpus, 'sources' | 'lastGood'> {
  readonly loaded: LoadedCorpus;
}

/** A build that waits for a decision. */
export interface UndecidedBuild extends OpenedBuild {
  /** Must be called once. @param isKept - Whether it is saved for the next start. */
  readonly decide: (isKept: boolean) => void;
}

/** Makes a build answer. */
export function openBuild({ frozen, problems, sources, lastGood }: SavedCorpus): OpenedBuild {
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
  /** Called when a build that is kept has been saved; see `saved`. */
  readonly onSaved?: (failure: string | null) => void;
}

/**
 * Reads, analyses, learns and freezes a corpus in a process of its own. The result may also reject with
 * `CORPUS_MISSING` or `CORPUS_EMPTY`; the process ends later, when the snapshot is in place.
 */
export function buildInProcess(
  url: URL,
  order: BuildOrder,
  { previous, onProgress, onSaved }: BuildParts = {},
): Run<UndecidedBuild> {
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
      case 'fault': {
        const { code, facts, problems } = message;
        reject(new Fault(code, message.message, { facts, problems }));
        break;
      }
    }
  });
}

function recall(previous: LoadedCorpus | undefined, { articleIds, idPrefixes }: RecallOrder): Recalled {
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
