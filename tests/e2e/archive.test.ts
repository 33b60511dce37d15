import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createArchive, placeArchive } from '../../src/corpus/files/archive.js';
import { applyChanges } from '../../src/corpus/files/change-files.js';
import { DISK } from '../../src/corpus/files/disk.js';
import { JOURNAL_FILE } from '../../src/corpus/files/journal.js';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import { type LocalDiscord, startLocalDiscord } from '../support/local-discord/index.js';
import {
  awaitReport,
  type CorpusFolder,
  joinDiscord,
  makeCorpusFolder,
  type Nukuu,
} from '../support/start-nukuu.js';

const KEPT = 'the files of this corpus are kept';
const NO_PROCESS = 2 ** 22 + 1;

let discord: LocalDiscord;
let folder: CorpusFolder;
let dataDir: string;
let nukuu: Nukuu;

beforeAll(async () => {
  discord = await startLocalDiscord();
  folder = await makeCorpusFolder(LANTERN_CORPUS);
  dataDir = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
});

afterEach(async () => {
  await nukuu.stop();
  expect(discord.violations).toEqual([]);
});

afterAll(async () => {
  await discord.close();
  await folder.dispose();
  await rm(dataDir, { recursive: true });
});

const start = async (): Promise<void> => {
  nukuu = await joinDiscord(discord, folder.dir, { DATA_DIR: dataDir });
};
const listRevisions = () => createArchive(placeArchive(dataDir, folder.dir), folder.dir).list();

describe('the archive of the bot', () => {
  it('holds the files of what was loaded at the start and by a reload, not by a preview', async () => {
    await start();
    await nukuu.logged(KEPT);
    const [first] = await listRevisions();
    expect([...(first?.files.keys() ?? [])]).toEqual(Object.keys(LANTERN_CORPUS).sort());

    await folder.write('bridge.md', (LANTERN_CORPUS['bridge.md'] ?? '').replace('40', '45'));
    const manager = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
    for (const preview of [true, false]) {
      const response = await discord.slash(manager, 'corpus', { preview }, { subcommand: 'reload' });
      await awaitReport(discord, response);
    }
    for (const what of [KEPT, 'snapshot written']) await nukuu.logged(what, 2);
    const [second, ...others] = await listRevisions();
    expect(others).toEqual([first]);
    expect(second?.files.get('bridge.md')).not.toBe(first?.files.get('bridge.md'));
    expect(second?.files.get('ferry.md')).toBe(first?.files.get('ferry.md'));
  });

  it('is made where the corpus comes from a snapshot', async () => {
    await rm(join(dataDir, 'archive'), { recursive: true });
    await start();
    expect(await nukuu.logged('corpus loaded')).toMatchObject({ startedFrom: 'snapshot' });
    await nukuu.logged(KEPT);
    expect(await listRevisions()).toHaveLength(1);
  });

  it('is told of when it cannot be written, and questions are answered all the same', async () => {
    await rm(join(dataDir, 'archive'), { recursive: true });
    await writeFile(join(dataDir, 'archive'), 'A file.');
    await start();
    const line = await nukuu.logged(
      'the files of this corpus could not be kept, so nobody can go back to it: check that DATA_DIR can be written and has room',
    );
    expect(line).toMatchObject({ reason: 'ENOTDIR' });
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'What did the bridge cost?',
    });
    expect(message.text).toContain('million shillings');
    await rm(join(dataDir, 'archive'));
  });
});

describe('a start after a change that was killed', () => {
  it('finds the files as they were before it', async () => {
    const before = await readFile(join(folder.dir, 'bridge.md'), 'utf8');
    let renames = 0;
    const dying = {
      ...DISK,
      rename: async (from: string, to: string) => {
        if ((renames += 1) > 2) throw new Error('killed');
        await DISK.rename(from, to);
      },
      remove: () => Promise.reject(new Error('killed')),
    };
    const changes = ['bridge.md', 'ferry.md'].map((file) => ({ file, text: 'Half done.' }));
    await expect(applyChanges(folder.dir, changes, { disk: dying })).rejects.toMatchObject({
      code: 'CHANGE_UNWRITTEN',
    });
    expect(await readFile(join(folder.dir, 'bridge.md'), 'utf8')).toBe('Half done.');
    // The process that was killed is not the one of this test.
    const journal = join(folder.dir, JOURNAL_FILE);
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace(`"pid":${process.pid}`, `"pid":${NO_PROCESS}`));

    await start();
    expect(await readFile(join(folder.dir, 'bridge.md'), 'utf8')).toBe(before);
    expect((await readdir(folder.dir)).sort()).toEqual(Object.keys(LANTERN_CORPUS).sort());
  });
});
