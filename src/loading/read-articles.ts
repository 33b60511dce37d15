import { Worker } from 'node:worker_threads';
import { AnalysisPacker, type CopyAnalysis } from '../analysis/pack-analyses.js';
import type { Forms } from '../core/arrays/packed-analysis.js';
import type { Analyzer } from '../core/model/analyzer.js';
import type { ArticleText } from '../core/model/article.js';
import type { ArticleFile, FileReading } from '../corpus/folder/read-corpus.js';
import type { Reading } from '../corpus/reading/reading.js';
import type { AnalyzedArticle } from '../corpus/store/freeze-corpus.js';
import type { EarlierBuild, UnchangedArticle } from './earlier-build.js';
import { type Batch, readBatch } from './read-batch.js';

/** A file as it was read, with what analysis found. */
interface AnalyzedReading extends FileReading {
  /** `null` when there is no article, or one that is withdrawn. */
  readonly analyzed: AnalyzedArticle | null;
}

export interface ReadArticlesParts extends ReadBatchesParts {
  readonly earlier: EarlierBuild | null;
  /** Is given every analysis. */
  readonly packer: AnalysisPacker;
}

/**
 * Reads and analyses the articles of files; those that have not changed since an earlier build are taken from it.
 *
 * @param root - A real path.
 * @returns One a file, in their order.
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
  const source = open();
  const analysis = copy(fingerprint);
  const reading = { kind: 'read', article: source, withdrawal: null, problems: [] } as const;
  return { file, reading, hash, analyzed: analysis ? { article: source, fingerprint, analysis } : null };
}

async function* openBatches(
  batches: AsyncIterable<Batch>,
  packer: AnalysisPacker,
): AsyncGenerator<AnalyzedReading, undefined> {
  for await (const batch of batches) {
    const copy = packer.openCopier(batch.analyses);
    let articles = 0;
    for (const result of batch.readings) {
      const source = takeQuoted(result.reading);
      const fingerprint = batch.analyses.keys[articles] ?? '';
      const analysis = source && copy(fingerprint);
      if (source) articles += 1;
      yield { ...result, analyzed: analysis ? { article: source, fingerprint, analysis } : null };
    }
  }
  return undefined;
}

function takeQuoted(reading: Reading): ArticleText | null {
  return reading.kind === 'read' && reading.withdrawal === null ? reading.article : null;
}

/** What a read worker is started with. */
export interface ReadOrder {
  /** The real path of the corpus folder. */
  readonly root: string;
}

interface Waiting {
  readonly resolve: (batch: Batch) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that reads and analyses batches, one after the other. */
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

  /** How many batches it has been given and not given back. */
  get load(): number {
    return this.#waiting.length;
  }

  /** Rejects with what the thread threw, or with an error when it ends before. */
  read(files: readonly ArticleFile[]): Promise<Batch> {
    if (this.#failure) return Promise.reject(this.#failure);
    const batch = new Promise<Batch>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    this.#worker.postMessage(files);
    return batch;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Gives it the forms of all batches: it came with those that no batch before had. */
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

interface ReadBatchesParts {
  /** Used in this thread. */
  readonly analyzer: Analyzer;
  /** The compiled read worker. */
  readonly workerUrl: URL;
  /** What the machine can do at once. */
  readonly parallelism: number;
}

/** A batch takes some 0.1 s, far more than to send it. */
const BATCH_FILES = 32;
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
async function* readBatches(
  root: string,
  files: readonly ArticleFile[],
  { analyzer, workerUrl, parallelism }: ReadBatchesParts,
): AsyncGenerator<Batch> {
  const batches = cut(files, BATCH_FILES);
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
