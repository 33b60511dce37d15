import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from '../analysis/create-analyzer.js';
import type { ArticleFile } from '../corpus/list-articles.js';
import { readBatch } from './read-batch.js';
import type { ReadOrder } from './read-thread.js';

const { root } = workerData as ReadOrder;
const analyzer = createAnalyzer();
parentPort?.on('message', (files: readonly ArticleFile[]) => {
  const batch = readBatch(root, files, analyzer);
  const { starts, stream } = batch.analyses;
  parentPort?.postMessage(batch, [starts.buffer, stream.buffer]);
});
