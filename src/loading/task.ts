/** Runs work in another process or thread. */

import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { Fault } from '../core/model/fault.js';

/** Work in another process or thread that yields one result. */
export interface Task<T> {
  /** Rejects with the fault that the work reports, or with `CORPUS_TOO_LARGE`, `BUILD_FAILED` or `BUILD_STOPPED`. */
  readonly result: Promise<T>;
  /** Resolves once the work has ended, with or without a result. */
  readonly ended: Promise<void>;
  /** Ends the work; a result that is still pending rejects. */
  stop(): Promise<void>;
}

/** Settles a task's result. */
interface TaskCallbacks<T> {
  readonly resolve: (result: T) => void;
  readonly reject: (error: unknown) => void;
}

/** The file descriptor on which a process sends bytes; see {@link ProcessCallbacks.readBytes}. */
export const BYTES_DESCRIPTOR = 4;

export interface ProcessCallbacks<T> extends TaskCallbacks<T> {
  readonly answer: (message: unknown) => void;
  /** Reads all that the process writes to {@link BYTES_DESCRIPTOR}: `length` bytes. Must be called at most once. */
  readonly readBytes: (length: number) => Promise<Uint8Array>;
}

/** The number of last characters of stderr that are retained. */
const STDERR_CHARS = 4_000;
/** Matches V8's last message, and the error for an array that does not fit into memory. */
const OUT_OF_MEMORY = /out of memory|allocation failed/iu;
const NOT_STARTED = 'the process cannot be started';

/**
 * Starts a process that yields one result. Its memory goes back to the system, and this process survives if that one
 * runs out of memory.
 *
 * @param url - A module that exits when the channel to this process closes.
 * @param order - The first message; like all messages, it must be suitable for structured cloning.
 * @param handle - Called with each message; an error that it throws becomes `BUILD_FAILED`.
 * @throws {Fault} `BUILD_FAILED`.
 */
export function runProcess<T>(
  url: URL,
  order: object,
  handle: (message: unknown, replies: ProcessCallbacks<T>) => Promise<void>,
): Task<T> {
  const child = startProcess(url);
  if (child.pid === undefined) return failToStart(child);
  const bytes = child.stdio[BYTES_DESCRIPTOR] as Readable;
  let isStopped = false;
  let failure: Fault | null = null;
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARS);
  });
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const fail = (message: string, cause: unknown): void => {
    failure ??= new Fault('BUILD_FAILED', message, { cause });
    child.kill('SIGTERM');
  };
  const explainEnd = (code: number | null, signal: NodeJS.Signals | null): Fault => {
    // A process that ended by itself explains its end better than `failure` does.
    if (failure && !isStopped && (signal === 'SIGTERM' || code === 0)) return failure;
    if (isStopped || signal === 'SIGTERM' || signal === 'SIGINT') {
      return new Fault('BUILD_STOPPED', 'the process was stopped');
    }
    // A system that runs out of memory kills the process that uses most of it.
    const isTooLarge = signal === 'SIGKILL' || OUT_OF_MEMORY.test(stderr);
    const ending = `the process ended early with ${signal ?? code}`;
    const cause = stderr === '' ? failure : new Error(stderr);
    return new Fault(isTooLarge ? 'CORPUS_TOO_LARGE' : 'BUILD_FAILED', ending, { cause });
  };

  const result = new Promise<T>((resolve, reject) => {
    const replies: ProcessCallbacks<T> = {
      answer: (message) => child.send(message as object),
      readBytes: (length) => readBytes(bytes, length),
      resolve,
      reject,
    };
    child.on('message', (message) => {
      handle(message, replies).catch((cause: unknown) => {
        fail('what the process made cannot be used', cause);
      });
    });
    child.on('error', (cause) => {
      fail('the process cannot be reached', cause);
    });
    child.once('close', (...end) => {
      reject(explainEnd(...end));
    });
    child.send(order);
  });

  return {
    result,
    ended,
    stop: async () => {
      isStopped = true;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** @throws {Fault} `BUILD_FAILED`. */
function startProcess(url: URL): ChildProcess {
  try {
    return fork(url, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
  } catch (cause) {
    throw new Fault('BUILD_FAILED', NOT_STARTED, { cause });
  }
}

/** Creates the failed task of a child that has neither streams nor a channel. */
function failToStart<T>(child: ChildProcess): Task<T> {
  const result = new Promise<T>((_resolve, reject) => {
    child.once('error', (cause) => {
      reject(new Fault('BUILD_FAILED', NOT_STARTED, { cause }));
    });
  });
  const ended = result.then(
    () => undefined,
    () => undefined,
  );
  return { result, ended, stop: () => ended };
}

/** @throws If the stream yields fewer or more than `length` bytes. */
async function readBytes(stream: AsyncIterable<Buffer>, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  for await (const chunk of stream) {
    bytes.set(chunk, done);
    done += chunk.length;
  }
  if (done < length) throw new Error(`${done} of ${length} bytes came`);
  return bytes;
}

const WORKER_OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Starts a worker that yields one result.
 *
 * @param handle - Called with each message; an error that it throws becomes `BUILD_FAILED`.
 */
export function runWorker<T>(
  url: URL,
  workerData: unknown,
  handle: (message: unknown, replies: TaskCallbacks<T>) => void,
): Task<T> {
  const worker = new Worker(url, { workerData });
  let isStopped = false;
  const result = new Promise<T>((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      try {
        handle(message, { resolve, reject });
      } catch (cause) {
        reject(new Fault('BUILD_FAILED', 'what the worker made cannot be used', { cause }));
        void worker.terminate();
      }
    });
    worker.on('error', (cause) => {
      const isTooLarge = (cause as { code?: unknown }).code === WORKER_OUT_OF_MEMORY;
      reject(new Fault(isTooLarge ? 'CORPUS_TOO_LARGE' : 'BUILD_FAILED', 'the worker failed', { cause }));
    });
    worker.on('exit', (exitCode) => {
      const code = isStopped ? 'BUILD_STOPPED' : 'BUILD_FAILED';
      reject(new Fault(code, `the worker ended early with ${exitCode}`));
    });
  });
  return {
    result,
    ended: new Promise((resolve) =>
      worker.once('exit', () => {
        resolve();
      }),
    ),
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
}
