import { AnalysisRecorder } from '../analysis/analysis-cache.js';
import type { Analyzer } from '../core/analysis.js';
import type { ArticleFile } from '../corpus/list-articles.js';
import { readBatch, type Batch } from './read-batch.js';
import { ReadThread } from './read-thread.js';

export interface ReadBatchesParts {
  /** Used in this thread. */
  readonly analyzer: Analyzer;
  /** The compiled read worker. */
  readonly workerUrl: URL;
  /** What the machine can do at once. */
  readonly parallelism: number;
}

/** A batch takes some 0.1 s, far more than to send it. */
export const BATCH_FILES = 32;
/** With fewer files, starting a thread takes longer than it saves. */
export const MIN_FILES_A_THREAD = 250;
const MAX_THREADS = 4;
/** So much each thread may be ahead of who learns: enough not to wait, and no more is held in memory. */
const BATCHES_AHEAD = 4;

/**
 * Reads and analyses the articles of files in batches, in further threads where that pays. What a thread throws is thrown.
 *
 * @param root - A real path.
 * @returns The batches in the order of the files, whoever read them.
 */
export async function* readBatches(
  root: string,
  files: readonly ArticleFile[],
  { analyzer, workerUrl, parallelism }: ReadBatchesParts,
): AsyncGenerator<Batch> {
  const batches = cut(files, BATCH_FILES);
  const count = chooseThreads(files.length, parallelism);
  if (count === 0) {
    const recorder = new AnalysisRecorder();
    for (const batch of batches) yield readBatch(root, batch, { analyzer, recorder });
    return;
  }
  const threads = Array.from({ length: count }, () => new ReadThread(workerUrl, { root }));
  try {
    yield* readAhead(batches, threads);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** 0 where this thread reads alone. */
export function chooseThreads(files: number, parallelism: number): number {
  const threads = Math.min(MAX_THREADS, parallelism, Math.floor(files / MIN_FILES_A_THREAD));
  return threads < 2 ? 0 : threads;
}

async function* readAhead(
  batches: readonly (readonly ArticleFile[])[],
  threads: readonly ReadThread[],
): AsyncGenerator<Batch> {
  const ahead: Promise<Batch>[] = [];
  for (const batch of batches) {
    const idlest = threads.reduce((one, other) => (other.load < one.load ? other : one));
    const reading = idlest.read(batch);
    // Awaited in its turn, perhaps after it has failed.
    reading.catch(() => undefined);
    ahead.push(reading);
    if (ahead.length >= threads.length * BATCHES_AHEAD) yield* takeFirst(ahead);
  }
  while (ahead.length > 0) yield* takeFirst(ahead);
}

async function* takeFirst(ahead: Promise<Batch>[]): AsyncGenerator<Batch> {
  const first = await ahead.shift();
  if (first) yield first;
}

function cut<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) =>
    list.slice(i * length, (i + 1) * length),
  );
}
