import { parentPort, workerData } from 'node:worker_threads';
import { describeError, Fault } from '../core/model/fault.js';
import { createArchive } from '../corpus/files/archive.js';
import { findChanged } from '../corpus/files/input-files.js';
import { packFault } from './fault-message.js';
import type { ArchiveMessage, ArchiveOrder, CheckMessage, CheckOrder, WorkerOrder } from './worker-tasks.js';

const order = workerData as WorkerOrder;
parentPort?.postMessage(order.kind === 'check' ? await check(order) : await archive(order));

async function check({ corpusDir, paths, hashes }: CheckOrder): Promise<CheckMessage> {
  try {
    return { kind: 'checked', changed: await findChanged(corpusDir, { paths, hashes }) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return packFault(error);
  }
}

async function archive({
  archiveDir,
  corpusDir,
  revision,
  files,
  at,
}: ArchiveOrder): Promise<ArchiveMessage> {
  try {
    return await createArchive(archiveDir, corpusDir).store(revision, files, at);
  } catch (error) {
    return { kind: 'failed', reason: describeError(error) };
  }
}
