import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/core/model/log.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { createProgressMessage, PROGRESS_INTERVAL_MS } from '../../../src/discord/message/show-progress.js';
import type { View } from '../../../src/discord/message/view.js';

const reading = (done: number): Progress => ({ stage: 'reading', done, total: 12_500 });

describe('the message of a reload', () => {
  it('is edited once an interval, first after one', async () => {
    const shown: View[] = [];
    let now = 1_000;
    const edit = (view: View): Promise<void> => Promise.resolve(void shown.push(view));
    const message = createProgressMessage(ENGLISH, edit, () => now);
    for (const [ms, done] of [
      [PROGRESS_INTERVAL_MS - 1, 1],
      [1, 3200],
      [PROGRESS_INTERVAL_MS - 1, 4000],
      [1, 5000],
    ] as const) {
      now += ms;
      message.report(reading(done));
      await message.settle();
    }
    expect(shown.map(({ texts }) => texts)).toEqual([
      ['Reading 3,200 of 12,500 articles …'],
      ['Reading 5,000 of 12,500 articles …'],
    ]);
  });

  it('waits for an edit under way, also one that fails', async () => {
    let now = 0;
    let fail: (error: Error) => void = () => undefined;
    const edits: Promise<void>[] = [];
    const message = createProgressMessage(
      ENGLISH,
      () => {
        edits.push(new Promise((_resolve, reject) => (fail = reject)));
        return edits.at(-1) ?? Promise.resolve();
      },
      () => now,
    );
    now += PROGRESS_INTERVAL_MS;
    message.report(reading(1));
    now += PROGRESS_INTERVAL_MS;
    message.report(reading(2));
    expect(edits).toHaveLength(1);

    let isSettled = false;
    const settled = message.settle().then(() => (isSettled = true));
    await new Promise(setImmediate);
    expect(isSettled).toBe(false);
    fail(new Error('offline'));
    await settled;
    now += PROGRESS_INTERVAL_MS;
    message.report({ stage: 'learning', done: 12_500, total: 12_500 });
    expect(edits).toHaveLength(2);
  });
});
