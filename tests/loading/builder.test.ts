import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_LOG } from '../../src/core/model/log.js';
import { Builder } from '../../src/loading/builder.js';
import { placeSnapshot } from '../../src/loading/saved-corpus.js';
import { PATIENT } from '../support/patience.js';
import { makeCorpusFolder, type CorpusFolder } from '../support/start-nukuu.js';

const LOADING_URL = new URL('../../dist/src/loading/', import.meta.url);

const info = vi.fn();
const warn = vi.fn();
const swapIn = vi.fn();
let folder: CorpusFolder;
let dataDir: string;
let builder: Builder;

beforeEach(async () => {
  folder = await makeCorpusFolder({ 'ferry.md': '---\ntitle: Ferry\n---\n\nThe ferry sails at noon.\n' });
  dataDir = join(folder.dir, 'data');
  const order = { corpusDir: folder.dir, snapshot: placeSnapshot(dataDir, folder.dir) };
  swapIn.mockClear();
  builder = new Builder({ loadingUrl: LOADING_URL, order, swapIn, log: { ...NO_LOG, info, warn } });
});

afterEach(async () => {
  await builder.close();
  await folder.dispose();
});

/** The process that builds stands in the name of the snapshot that is not yet in place. */
async function killBuild(): Promise<void> {
  const [pid] = (await readdir(dataDir)).flatMap((name) => /\.(\d+)\.tmp$/u.exec(name)?.[1] ?? []);
  process.kill(Number(pid), 'SIGKILL');
}

describe('a builder', () => {
  it('warns when the process that builds has ended before the snapshot was in place', async () => {
    const built = await builder.build({ isPreview: false });
    await killBuild();
    await built.accept();
    await vi.waitFor(() => {
      expect(warn).toHaveBeenCalledExactlyOnceWith(
        expect.stringMatching(/^the snapshot could not be written/u),
        expect.objectContaining({ reason: 'the process that builds ended before' }),
      );
    }, PATIENT);
    expect(built.loaded.corpus.summary.articles).toBe(1);
  });

  it('builds again after that, removes what was left, and does not warn', async () => {
    const lost = await builder.build({ isPreview: false });
    await killBuild();
    lost.discard();
    warn.mockClear();
    await (await builder.build({ isPreview: false })).accept();
    await vi.waitFor(() => {
      expect(info).toHaveBeenCalledWith('snapshot written', expect.anything());
    }, PATIENT);
    await builder.close();
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('swaps in what is accepted, once its files are written', async () => {
    const write = vi.fn(() => {
      expect(swapIn).not.toHaveBeenCalled();
      return Promise.resolve();
    });
    const pending = await builder.build({ isPreview: false, write });
    expect(write).not.toHaveBeenCalled();
    await pending.accept();
    expect(write).toHaveBeenCalledOnce();
    expect(swapIn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ loaded: pending.loaded }));
  });

  it('swaps in nothing whose files cannot be written, and is free once that is discarded', async () => {
    const pending = await builder.build({ isPreview: false, write: () => Promise.reject(new Error('full')) });
    await expect(pending.accept()).rejects.toThrow('full');
    await expect(builder.build({ isPreview: false })).rejects.toMatchObject({ code: 'RELOAD_RUNNING' });
    pending.discard();
    (await builder.build({ isPreview: true })).discard();
    expect(swapIn).not.toHaveBeenCalled();
  });
});
