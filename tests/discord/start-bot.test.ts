import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { State } from '../../src/core/model/state.js';
import { pruneDaily } from '../../src/discord/start-bot.js';
import { makeContext } from '../support/bot-context.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = 1_000 * DAY_MS;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Starts pruning and returns the times before which things are removed, a list that grows. */
function start(gapsDays: number): { pruned: Parameters<State['prune']>[0][]; end: () => void } {
  const pruned: Parameters<State['prune']>[0][] = [];
  const prune: State['prune'] = (before) => Promise.resolve(void pruned.push(before));
  const writes = { begin: (write: () => Promise<void>) => void write(), settled: () => Promise.resolve() };
  const context = makeContext({ gapsDays, writes, now: () => Date.now(), state: { prune } as State });
  return { pruned, end: pruneDaily(context) };
}

it.each([
  [30, START - 30 * DAY_MS],
  [1, START - DAY_MS],
  [0, START],
])('removes at once what is older than it may be, with gaps kept for %i days', (gapsDays, gaps) => {
  const { pruned, end } = start(gapsDays);
  expect(pruned).toEqual([{ answers: START - 30 * DAY_MS, gaps, drafts: START - HOUR_MS }]);
  end();
});

it('does so every day, until it is ended', () => {
  const { pruned, end } = start(30);
  vi.advanceTimersByTime(DAY_MS - 1);
  expect(pruned).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(pruned.map(({ drafts }) => drafts)).toEqual([START - HOUR_MS, START + DAY_MS - HOUR_MS]);
  end();
  vi.advanceTimersByTime(5 * DAY_MS);
  expect(pruned).toHaveLength(2);
});
