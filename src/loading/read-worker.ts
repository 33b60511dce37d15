import { parentPort, workerData } from 'node:worker_threads';
import { AnalysisRecorder } from '../analysis/analysis-cache.js';
import { createAnalyzer } from '../analysis/create-analyzer.js';
import type { ArticleFile } from '../corpus/list-articles.js';
import { readBatch, type Batch } from './read-batch.js';
import type { ReadOrder } from './read-thread.js';

const { root } = workerData as ReadOrder;
const analyzer = createAnalyzer();
const recorder = new AnalysisRecorder();
const { normals, terms } = recorder.forms;
/** So many forms the one who learns has been sent. */
let told = 0;

parentPort?.on('message', (files: readonly ArticleFile[]) => {
  const { readings, analyses } = readBatch(root, files, { analyzer, recorder });
  const forms = { normals: normals.slice(told), terms: terms.slice(told) };
  told = normals.length;
  parentPort?.postMessage({ readings, analyses: { ...analyses, forms } } satisfies Batch, [
    analyses.starts.buffer,
    analyses.stream.buffer,
  ]);
});
