import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDeduplicator } from '../../src/discord/router.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('knows a key again until its time is over, counted from when it was new', async () => {
  const isNew = createDeduplicator(60);
  expect(await isNew('a')).toBe(true);
  vi.advanceTimersByTime(59_999);
  expect([await isNew('a'), await isNew('b')]).toEqual([false, true]);
  vi.advanceTimersByTime(1);
  expect([await isNew('a'), await isNew('b')]).toEqual([true, false]);
});

it('calls a key new once, though it comes twice at once', async () => {
  const isNew = createDeduplicator(60);
  expect(await Promise.all([isNew('a'), isNew('a')])).toEqual([true, false]);
});
