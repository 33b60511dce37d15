import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../../src/app.js';
import type { ChangeOptions } from '../../src/core/changes/change-corpus.js';
import type { FileChange } from '../../src/core/model/desk.js';
import type { PartialDate } from '../../src/core/model/partial-date.js';

const LOADING_URL = new URL('../../dist/src/loading/', import.meta.url);
const BRIDGE = '---\ntitle: Bridge\n---\n\nThe bridge over the Athi opened on Monday with lamps.\n';
const FERRY = '---\ntitle: Ferry\n---\n\nThe ferry sank in the river on Friday with charcoal.\n';
const GOATS = 'Goats at Kibwezi\n\nForty goats were sold at the market of Kibwezi on Sunday, traders said.';

let corpusDir: string;
let dataDir: string;
let app: App;
let first: string;

const start = () => startApp({ corpusDir, dataDir, isArchived: true, loadingUrl: LOADING_URL });
const listFiles = async () => (await readdir(corpusDir)).sort();
const listIds = () => [...app.services.loaded().corpus.articleIds()];
const change = (files: readonly FileChange[], mode: ChangeOptions['mode'] = 'forced') =>
  app.services.changeCorpus(files, { mode, by: '7', action: 'edit' });

beforeAll(async () => {
  corpusDir = await mkdtemp(join(tmpdir(), 'nukuu-desk-'));
  dataDir = await mkdtemp(join(tmpdir(), 'nukuu-desk-data-'));
  await writeFile(join(corpusDir, 'bridge.md'), BRIDGE);
  await writeFile(join(corpusDir, 'ferry.md'), FERRY);
  app = await start();
  first = app.services.loaded().corpus.summary.revision;
});
afterAll(async () => {
  await app.close();
  await rm(corpusDir, { recursive: true });
  await rm(dataDir, { recursive: true });
});

describe('the desk over a folder', () => {
  it('previews a draft, leaves the folder alone until it is added, and answers from it then', async () => {
    const { desk } = app.services;
    const {
      change: added,
      article,
      duplicates,
    } = await desk.preview(await desk.draft({ kind: 'text', text: GOATS }));
    expect([added.file, article.title, duplicates]).toEqual(['goats-at-kibwezi.md', 'Goats at Kibwezi', []]);
    expect(await change([added], 'preview')).toMatchObject({
      kind: 'held',
      report: { difference: { added: [{ id: 'goats-at-kibwezi' }] } },
    });
    expect([await listFiles(), listIds()]).toEqual([
      ['bridge.md', 'ferry.md'],
      ['bridge', 'ferry'],
    ]);

    expect(await change([added], 'careful')).toMatchObject({ kind: 'applied' });
    expect(await readFile(join(corpusDir, 'goats-at-kibwezi.md'), 'utf8')).toBe(added.text);
    expect(listIds()).toEqual(['bridge', 'ferry', 'goats-at-kibwezi']);
  });

  it('finds what is added twice, and gives it another file', async () => {
    const { desk } = app.services;
    const again = await desk.preview(await desk.draft({ kind: 'text', text: GOATS }));
    expect(again.duplicates).toMatchObject([{ article: { id: 'goats-at-kibwezi' }, why: 'same-text' }]);
    expect(again.change.file).not.toBe('goats-at-kibwezi.md');
  });

  it('withdraws an article, which a rollback leaves withdrawn', async () => {
    const { desk } = app.services;
    await change([await desk.withdraw('ferry', '2026-11-22' as PartialDate, 'The figure was wrong.')]);
    expect(listIds()).toEqual(['bridge', 'goats-at-kibwezi']);

    await change(await desk.rollBack(first));
    expect([await listFiles(), listIds()]).toEqual([['bridge.md', 'ferry.md'], ['bridge']]);
    expect(app.services.loaded().corpus.withdrawn('ferry')).toMatchObject({
      reason: 'The figure was wrong.',
    });
  });

  it('starts from the snapshot of a changed corpus', async () => {
    const { revision } = app.services.loaded().corpus.summary;
    await app.close();
    app = await start();
    expect([app.startedFrom, app.services.loaded().corpus.summary.revision]).toEqual(['snapshot', revision]);
  });
});
