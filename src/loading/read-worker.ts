import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from '../analysis/analyzer.js';
import { AnalysisPacker } from '../analysis/pack-analyses.js';
import type { ArticleFile } from '../corpus/files/read-corpus.js';
import type { ReadOrder } from './read-articles.js';
import { type Batch, readBatch } from './read-batch.js';

const { root } = workerData as ReadOrder;
const analyzer = createAnalyzer();
const packer = new AnalysisPacker();
const { normals, terms } = packer.forms;
/** The number of forms already sent to the thread that learns. */
let sentForms = 0;

parentPort?.on('message', (files: readonly ArticleFile[]) => {
  const { readings, analyses } = readBatch(root, files, { analyzer, packer });
  const forms = { normals: normals.slice(sentForms), terms: terms.slice(sentForms) };
  sentForms = normals.length;
  parentPort?.postMessage({ readings, analyses: { ...analyses, forms } } satisfies Batch, [
    analyses.starts.buffer,
    analyses.stream.buffer,
  ]);
});
