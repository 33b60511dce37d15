import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordStart } from '../../src/core/record-start.js';
import { Fault } from '../../src/core/errors.js';
import type { State } from '../../src/core/state.js';
import { openState } from '../../src/state/open-state.js';
import { placeDatabase } from '../support/temporary-database.js';

const place = placeDatabase();
let state: State;
const errors: string[] = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string) => errors.push(message),
};
const start = (revision: string, articles: number): Promise<void> =>
  recordStart({ revision, articles }, { revisions: state.revisions, log, now: () => 1_000 });
const listRevisions = async (): Promise<string[]> =>
  (await state.revisions.list(10)).map(({ revision }) => revision);

beforeAll(async () => {
  state = await openState({ url: place.url });
});
afterAll(() => {
  state.close();
  place.remove();
});

it('puts the corpus of a start into the history, unless it is the newest there', async () => {
  await start('aaaaaaa', 3);
  await start('aaaaaaa', 3);
  expect(await state.revisions.list(10)).toEqual([
    {
      number: 1,
      revision: 'aaaaaaa',
      at: 1_000,
      by: null,
      action: 'start',
      articles: 3,
      added: [],
      changed: [],
      removed: [],
    },
  ]);
  await start('bbbbbbb', 4);
  await start('aaaaaaa', 3);
  expect(await listRevisions()).toEqual(['aaaaaaa', 'bbbbbbb', 'aaaaaaa']);
  expect(errors).toEqual([]);
});

it('logs that the history cannot be written', async () => {
  const refuse = () => Promise.reject(new Fault('STATE_UNAVAILABLE', 'broken'));
  const revisions = { list: refuse, add: refuse };
  await recordStart({ revision: 'aaaaaaa', articles: 3 }, { revisions, log, now: () => 0 });
  expect(errors).toEqual(['the history of the corpus could not be written']);
});
