import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPins } from '../../src/desk/read-pins.js';
import { openState } from '../../src/state/open-state.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-pins-'));
});
afterAll(() => rm(dir, { recursive: true }));

const url = (name: string) => pathToFileURL(join(dir, name)).href;

it('reads the pins of a database', async () => {
  const state = await openState({ url: url('a.db') });
  const pin = await state.pins.add({ question: 'When?', articleId: 'bridge', by: '7', at: 1 });
  state.close();
  expect(await readPins(url('a.db'))).toEqual([pin]);
});

it('finds none where there is no database, and makes none', async () => {
  expect(await readPins(url('none.db'))).toEqual([]);
  expect(await readPins(url('none.db'))).toEqual([]);
});

it('tells a database that cannot be opened from one without pins', async () => {
  expect(await readPins(pathToFileURL(dir).href)).toBeNull();
});
