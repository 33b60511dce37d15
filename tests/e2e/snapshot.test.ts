import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord, type LocalMember } from '../support/local-discord/index.js';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import { CHANGED_AT_S, makeReadyCorpus, type ReadyCorpus } from '../support/ready-corpus.js';
import { awaitReport, joinDiscord, type Nukuu } from '../support/start-nukuu.js';

const QUESTION = 'What did the bridge cost?';

let discord: LocalDiscord;
let asker: LocalMember;
let folder: ReadyCorpus;
let base: string;
let dataDir: string;
let running: Nukuu[] = [];

beforeAll(async () => {
  discord = await startLocalDiscord();
  asker = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
});

beforeEach(async () => {
  folder = await makeReadyCorpus(LANTERN_CORPUS);
  base = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
  dataDir = join(base, 'made', 'anew');
});

afterEach(async () => {
  for (const nukuu of running) await nukuu.stop();
  running = [];
  await folder.dispose();
  await rm(base, { recursive: true });
});

afterAll(() => discord.close());

async function start(): Promise<Nukuu> {
  const nukuu = await joinDiscord(discord, folder.dir, { DATA_DIR: dataDir });
  running.push(nukuu);
  return nukuu;
}

function changeMiddle(bytes: Buffer): Buffer {
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return bytes;
}

const ask = async (): Promise<string> =>
  (await discord.slash(asker, 'ask', { question: QUESTION })).message.text;

const cheaper = (LANTERN_CORPUS['bridge.md'] ?? '').replace('40 million', '35 million');

describe('a snapshot', () => {
  it('is what the bot starts from after a restart, with the same answers', async () => {
    const first = await start();
    expect(await first.logged('corpus loaded')).toMatchObject({ startedFrom: 'files' });
    await first.logged('snapshot written');
    const before = await ask();
    await first.stop();
    expect(await readdir(dataDir)).toContainEqual(expect.stringMatching(/^snapshot-[0-9a-f]{8}\.nukuu$/u));

    const second = await start();
    expect(await second.logged('corpus loaded')).toMatchObject({ startedFrom: 'snapshot', articles: 3 });
    expect(await ask()).toBe(before);
    await second.logged('the articles are those of the snapshot');
  });

  it('tells what could not be read', async () => {
    await folder.write('bad.md', '---\npublished: never\n---\n\nText.\n');
    const first = await start();
    await first.logged('snapshot written');
    await first.stop();
    await start();
    const { message } = await discord.slash(asker, 'corpus', {}, { subcommand: 'status' });
    expect(message.text).toContain('1 problem\n• bad.md, line 2:');
  });

  it('is not used when a file has been touched', async () => {
    await folder.leaveSnapshot(dataDir);
    await utimes(join(folder.dir, 'bridge.md'), new Date(), new Date('2030-01-01'));
    const nukuu = await start();
    expect(await nukuu.logged('the snapshot is not used')).toMatchObject({
      reason: 'the files have changed',
    });
    expect(await nukuu.logged('corpus loaded')).toMatchObject({ startedFrom: 'files' });
  });

  it('is found out after the first answer when a file has changed and its size and time have not', async () => {
    const bridge = join(folder.dir, 'bridge.md');
    await folder.leaveSnapshot(dataDir);
    await writeFile(bridge, cheaper);
    await utimes(bridge, CHANGED_AT_S, CHANGED_AT_S);

    const nukuu = await start();
    expect(await nukuu.logged('corpus loaded')).toMatchObject({ startedFrom: 'snapshot' });
    const answer = await ask();
    // A machine that is slow enough finds it out before the question comes.
    const isAnew = nukuu.log().some(({ msg }) => msg === 'corpus rebuilt');
    expect(answer).toMatch(isAnew ? /40 million|35 million/u : /40 million/u);
    expect(
      await nukuu.logged('articles have changed though their size and time have not; they are read again'),
    ).toMatchObject({ files: ['bridge.md'], count: 1 });
    await nukuu.logged('corpus rebuilt');
    expect(await ask()).toContain('35 million');
    await nukuu.logged('snapshot written');
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['has a byte changed', changeMiddle, 'its checksum is wrong'],
    ['is cut short', (bytes) => bytes.subarray(0, -100), 'it is cut short, or something follows its end'],
    ['is empty', () => Buffer.alloc(0), 'it is no snapshot, or only the beginning of one'],
  ])('is built anew when it %s', async (_name, spoil, reason) => {
    const file = await folder.leaveSnapshot(dataDir);
    await writeFile(file, spoil(await readFile(file)));
    const nukuu = await start();
    expect(await nukuu.logged('the snapshot is not used')).toMatchObject({ reason });
    expect(await ask()).toContain('40 million');
    await nukuu.logged('snapshot written');
    await nukuu.stop();
    expect(await (await start()).logged('corpus loaded')).toMatchObject({ startedFrom: 'snapshot' });
  });

  it('is written by a reload, and not by a preview', async () => {
    await folder.leaveSnapshot(dataDir);
    const reload = async (preview: boolean): Promise<void> => {
      const response = await discord.slash(asker, 'corpus', { preview }, { subcommand: 'reload' });
      await awaitReport(discord, response);
    };
    const nukuu = await start();
    await nukuu.checked();
    await folder.write('bridge.md', `${cheaper}\nIt was painted red.\n`);
    await reload(true);
    expect(nukuu.log().map(({ msg }) => msg)).not.toContain('snapshot written');
    await reload(false);
    await nukuu.logged('snapshot written');
    await nukuu.stop();
    await start();
    expect(await ask()).toContain('35 million');
  });

  it('costs no answer when it cannot be written', async () => {
    dataDir = join(folder.dir, 'bridge.md', 'data');
    const nukuu = await start();
    const warnings = [
      'the database cannot be opened; answers go on without it',
      'the files of this corpus could not be kept, so nobody can go back to it: check that DATA_DIR can be written and has room',
      'the snapshot could not be written, so the next start reads every article again: check that DATA_DIR can be written and has room',
    ];
    const [database, archive, snapshot] = await Promise.all(warnings.map((each) => nukuu.logged(each)));
    expect(database).toMatchObject({ level: 50, err: { code: 'STATE_UNAVAILABLE' } });
    expect(archive).toMatchObject({ level: 40, reason: 'ENOTDIR' });
    expect(snapshot).toMatchObject({ level: 40, reason: 'ENOTDIR' });
    expect(await ask()).toContain('40 million');
    const unkept = [
      'the history of the corpus could not be written',
      'the settings of a server cannot be read',
      'what was asked or voted could not be kept',
    ];
    for (const line of await Promise.all(unkept.map((each) => nukuu.logged(each)))) {
      expect(line).toMatchObject({ level: 50, err: { code: 'STATE_UNAVAILABLE' } });
    }
    const told = nukuu.log().filter(({ level }) => level >= 40);
    expect(told.map(({ msg }) => msg).sort()).toEqual([...warnings, ...unkept].sort());
  });
});
