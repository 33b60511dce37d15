import { setTimeout as sleep } from 'node:timers/promises';

/** Returns when the question with this number, from 0, is due, in ms after the first one. */
export function dueMs(number: number, perSecond: number): number {
  return (number * 1000) / perSecond;
}

export interface SteadyLoad<T> {
  readonly perSecond: number;
  /** Called before each question; the load ends once it returns true. */
  readonly isOver: (elapsedMs: number) => boolean;
  readonly ask: (number: number) => Promise<T>;
}

/** The results of a load, in the order in which the questions were asked. */
export interface LoadResult<T> {
  readonly results: readonly T[];
  /** From the first question until the last answer. */
  readonly elapsedMs: number;
  /** The longest delay of a question after it was due; 0 in a closed loop. */
  readonly latestMs: number;
}

/** Asks by the clock, even if earlier answers have not come (an open loop). */
export async function askSteadily<T>({ perSecond, isOver, ask }: SteadyLoad<T>): Promise<LoadResult<T>> {
  const asked: Promise<T>[] = [];
  const start = performance.now();
  let latestMs = 0;
  for (;;) {
    const waitMs = start + dueMs(asked.length, perSecond) - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    else latestMs = Math.max(latestMs, -waitMs);
    if (isOver(performance.now() - start)) break;
    asked.push(ask(asked.length));
  }
  const results = await Promise.all(asked);
  return { results, elapsedMs: performance.now() - start, latestMs };
}

export interface SaturatingLoad<T> {
  /** The number of questions that wait for an answer at any time. */
  readonly inFlight: number;
  readonly forMs: number;
  readonly ask: (number: number) => Promise<T>;
}

/** Asks the next question once one is answered (a closed loop). */
export async function askAtSaturation<T>({
  inFlight,
  forMs,
  ask,
}: SaturatingLoad<T>): Promise<LoadResult<T>> {
  const results: T[] = [];
  const start = performance.now();
  let next = 0;
  const askInTurn = async (): Promise<void> => {
    while (performance.now() - start < forMs) {
      const number = next;
      next += 1;
      results[number] = await ask(number);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, askInTurn));
  return { results, elapsedMs: performance.now() - start, latestMs: 0 };
}
