import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/model/fault.js';
import {
  createSettingsCache,
  DEFAULT_SETTINGS,
  type ServerSettings,
} from '../../../src/core/model/settings.js';

const SWAHILI: ServerSettings = { ...DEFAULT_SETTINGS, language: 'sw' };

/** A keeper over one server's row; `isBroken` makes the store fail, `clock` is in ms. */
function makeKeeper(row: ServerSettings | null) {
  const store = { row, reads: 0, isBroken: false, clock: 0 };
  const complaints: string[] = [];
  const fail = () => Promise.reject(new Fault('STATE_UNAVAILABLE', 'no disk', { facts: { cause: 'other' } }));
  const keeper = createSettingsCache(
    {
      get: () => {
        store.reads += 1;
        return store.isBroken ? fail() : Promise.resolve(store.row);
      },
      put: (_, settings) => {
        if (store.isBroken) return fail();
        store.row = settings;
        return Promise.resolve();
      },
    },
    { info: () => undefined, warn: () => undefined, error: (message) => complaints.push(message) },
    () => store.clock,
  );
  return { keeper, store, complaints };
}

describe('keepSettings', () => {
  it.each([
    ['what the server chose', SWAHILI, SWAHILI],
    ['the default for a server that chose nothing', null, DEFAULT_SETTINGS],
  ])('gives %s', async (_name, row, expected) => {
    expect(await makeKeeper(row).keeper.settingsOf('1')).toEqual(expected);
  });

  it('gives the default in direct messages without asking the store', async () => {
    const { keeper, store } = makeKeeper(SWAHILI);
    expect(await keeper.settingsOf(null)).toEqual(DEFAULT_SETTINGS);
    expect(store.reads).toBe(0);
  });

  it.each([
    [29_999, 1],
    [30_000, 2],
    [30_001, 2],
  ])('has read the store after %i ms %i times', async (later, reads) => {
    const { keeper, store } = makeKeeper(SWAHILI);
    await keeper.settingsOf('1');
    store.clock = later;
    await keeper.settingsOf('1');
    expect(store.reads).toBe(reads);
  });

  it('shows a change at once', async () => {
    const { keeper } = makeKeeper(null);
    await keeper.settingsOf('1');
    await keeper.saveSettings('1', SWAHILI);
    expect(await keeper.settingsOf('1')).toEqual(SWAHILI);
  });

  it('holds on to what it read last while the store fails, and says so', async () => {
    const { keeper, store, complaints } = makeKeeper(SWAHILI);
    await keeper.settingsOf('1');
    store.isBroken = true;
    store.clock = 60_000;
    expect(await keeper.settingsOf('1')).toEqual(SWAHILI);
    expect(complaints).toEqual(['the settings of a server cannot be read']);
  });

  it('changes nothing that cannot be stored', async () => {
    const { keeper, store } = makeKeeper(null);
    store.isBroken = true;
    await expect(keeper.saveSettings('1', SWAHILI)).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
    expect(await keeper.settingsOf('1')).toEqual(DEFAULT_SETTINGS);
  });
});
