import { Socket } from 'node:net';
import { availableParallelism, constants, setPriority } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { createAnalyzer } from '../analysis/analyzer.js';
import { describeError, Fault } from '../core/model/fault.js';
import type { Progress, ReportProgress } from '../core/model/log.js';
import { alignArrays, packArrays } from '../snapshot/pack-arrays.js';
import { type SnapshotPlace, stageSnapshot, writeSnapshot } from '../snapshot/snapshot.js';
import { buildCorpus } from './build-corpus.js';
import type { BuildMessage, BuildOrder, BuildReply, Previous, PreviousRequest } from './build-messages.js';
import { openEarlierBuild } from './earlier-build.js';
import { packFault } from './fault-message.js';
import { placeAnalyses, type SavedCorpus } from './saved-corpus.js';
import { BYTES_DESCRIPTOR } from './task.js';

const PROGRESS_INTERVAL_MS = 100;

// The parent is gone, or it has everything it wanted.
process.once('disconnect', () => {
  process.exit();
});

const { corpusDir, snapshot, staged, isPreview, isLowPriority } = await receive<BuildOrder>();
if (isLowPriority) lowerPriority();
try {
  const { saved, freezeAnalyses } = await buildCorpus(corpusDir, {
    earlier: snapshot && (await openEarlierBuild(snapshot)),
    analyzer: createAnalyzer(),
    staged,
    workerUrl: new URL('read-worker.js', import.meta.url),
    parallelism: availableParallelism(),
    findPrevious,
    onProgress: limitRate(PROGRESS_INTERVAL_MS, (progress) => void post({ kind: 'progress', ...progress })),
  });
  const saving = snapshot && !isPreview ? await startSaving(snapshot, saved) : null;
  const reply = receive<BuildReply>();
  await handOver(saved);
  const { isAccepted } = await reply;
  if (saving && isAccepted) await post({ kind: 'saved', failure: await saving.finish() });
  else await saving?.discard();
  // A failure only slows the next build, and a disk that cannot be written was reported with the snapshot.
  if (snapshot && isAccepted) {
    await writeSnapshot(placeAnalyses(snapshot), freezeAnalyses()).catch(() => undefined);
  }
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  await post(packFault(error));
}
process.disconnect();

/** Lowers the priority if the system permits it; threads started later inherit it. */
function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The build runs at normal priority.
  }
}

function post(message: BuildMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function handOver(saved: SavedCorpus): Promise<void> {
  const { rest, places, arrays } = packArrays(saved);
  const pieces = alignArrays(arrays);
  const byteLength = pieces.reduce((sum, { length }) => sum + length, 0);
  await post({ kind: 'built', rest, places, byteLength });
  await pipeline(pieces, new Socket({ fd: BYTES_DESCRIPTOR, readable: false }));
}

/** Passes on the first report of each stage, and after that at most one per interval. */
function limitRate(intervalMs: number, report: ReportProgress): ReportProgress {
  let lastStage: Progress['stage'] | null = null;
  let nextAt = 0;
  return (progress) => {
    if (progress.stage === lastStage && performance.now() < nextAt) return;
    lastStage = progress.stage;
    nextAt = performance.now() + intervalMs;
    report(progress);
  };
}

interface Saving {
  /** Puts the snapshot in place and returns the reason for a failure; `null` if there was none. */
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

async function findPrevious(request: PreviousRequest): Promise<Previous> {
  const reply = receive<Previous>();
  await post({ kind: 'previous', ...request });
  return reply;
}

/** Returns the next message from the parent process. */
function receive<T>(): Promise<T> {
  return new Promise((resolve) => process.once('message', resolve as (message: unknown) => void));
}
