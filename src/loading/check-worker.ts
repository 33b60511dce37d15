import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../core/model/fault.js';
import { findChanged } from '../corpus/folder/input-files.js';
import { packFault } from './fault-message.js';
import type { CheckMessage, CheckOrder } from './in-worker.js';

const { corpusDir, paths, hashes } = workerData as CheckOrder;
let message: CheckMessage;
try {
  message = { kind: 'checked', changed: await findChanged(corpusDir, { paths, hashes }) };
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  message = packFault(error);
}
parentPort?.postMessage(message);
