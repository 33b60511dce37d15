import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/state/database.js';
import { openState } from '../../src/state/open-state.js';
import { RETRY_MS } from '../../src/state/database.js';
import type { Log } from '../../src/core/model/log.js';
import { placeDatabase, type TemporaryDatabase } from '../support/temporary-database.js';

let place: TemporaryDatabase;

beforeEach(() => {
  place = placeDatabase();
});

afterEach(() => {
  place.remove();
});

/** A database that cannot be opened until it is mended, and a clock that is set by hand. */
async function openBroken() {
  const seen = { tries: 0, now: 5_000, isMended: false, lines: [] as string[] };
  const write = (message: string): void => void seen.lines.push(message);
  const log: Log = { info: write, warn: write, error: write };
  const open = (url: string) => {
    seen.tries += 1;
    return seen.isMended ? openDatabase(url) : Promise.reject(new Error('broken'));
  };
  return { seen, state: await openState({ url: place.url, log, now: () => seen.now, open }) };
}

const UNAVAILABLE = expect.objectContaining({
  code: 'STATE_UNAVAILABLE',
  facts: { cause: 'other' },
}) as unknown;

describe('a database that cannot be opened', () => {
  it.each([
    [RETRY_MS - 1, 1],
    [RETRY_MS, 2],
    [RETRY_MS + 1, 2],
  ])('%i ms later has been tried %i times', async (ms, tries) => {
    const { seen, state } = await openBroken();
    seen.now += ms;
    await expect(state.pins.list()).rejects.toEqual(UNAVAILABLE);
    await expect(state.pins.list()).rejects.toEqual(UNAVAILABLE);
    expect(seen.tries).toBe(tries);
  });

  it('is tried once for all who wait for it', async () => {
    const { seen, state } = await openBroken();
    seen.now += RETRY_MS;
    seen.isMended = true;
    expect(await Promise.all([state.pins.list(), state.votes.count(), state.pins.list()])).toHaveLength(3);
    expect(seen.tries).toBe(2);
    state.close();
  });

  it('is used again once it can be', async () => {
    const { seen, state } = await openBroken();
    seen.isMended = true;
    await expect(state.pins.list()).rejects.toEqual(UNAVAILABLE);
    seen.now += RETRY_MS;
    expect(await state.pins.list()).toEqual([]);
    expect(seen.tries).toBe(2);
    state.close();
  });

  it('is logged when it is missed and when it is back, not at every try', async () => {
    const { seen, state } = await openBroken();
    for (let i = 0; i < 3; i++) {
      seen.now += RETRY_MS;
      await state.pins.list().catch(() => null);
    }
    seen.isMended = true;
    seen.now += RETRY_MS;
    await state.pins.list();
    expect(seen.lines).toEqual([
      'the database cannot be opened; answers go on without it',
      'the database can be used again',
    ]);
    state.close();
  });

  it('is not tried again once it is closed', async () => {
    const { seen, state } = await openBroken();
    state.close();
    seen.now += RETRY_MS;
    await expect(state.pins.list()).rejects.toEqual(UNAVAILABLE);
    expect(seen.tries).toBe(1);
  });
});
