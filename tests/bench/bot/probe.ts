import { isMainThread } from 'node:worker_threads';
import { watchLoop, type LoopReading } from './watch-loop.js';

export interface ProbeReading extends LoopReading {
  /** Of all threads, since the process began. */
  readonly cpuMs: number;
  /** In bytes; the heap is the main thread's. */
  readonly memory: NodeJS.MemoryUsage;
}

/** Preloaded into the bot, it answers each message of the parent process with a reading; the processes of the bot are left alone. */
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
  // Waiting for questions keeps no process alive.
  process.channel?.unref();
}
