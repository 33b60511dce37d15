import { parentPort, workerData } from 'node:worker_threads';
import { describeError } from '../core/model/fault.js';
import { createArchive } from '../corpus/folder/archive.js';
import type { ArchiveMessage, ArchiveOrder } from './in-worker.js';

const { archiveDir, corpusDir, revision, files, at } = workerData as ArchiveOrder;
let message: ArchiveMessage;
try {
  message = await createArchive(archiveDir, corpusDir).keep(revision, files, at);
} catch (error) {
  message = { kind: 'failed', reason: describeError(error) };
}
parentPort?.postMessage(message);
