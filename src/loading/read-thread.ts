import { Worker } from 'node:worker_threads';
import type { ArticleFile } from '../corpus/list-articles.js';
import type { Forms } from '../core/recorded-analysis.js';
import type { Batch } from './read-batch.js';

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
export class ReadThread {
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
