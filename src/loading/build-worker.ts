import { parentPort, workerData } from 'node:worker_threads';
import { AnalysisRecorder, openAnalyses, type FrozenAnalyses } from '../analysis/analysis-cache.js';
import { createAnalyzer } from '../analysis/create-analyzer.js';
import type { BuildMessage, BuildOrder, Recalled } from './build-in-worker.js';
import type { Article, ArticleText, Problem, WithdrawnArticle } from '../core/article.js';
import { describeError } from '../core/describe-error.js';
import { Fault } from '../core/errors.js';
import type { Glossary } from '../core/glossary.js';
import type { Progress, ReportProgress } from '../core/progress.js';
import { readCorpus, type CorpusReading } from '../corpus/read-corpus.js';
import { GLOSSARY_FILE } from '../corpus/source-file.js';
import { freezeArticles } from './freeze-articles.js';
import { placeAnalyses, type SavedCorpus } from './saved-corpus.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/read-snapshot.js';
import { stageSnapshot, writeSnapshot } from '../snapshot/write-snapshot.js';

const PROGRESS_INTERVAL_MS = 100;
const LAST_GOOD = 'What could be read before stays.';

const port = parentPort;
if (!port) throw new Error('build-worker runs as a worker thread only');

const order = workerData as BuildOrder;
try {
  const analyses = order.snapshot && placeAnalyses(order.snapshot);
  const recorder = analyses ? new AnalysisRecorder() : undefined;
  const built = await build(order.corpusDir, recorder, analyses);
  const { frozen } = built;
  // Written before the arrays are handed over, made lasting after: questions do not wait for the disk.
  const finish = order.snapshot && (await startSaving(order.snapshot, built));
  post({ kind: 'built', ...built }, listBuffers(frozen));
  if (finish) post({ kind: 'saved', failure: await finish() });
  // Without them the next build takes longer, and a disk that does not take them has been reported.
  if (analyses && recorder) await writeSnapshot(analyses, recorder.freeze()).catch(() => undefined);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  const { code, message, facts } = error;
  post({ kind: 'fault', code, message, facts });
}
port.close();

function post(message: BuildMessage, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

async function build(
  corpusDir: string,
  recorder: AnalysisRecorder | undefined,
  analyses: SnapshotPlace | null,
): Promise<SavedCorpus> {
  const report = limitRate(PROGRESS_INTERVAL_MS, (progress) => {
    post({ kind: 'progress', ...progress });
  });
  const analyzer = createAnalyzer();
  const reading = await readCorpus(corpusDir, {
    splitSentences: analyzer.splitSentences,
    onProgress: (done, total) => {
      report({ stage: 'reading', done, total });
    },
  });
  const { articles, withdrawn, glossary, problems, lastGood } = await keepLastGood(reading);
  const earlier = analyses && (await readSnapshot<FrozenAnalyses>(analyses));
  const findAnalysis = earlier?.kind === 'content' ? openAnalyses(earlier.content) : undefined;
  const options = { onProgress: report, findAnalysis, recorder, withdrawn };
  const frozen = freezeArticles(articles, analyzer, glossary, options);
  return { frozen, problems, sources: reading.sources, lastGood };
}

/** Lets the first of each stage pass, and then no more than one an interval. */
function limitRate(intervalMs: number, report: ReportProgress): ReportProgress {
  let last: Progress['stage'] | null = null;
  let next = 0;
  return (progress) => {
    if (progress.stage === last && performance.now() < next) return;
    last = progress.stage;
    next = performance.now() + intervalMs;
    report(progress);
  };
}

/** @returns What ends the saving and says why it failed; `null` when it did not. */
async function startSaving(place: SnapshotPlace, saved: SavedCorpus): Promise<() => Promise<string | null>> {
  try {
    const staged = await stageSnapshot(place, saved);
    return () => staged.commit().then(() => null, describeError);
  } catch (error) {
    return () => Promise.resolve(describeError(error));
  }
}

interface Sources {
  readonly articles: readonly ArticleText[];
  readonly withdrawn: readonly WithdrawnArticle[];
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
  readonly lastGood: readonly string[];
}

/** Takes the last version that could be read of each file, and of each folder's files, that now cannot. */
async function keepLastGood(reading: CorpusReading): Promise<Sources> {
  const { articles, withdrawn, glossary, problems, rejected, rejectedFolders } = reading;
  if (glossary !== null && rejected.length === 0 && rejectedFolders.length === 0) {
    return { articles, withdrawn, glossary, problems, lastGood: [] };
  }

  const isNew = isNotAmong([...articles, ...withdrawn]);
  const last = await recall({
    kind: 'recall',
    articleIds: rejected.map(({ id }) => id),
    idPrefixes: rejectedFolders.map(({ idPrefix }) => idPrefix),
  });
  const recalled = last.articles.filter(isNew);
  const recalledWithdrawn = last.withdrawn.filter(isNew);
  const kept = new Set([...recalled, ...recalledWithdrawn].map(({ article }) => article.id));
  const keptPlaces = new Set([
    ...rejected.flatMap(({ id, file }) => (kept.has(id) ? file : [])),
    ...rejectedFolders.flatMap(({ idPrefix, folder }) =>
      [...kept].some((id) => id.startsWith(idPrefix)) ? folder : [],
    ),
    ...(glossary === null && last.glossary.length > 0 ? [GLOSSARY_FILE] : []),
  ]);
  return {
    articles: [...articles, ...recalled].sort(byId),
    withdrawn: [...withdrawn, ...recalledWithdrawn].sort(byId),
    glossary: glossary ?? last.glossary,
    problems: problems.map((problem) =>
      keptPlaces.has(problem.file) ? { ...problem, reason: `${problem.reason} ${LAST_GOOD}` } : problem,
    ),
    lastGood: [...keptPlaces],
  };
}

interface HasArticle {
  readonly article: Article;
}

function isNotAmong(known: readonly HasArticle[]): (each: HasArticle) => boolean {
  const ids = new Set(known.map(({ article }) => article.id));
  return ({ article }) => !ids.has(article.id);
}

function byId(a: HasArticle, b: HasArticle): number {
  return a.article.id < b.article.id ? -1 : 1;
}

async function recall(message: Extract<BuildMessage, { kind: 'recall' }>): Promise<Recalled> {
  const answer = new Promise<Recalled>((resolve) => port?.once('message', resolve));
  post(message);
  return answer;
}

/** The memory of every typed array in a message, to be handed over instead of copied. */
function listBuffers(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap(listBuffers);
}
