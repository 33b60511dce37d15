import { isMainThread } from 'node:worker_threads';
import { watchLoop, type LoopReading } from './watch-loop.js';

export interface ProbeReading extends LoopReading {
  /** The CPU time of all threads since the process started. */
  readonly cpuMs: number;
  /** In bytes; the heap is the main thread's. */
  readonly memory: NodeJS.MemoryUsage;
}

/**
 * Preloaded into the bot, answers each message from the parent process with a reading; does nothing in the bot's own
 * child processes.
 */
if (isMainThread && process.send && process.argv[1]?.endsWith('main.js')) {
  const readLoop = watchLoop();
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const reading: ProbeReading = {
      ...readLoop(),
      cpuMs: (user + system) / 1000,
      memory: process.memoryUsage(),
    };
    process.send?.(reading);
  });
  // Waiting for messages must not keep the process alive.
  process.channel?.unref();
}
