import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import { createBackgroundWrites } from '../../src/discord/background-writes.js';
import { recordErrors } from '../support/record-log.js';

const MISSED = 'what was asked or voted could not be kept';

const succeed = (): Promise<void> => Promise.resolve();
const miss = (): Promise<void> =>
  Promise.reject(new Fault('STATE_UNAVAILABLE', 'no database', { facts: { cause: 'other' } }));
const break_ = (): Promise<void> => Promise.reject(new TypeError('a defect'));

describe('background writes', () => {
  it.each([
    ['one that succeeds', [succeed], 0],
    ['several that miss the database', [miss, miss, miss], 1],
    ['one that misses it anew after one that succeeded', [miss, succeed, miss, miss], 2],
    ['defects', [break_, break_], 2],
    ['a defect among those that miss the database', [miss, break_, miss], 2],
  ])('log %s', async (_name, acts, times) => {
    const { log, errors } = recordErrors();
    const writes = createBackgroundWrites(log);
    for (const act of acts) {
      writes.begin(act);
      await writes.settled();
    }
    expect(errors).toEqual(Array.from({ length: times }, () => MISSED));
  });

  it('are waited for until all have ended, those that fail too', async () => {
    const writes = createBackgroundWrites(recordErrors().log);
    const ended: string[] = [];
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    writes.begin(miss);
    writes.begin(async () => {
      await slow;
      ended.push('slow');
    });
    const settled = writes.settled().then(() => ended.push('settled'));
    await succeed();
    expect(ended).toEqual([]);
    finish();
    await settled;
    expect(ended).toEqual(['slow', 'settled']);
  });

  it('have nothing to wait for before the first', async () => {
    await expect(createBackgroundWrites(recordErrors().log).settled()).resolves.toBeUndefined();
  });
});
