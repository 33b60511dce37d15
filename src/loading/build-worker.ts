import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from '../analysis/create-analyzer.js';
import type { BuildMessage, BuildOrder, Decision, Recalled, RecallOrder } from './build-in-worker.js';
import { buildCorpus } from './build-corpus.js';
import { describeError } from '../core/describe-error.js';
import { Fault } from '../core/errors.js';
import type { Progress, ReportProgress } from '../core/progress.js';
import { openEarlierBuild } from './earlier-build.js';
import { placeAnalyses, type SavedCorpus } from './saved-corpus.js';
import { gatherArrays } from '../snapshot/pack-arrays.js';
import type { SnapshotPlace } from '../snapshot/read-snapshot.js';
import { stageSnapshot, writeSnapshot } from '../snapshot/write-snapshot.js';

const PROGRESS_INTERVAL_MS = 100;

const port = parentPort;
if (!port) throw new Error('build-worker runs as a worker thread only');

const { corpusDir, snapshot, staged, isPreview } = workerData as BuildOrder;
try {
  const { saved, freezeAnalyses } = await buildCorpus(corpusDir, {
    earlier: snapshot && (await openEarlierBuild(snapshot)),
    analyzer: createAnalyzer(),
    staged,
    workerUrl: new URL('read-worker.js', import.meta.url),
    parallelism: availableParallelism(),
    recall,
    onProgress: limitRate(PROGRESS_INTERVAL_MS, (progress) => {
      post({ kind: 'progress', ...progress });
    }),
  });
  const { value: frozen, buffer } = gatherArrays(saved.frozen);
  const built = { ...saved, frozen };
  // Written before the arrays are handed over, put in place once they are kept.
  const saving = snapshot && !isPreview ? await startSaving(snapshot, built) : null;
  const decision = hear<Decision>();
  post({ kind: 'built', ...built }, [buffer]);
  const { isKept } = await decision;
  if (saving && isKept) post({ kind: 'saved', failure: await saving.finish() });
  else await saving?.discard();
  // Without them the next build takes longer, and a disk that does not take them has been reported.
  if (snapshot && isKept) {
    await writeSnapshot(placeAnalyses(snapshot), freezeAnalyses()).catch(() => undefined);
  }
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  const { code, message, facts, problems } = error;
  post({ kind: 'fault', code, message, facts, problems });
}
port.close();

function post(message: BuildMessage, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
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

interface Saving {
  /** Says why it failed; `null` when it did not. */
  finish(): Promise<string | null>;
  discard(): Promise<void>;
}

async function startSaving(place: SnapshotPlace, saved: SavedCorpus): Promise<Saving> {
  try {
    const staged = await stageSnapshot(place, saved);
    return { finish: () => staged.commit().then(() => null, describeError), discard: staged.discard };
  } catch (error) {
    return { finish: () => Promise.resolve(describeError(error)), discard: () => Promise.resolve() };
  }
}

async function recall(recallOrder: RecallOrder): Promise<Recalled> {
  const answer = hear<Recalled>();
  post({ kind: 'recall', ...recallOrder });
  return answer;
}

/** The next message of the one who started this thread. */
function hear<T>(): Promise<T> {
  return new Promise((resolve) => port?.once('message', resolve));
}
