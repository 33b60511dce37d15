import { Worker } from 'node:worker_threads';
import { AnalysisPacker, type CopyAnalysis } from '../analysis/pack-analyses.js';
import type { Forms } from '../core/arrays/packed-analysis.js';
import type { Analyzer } from '../core/model/analyzer.js';
import type { ArticleText } from '../core/model/article.js';
import type { ArticleFile, FileReading } from '../corpus/files/read-corpus.js';
import type { Reading } from '../corpus/reading/reading.js';
import type { AnalyzedArticle } from '../corpus/frozen/freeze-corpus.js';
import type { EarlierBuild, UnchangedArticle } from './earlier-build.js';
import { type Batch, readBatch } from './read-batch.js';

/** A file as it was read, with the analysis of its article. */
interface AnalyzedReading extends FileReading {
  /** `null` if the file has no article or a withdrawn one. */
  readonly analyzed: AnalyzedArticle | null;
}

export interface ReadArticlesParts extends ReadBatchesParts {
  readonly earlier: EarlierBuild | null;
  /** Collects every analysis. */
  readonly packer: AnalysisPacker;
}

/**
 * Reads and analyses article files. Articles of files that are unchanged since an earlier build are taken from it.
 *
 * @param root - A real path.
 * @returns One reading per file, in the order of `files`.
 */
export async function* readArticles(
  root: string,
  files: readonly ArticleFile[],
  parts: ReadArticlesParts,
): AsyncGenerator<AnalyzedReading> {
  const { earlier, packer } = parts;
  const found = files.map((file) => earlier?.findUnchanged(root, file));
  const changed = files.filter((_, i) => !found[i]);
  const read = openBatches(readBatches(root, changed, parts), packer);
  const copyEarlier = earlier && packer.openCopier(earlier.analyses);
  try {
    for (const [i, file] of files.entries()) {
      const unchanged = found[i];
      const next =
        unchanged && copyEarlier ? takeUnchanged(file, unchanged, copyEarlier) : (await read.next()).value;
      if (next) yield next;
    }
  } finally {
    await read.return(undefined);
  }
}

function takeUnchanged(
  file: ArticleFile,
  { hash, fingerprint, open }: UnchangedArticle,
  copy: CopyAnalysis,
): AnalyzedReading {
  const article = open();
  const analysis = copy(fingerprint);
  const reading = { kind: 'read', article, withdrawal: null, problems: [] } as const;
  return { file, reading, hash, analyzed: analysis ? { article, fingerprint, analysis } : null };
}

async function* openBatches(
  batches: AsyncIterable<Batch>,
  packer: AnalysisPacker,
): AsyncGenerator<AnalyzedReading, undefined> {
  for await (const batch of batches) {
    const copy = packer.openCopier(batch.analyses);
    let articles = 0;
    for (const result of batch.readings) {
      const article = quotableArticle(result.reading);
      const fingerprint = batch.analyses.keys[articles] ?? '';
      const analysis = article && copy(fingerprint);
      if (article) articles += 1;
      yield { ...result, analyzed: analysis ? { article, fingerprint, analysis } : null };
    }
  }
  return undefined;
}

function quotableArticle(reading: Reading): ArticleText | null {
  return reading.kind === 'read' && reading.withdrawal === null ? reading.article : null;
}

interface ReadBatchesParts {
  /** Used for files that this thread reads. */
  readonly analyzer: Analyzer;
  /** The compiled read worker. */
  readonly workerUrl: URL;
  /** The number of threads that the machine can run at once. */
  readonly parallelism: number;
}

/** A batch takes about 0.1 s to read, far longer than to send. */
const BATCH_FILES = 32;
/** With fewer files, starting a thread costs more time than it saves. */
export const MIN_FILES_PER_THREAD = 250;
const MAX_THREADS = 4;
/** The most batches that each thread may be ahead of the learner: enough to avoid waiting, few enough for memory. */
const BATCHES_AHEAD = 4;

/**
 * Reads and analyses article files in batches, in further threads if that pays. Errors thrown in a thread propagate.
 *
 * @param root - A real path.
 * @returns The batches in the order of `files`, whichever thread read them.
 */
async function* readBatches(
  root: string,
  files: readonly ArticleFile[],
  { analyzer, workerUrl, parallelism }: ReadBatchesParts,
): AsyncGenerator<Batch> {
  const batches = splitEvery(files, BATCH_FILES);
  const count = chooseThreads(files.length, parallelism);
  if (count === 0) {
    const packer = new AnalysisPacker();
    for (const batch of batches) yield readBatch(root, batch, { analyzer, packer });
    return;
  }
  const threads = Array.from({ length: count }, () => new ReadThread(workerUrl, { root }));
  try {
    yield* readAhead(batches, threads);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** Returns 0 if this thread should read all files itself. */
export function chooseThreads(files: number, parallelism: number): number {
  const threads = Math.min(MAX_THREADS, parallelism, Math.floor(files / MIN_FILES_PER_THREAD));
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
    // It is awaited only in its turn and may have rejected long before.
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

function splitEvery<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) =>
    list.slice(i * length, (i + 1) * length),
  );
}

/** The `workerData` of a read worker. */
export interface ReadOrder {
  /** The real path of the corpus folder. */
  readonly root: string;
}

interface Waiting {
  readonly resolve: (batch: Batch) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that reads and analyses batches one after the other. */
class ReadThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #normals: string[] = [];
  readonly #terms: string[] = [];
  readonly #forms: Forms = { normals: this.#normals, terms: this.#terms };
  #failure: Error | null = null;

  constructor(url: URL, order: ReadOrder) {
    this.#worker = new Worker(url, { workerData: order });
    this.#worker.on('message', (batch: Batch) => {
      this.#waiting.shift()?.resolve(this.#complete(batch));
    });
    this.#worker.on('error', (error: Error) => {
      this.#fail(error);
    });
    this.#worker.on('exit', (code) => {
      this.#fail(new Error(`a thread that reads articles ended early with ${code}`));
    });
  }

  /** The number of batches sent to the thread and not yet returned. */
  get load(): number {
    return this.#waiting.length;
  }

  /** Rejects with the error that the thread threw, or with another if the thread ends early. */
  read(files: readonly ArticleFile[]): Promise<Batch> {
    if (this.#failure) return Promise.reject(this.#failure);
    const batch = new Promise<Batch>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    this.#worker.postMessage(files);
    return batch;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Gives a batch the forms of all batches so far: it arrives with only those that no earlier batch had. */
  #complete({ readings, analyses }: Batch): Batch {
    for (const normal of analyses.forms.normals) this.#normals.push(normal);
    for (const term of analyses.forms.terms) this.#terms.push(term);
    return { readings, analyses: { ...analyses, forms: this.#forms } };
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
