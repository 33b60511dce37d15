import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord, LocalMember } from '../support/local-discord/index.js';
import { LANTERN_CORPUS, writeLongArticle } from '../support/lantern-corpus.js';
import { reloadAnyway } from '../support/reload-anyway.js';
import { stageNukuu } from '../support/stage-nukuu.js';
import { awaitReport, makeCorpusFolder, type CorpusFolder } from '../support/start-nukuu.js';

const stage = stageNukuu({ files: LANTERN_CORPUS });
let discord: LocalDiscord;
let folder: CorpusFolder;
let manager: LocalMember;

beforeAll(() => {
  ({ discord, folder } = stage);
  manager = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
});

async function runCorpus(subcommand: string, options = {}, member = manager): Promise<string> {
  const response = await discord.slash(member, 'corpus', options, { subcommand, overridePermissions: true });
  expect(response.ephemeral).toBe(true);
  return (await awaitReport(discord, response)).text;
}

async function ask(question: string): Promise<string> {
  return (await discord.slash(discord.member(), 'ask', { question })).message.text;
}

describe('/corpus', () => {
  it('is offered only to members with Manage Server', async () => {
    await expect(discord.slash(discord.member(), 'corpus', {}, { subcommand: 'status' })).rejects.toThrow();
  });

  it('refuses other members though a server offers it to them', async () => {
    expect(await runCorpus('status', {}, discord.member())).toBe('This needs the permission Manage Server.');
    expect(await runCorpus('reload', {}, discord.member())).toBe('This needs the permission Manage Server.');
  });

  it('shows what is loaded', async () => {
    const text = await runCorpus('status');
    expect(text).toMatch(/^Corpus [0-9a-f]{7} · 3 articles · Nov 2022 – 6 Mar 2023 · 7 passages$/mu);
    expect(text).toContain('1 of them undated');
    expect(text).toContain('Outlets: Coast Gazette (2), Daily Lantern (1)');
    expect(text).toMatch(/^Loaded <t:\d+:R>$/mu);
  });
});

describe('/corpus reload', () => {
  it('says so when nothing has changed', async () => {
    expect(await runCorpus('reload')).toMatch(
      /^Reloaded\.\nNo article has changed\.\n-# Corpus [0-9a-f]{7} · 3 articles$/u,
    );
  });

  it('previews without changing anything, then shows the same and swaps', async () => {
    await folder.write('rain.md', '---\ntitle: Rain returns\n---\n\nRain returned to Makueni on Sunday.\n');
    await folder.write('bridge.md', (LANTERN_CORPUS['bridge.md'] ?? '').replace('40 million', '45 million'));
    await folder.remove('soko.md');
    const changes = [
      'Added: 1',
      '• rain · Rain returns',
      'Changed: 1',
      '• bridge · Bridge opens over the Athi',
      'Removed: 1',
      '• soko · Maandamano sokoni',
    ].join('\n');

    const preview = await runCorpus('reload', { preview: true });
    expect(preview).toContain('This is what a reload would change. Nothing has changed yet.');
    expect(preview).toContain(changes);
    expect(await ask('When did rain return to Makueni?')).toContain('I found nothing');

    const held = await discord.slash(manager, 'corpus', {}, { subcommand: 'reload' });
    const message = await awaitReport(discord, held);
    expect(message.text).toContain('Nothing has changed yet: something would be lost.');
    expect(message.text).toContain(changes);
    expect(await ask('When did rain return to Makueni?')).toContain('I found nothing');

    await discord.press(manager, message, 'Confirm');
    await discord.waitFor(() => message.text.startsWith('Reloaded.'), { what: 'the report' });
    const reload = message.text;
    expect(reload).toContain(changes);
    expect(reload).toMatch(/Corpus [0-9a-f]{7} → [0-9a-f]{7} · 3 articles/u);
    expect(await ask('When did rain return to Makueni?')).toContain('Rain returned to Makueni on Sunday.');
    expect(await ask('What did the bridge cost?')).toContain('45 million shillings');
  });

  it('keeps the last good version of a file that has gone bad, and says why', async () => {
    await folder.write('rain.md', '---\ntitle: [broken\n---\n\nRain.\n');
    const reload = await runCorpus('reload');
    expect(reload).toMatch(/1 problem\n• rain\.md, line \d+: .+ What could be read before stays\./u);
    expect(await ask('When did rain return to Makueni?')).toContain('Rain returned to Makueni on Sunday.');
  });

  it('says that the glossary changed, and keeps its last good version', async () => {
    await folder.write('glossary.yaml', '- en: [bridge]\n  sw: [daraja, madaraja]\n');
    const added = await runCorpus('reload');
    expect(added).toMatch(/^Reloaded\.\nThe glossary changed\.\n/u);
    expect(added).not.toContain('No article has changed.');
    const revision = /Corpus [0-9a-f]{7} → ([0-9a-f]{7}) /u.exec(added)?.[1] ?? '';
    expect(revision).not.toBe('');

    await folder.write('glossary.yaml', '- en: [bridge\n');
    const kept = await runCorpus('reload');
    expect(kept).toContain('No article has changed.');
    expect(kept).toMatch(/• glossary\.yaml, line 2: .+ What could be read before stays\./u);
    expect(kept).toContain(`-# Corpus ${revision} · 3 articles`);

    await folder.remove('glossary.yaml');
    expect(await runCorpus('reload')).toMatch(/\nThe glossary changed\.\n/u);
  });

  it('puts a report too long for a message into a file', async () => {
    for (let i = 0; i < 120; i += 1)
      await folder.write(`bad-${i}.md`, `---\npublished: never\n---\n\nText ${i}.\n`);
    const response = await discord.slash(manager, 'corpus', {}, { subcommand: 'reload' });
    const message = await awaitReport(discord, response);
    expect(message.text).toMatch(/… and \d+ more lines; the file has them all\./u);
    expect(message.attachments).toHaveLength(1);
    expect(message.attachments[0]?.text).toContain('bad-119.md');
    for (let i = 0; i < 120; i += 1) await folder.remove(`bad-${i}.md`);
  });

  it('runs once at a time, and questions are answered meanwhile', async () => {
    await folder.write('dam.md', writeLongArticle(4000));
    const reload = () => discord.slash(manager, 'corpus', {}, { subcommand: 'reload' });
    // Both at once, so that the second never comes after the end of the first.
    const [first, second] = await Promise.all([reload(), reload()]);
    expect(await ask('What did the bridge cost?')).toContain('45 million shillings');
    expect((await second.settled()).text).toBe('A reload is already running. Please wait for it to end.');
    expect((await awaitReport(discord, first)).text).toContain('• dam · Dam inquiry in full');
    await folder.remove('dam.md');
  });

  it('keeps what was loaded when it fails', async () => {
    const empty = await makeCorpusFolder();
    for (const file of ['bridge.md', 'ferry.md', 'rain.md']) await folder.remove(file);
    expect(await runCorpus('reload')).toMatch(
      /^\*\*The reload failed\. What was loaded before still answers\.\*\*\nThere is no article to answer from\./u,
    );
    expect(await ask('What did the bridge cost?')).toContain('45 million shillings');
    await empty.dispose();
  });
});

describe('old buttons after a reload', () => {
  const CHANGED = 'A passage of this answer has changed since it was shown. Please ask again.';

  it('say that a passage has changed, and that a question is asked anew', async () => {
    await folder.write('ferry.md', LANTERN_CORPUS['ferry.md'] ?? '');
    await folder.write('bridge.md', LANTERN_CORPUS['bridge.md'] ?? '');
    await reloadAnyway(discord, manager);
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: 'bridge Athi ferry', results: 1 });
    const own = await discord.slash(asker, 'ask', { question: 'bridge Athi ferry', private: true });
    await folder.write('bridge.md', (LANTERN_CORPUS['bridge.md'] ?? '').replaceAll('bridge', 'big bridge'));
    await folder.write('ferry.md', (LANTERN_CORPUS['ferry.md'] ?? '').replaceAll('ferry', 'old ferry'));
    await reloadAnyway(discord, manager);

    const context = await discord.press(asker, message, 'Context 1');
    const [first, ...difference] = context.message.text.split('\n');
    expect(first).toBe(CHANGED);
    expect(difference).toEqual([
      'What is struck is gone, what is bold is new:',
      expect.stringMatching(/^> .+ \*\*big\*\* bridge/u),
      expect.stringMatching(/^-# \[1\] Daily Lantern · /u),
    ]);
    await discord.press(asker, message, 'More');
    expect(message.text).toMatch(/so it is asked anew\.$/u);
    const share = await discord.press(asker, own.message, 'Share');
    expect(share.message.text).toContain(CHANGED);
    expect(share.followups).toEqual([]);
  });

  it('say under a context that the paragraphs around may have changed', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', {
      question: 'Which second bridge for Kibwezi?',
      results: 1,
    });
    await folder.write('rain.md', '---\ntitle: Rain\n---\n\nRain.\n');
    await reloadAnyway(discord, manager);
    await discord.press(asker, message, 'Context 1');
    expect(message.text).toMatch(
      /\n-# ↻ The articles have changed since this was asked \([0-9a-f]{7} → [0-9a-f]{7}\)/u,
    );
    await discord.press(asker, message, 'Fold 1');
    expect(message.text.match(/↻/gu)).toHaveLength(1);
  });

  it('leave an article that is gone where it was shown', async () => {
    const asker = discord.member();
    await folder.write('dam.md', writeLongArticle(12));
    await reloadAnyway(discord, manager);
    const { message } = await discord.slash(asker, 'source', { article: 'dam' });
    const before = message.text;
    await folder.remove('dam.md');
    await reloadAnyway(discord, manager);
    const pressed = await discord.press(asker, message, 'Next');
    expect(pressed.message.text).toBe('This article is no longer among the articles.');
    expect(pressed.ephemeral).toBe(true);
    expect(message.text).toBe(before);
  });

  it('say so when nothing is left to turn to', async () => {
    const asker = discord.member();
    await folder.write('dam.md', writeLongArticle(12));
    await reloadAnyway(discord, manager);
    const { message } = await discord.slash(asker, 'ask', {
      question: 'dam inquiry Masinga evidence',
      results: 1,
    });
    await folder.write('dam.md', writeLongArticle(1));
    await reloadAnyway(discord, manager);
    const pressed = await discord.press(asker, message, 'More');
    expect(pressed.ephemeral).toBe(true);
    expect(pressed.message.text).toBe('There are no more passages for this question.');
  });
});
