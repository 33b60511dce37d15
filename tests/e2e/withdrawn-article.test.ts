import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS, writeLongArticle } from '../support/lantern-corpus.js';
import { startLocalDiscord, type LocalDiscord, type LocalMember } from '../support/local-discord/index.js';
import { makeReadyCorpus } from '../support/ready-corpus.js';
import { awaitReport, joinDiscord, type CorpusFolder, type Nukuu } from '../support/start-nukuu.js';

const MARK = 'withdrawn:\n  on: 2026-11-22\n  reason: The outlet took it back.\n';
const BRIDGE = LANTERN_CORPUS['bridge.md'] ?? '';
const DAM = writeLongArticle(12);
const QUESTION = 'What did the bridge over the Athi cost?';
const say = (title: string): string =>
  `"${title}" was withdrawn on 22 Nov 2026 and is no longer quoted. The reason: The outlet took it back.`;
const BRIDGE_WITHDRAWN = say('Bridge opens over the Athi');

let discord: LocalDiscord;
let folder: CorpusFolder;
let dataDir: string;
let nukuu: Nukuu;
let manager: LocalMember;
let asker: LocalMember;

beforeAll(async () => {
  discord = await startLocalDiscord();
  const ready = await makeReadyCorpus({ ...LANTERN_CORPUS, 'dam.md': DAM });
  folder = ready;
  dataDir = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
  await ready.leaveSnapshot(dataDir);
  nukuu = await joinDiscord(discord, folder.dir, { DATA_DIR: dataDir });
  await nukuu.checked();
  manager = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
  asker = discord.member();
});

afterEach(() => {
  expect(discord.violations).toEqual([]);
});

afterAll(async () => {
  await nukuu.stop();
  await discord.close();
  await folder.dispose();
  await rm(dataDir, { recursive: true });
});

async function runCorpus(subcommand: 'reload' | 'status'): Promise<string> {
  return (await awaitReport(discord, await discord.slash(manager, 'corpus', {}, { subcommand }))).text;
}

const withdraw = (file: string, text: string): Promise<void> =>
  folder.write(file, text.replace('---\n', `---\n${MARK}`));

const ask = (options = {}) => discord.slash(asker, 'ask', { question: QUESTION, ...options });

describe('an article that is withdrawn by its file', () => {
  it('is told of wherever it was shown, and quoted no more', async () => {
    const shown = (await ask({ results: 1 })).message;
    const own = (await ask({ results: 1, private: true })).message;
    const several = (await ask({ outlet: 'Daily Lantern', results: 5 })).message;
    const page = (await discord.slash(asker, 'source', { article: 'dam' })).message;
    expect(shown.text).toContain('40 million shillings');

    await withdraw('bridge.md', BRIDGE);
    await withdraw('dam.md', DAM);
    const report = await runCorpus('reload');
    expect(report).toContain(
      [
        'Withdrawn: 2',
        '• bridge · Bridge opens over the Athi: The outlet took it back.',
        '• dam · Dam inquiry in full: The outlet took it back.',
      ].join('\n'),
    );
    expect(report).not.toContain('Removed');
    const status = await runCorpus('status');
    expect(status).toMatch(/^Corpus [0-9a-f]{7} · 2 articles · Nov 2022 · 3 passages$/mu);
    expect(status).toContain('2 more are withdrawn\nOutlets: Coast Gazette (2)');

    const before = shown.text;
    for (const [message, button] of [
      [shown, 'Context 1'],
      [shown, 'Why'],
      [own, 'Share'],
      [own, 'Why'],
      [several, 'Context 1'],
      [several, 'Why'],
    ] as const) {
      const pressed = await discord.press(asker, message, button);
      expect(pressed.message.text).toMatch(/^"(?:Bridge|Dam) .* was withdrawn on 22 Nov 2026 and/u);
      expect([pressed.ephemeral, pressed.followups]).toEqual([true, []]);
    }
    expect((await discord.press(asker, shown, 'Context 1')).message.text).toBe(BRIDGE_WITHDRAWN);
    expect((await discord.press(asker, page, 'Next')).message.text).toBe(say('Dam inquiry in full'));
    expect(shown.text).toBe(before);

    for (const article of ['bridge', 'bridge#2', 'Bridge opens over the Athi']) {
      expect((await discord.slash(asker, 'source', { article })).message.text).toBe(BRIDGE_WITHDRAWN);
    }
    expect((await ask()).message.text).not.toMatch(/40 million|Bridge opens/u);
    expect((await ask({ outlet: 'Daily Lantern' })).message.text).toContain('No article is from');
    const suggested = await discord.autocomplete(asker, 'source', 'article', 'bridge');
    expect(suggested).toEqual([]);
    expect((await discord.slash(asker, 'help')).message.text).not.toContain('Bridge opens');
  });

  it('is told of under Why beside passages that are still quoted', async () => {
    await folder.write('bridge.md', BRIDGE);
    await runCorpus('reload');
    const { message } = await discord.slash(asker, 'ask', { question: 'ferry on the Athi', results: 5 });
    expect(message.text).toContain('Coast Gazette');
    expect(message.text).toContain('Daily Lantern');
    await withdraw('bridge.md', BRIDGE);
    await runCorpus('reload');
    const why = (await discord.press(asker, message, 'Why')).message.text;
    expect(why).toMatch(
      /\[\d\\?\] is from an article that was withdrawn on 22 Nov 2026: The outlet took it back\./u,
    );
    expect(why).toMatch(/\[\d\] scored/u);
  });

  it('stays withdrawn when its file goes bad', async () => {
    await folder.write('bridge.md', '---\nwithdrawn: [\n---\nThe bridge over the Athi cost 40 million.\n');
    expect(await runCorpus('reload')).toMatch(
      /• bridge\.md, line \d+: .+ What could be read before stays\./u,
    );
    expect((await discord.slash(asker, 'source', { article: 'bridge' })).message.text).toBe(BRIDGE_WITHDRAWN);
  });

  it('is quoted again when its mark is taken out', async () => {
    await folder.write('bridge.md', BRIDGE);
    expect(await runCorpus('reload')).toContain('Restored: 1\n• bridge · Bridge opens over the Athi');
    expect((await ask()).message.text).toContain('40 million shillings');
  });

  it('can be the last one: nothing is quoted then', async () => {
    for (const [file, text] of Object.entries(LANTERN_CORPUS)) await withdraw(file, text);
    expect(await runCorpus('reload')).toMatch(/Corpus [0-9a-f]{7} → [0-9a-f]{7} · 0 articles/u);
    expect((await ask()).message.text).toContain('No article matches these filters.');
    expect(await runCorpus('status')).toContain('4 more are withdrawn');
    expect((await discord.slash(asker, 'help')).message.text).toContain('0 articles');
  });
});
