import { monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks';

/** The time between two samples of the event loop; a pause is overstated by at most this much. */
export const RESOLUTION_MS = 2;

/** The behaviour of an event loop since the last reading. */
export interface LoopReading {
  /** The longest time between two samples. */
  readonly longestPauseMs: number;
  /** The longest pause for collecting garbage. */
  readonly longestGcMs: number;
  /** The share of the time, in 0..1, for which the loop was not waiting. */
  readonly busyShare: number;
}

/** Watches the event loop of the calling thread. Each call of the returned function starts a new reading. */
export function watchLoop(): () => LoopReading {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let longestGcMs = 0;
  const note = (entries: readonly { readonly duration: number }[]): void => {
    for (const { duration } of entries) longestGcMs = Math.max(longestGcMs, duration);
  };
  const collections = new PerformanceObserver((list) => {
    note(list.getEntries());
  });
  collections.observe({ type: 'gc' });
  let before = performance.eventLoopUtilization();

  return () => {
    note(collections.takeRecords());
    const now = performance.eventLoopUtilization();
    const { utilization: busyShare } = performance.eventLoopUtilization(now, before);
    const reading = { longestPauseMs: delays.max / 1e6, longestGcMs, busyShare };
    delays.reset();
    longestGcMs = 0;
    before = now;
    return reading;
  };
}
