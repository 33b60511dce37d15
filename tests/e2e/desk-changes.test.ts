import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import type { LiveMessage, LocalDiscord, LocalMember, OptionValues } from '../support/local-discord/index.js';
import { stageNukuu } from '../support/stage-nukuu.js';
import { awaitReport } from '../support/start-nukuu.js';

const HOME = '800000000000000001';
const ENV = { HOME_GUILD_ID: HOME };
const stage = stageNukuu({ files: LANTERN_CORPUS, env: ENV, discord: { guilds: [{ id: HOME }] } });
let discord: LocalDiscord;
let moderator: LocalMember;
let auditChannelId = '';
let env: Readonly<Record<string, string>> = ENV;

beforeAll(async () => {
  ({ discord } = stage);
  moderator = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
  auditChannelId = discord.channel({ name: 'audit' }).id;
  env = { ...ENV, AUDIT_CHANNEL_ID: auditChannelId };
  await stage.restart(env);
});

async function run(subcommand: string, options: OptionValues = {}, member = moderator): Promise<LiveMessage> {
  return awaitReport(discord, await discord.slash(member, 'corpus', options, { subcommand }));
}

/** Presses, and waits until the message reads like that. */
async function press(message: LiveMessage, button: string, expected: RegExp): Promise<void> {
  await discord.press(moderator, message, button);
  await discord.waitFor(() => expected.test(message.text), { what: `${String(expected)} after ${button}` });
}

async function ask(question: string): Promise<LiveMessage> {
  return (await discord.slash(discord.member(), 'ask', { question })).message;
}

const read = (file: string): Promise<string> => readFile(join(stage.folder.dir, file), 'utf8');

const DAM = 'Dam bursts at Masinga\n\nThe dam at Masinga burst on Tuesday night. Nobody was hurt.\n';

describe('articles from Discord', () => {
  let first = '';

  it('are added from a file, once they are confirmed after a restart', async () => {
    first = /Corpus ([0-9a-f]{7})/u.exec((await run('status')).text)?.[1] ?? '';
    const message = await run('add', { file: { name: 'dam.txt', content: DAM, contentType: 'text/plain' } });
    expect(message.text).toContain('Headline: Dam bursts at Masinga\n');
    expect(message.text).toContain('> The dam at Masinga burst on Tuesday night.');

    const opened = await discord.press(moderator, message, 'Change details');
    await discord.submitModal(moderator, opened, { Outlet: 'Daily Lantern', Date: '2023-05-02' });
    await discord.waitFor(() => message.text.includes('Outlet: Daily Lantern'), { what: 'the preview' });

    await stage.restart(env);
    await press(message, 'Add', /^Done\.\nAdded: 1\n/u);
    const answer = await ask('When did the dam at Masinga burst?');
    expect(answer.text).toContain('**The dam at Masinga burst on Tuesday night.**');
    expect(answer.text).toContain('Daily Lantern · 2 May 2023');
  });

  it('are pasted into a form, and said to repeat what is there', async () => {
    const opened = await discord.slash(moderator, 'corpus', {}, { subcommand: 'add' });
    const sent = await discord.submitModal(moderator, opened, { part1: DAM });
    const message = await sent.settled();
    expect(message.text).toMatch(/It repeats:\n- .+Dam bursts at Masinga · 100 % of the text alike/u);
    await press(message, 'Cancel', /^Cancelled\./u);
  });

  it.each([
    ['http://127.0.0.1/', 'That address leads into a private network, so I do not open it.'],
    ['ftp://lantern.example/', 'I open only addresses that begin with https:// or http://.'],
  ])('are not fetched from %s', async (link, sentence) => {
    expect((await run('add', { link })).text.replaceAll('\\', '')).toBe(sentence);
  });

  it('are edited in their front matter', async () => {
    const opened = await discord.slash(moderator, 'corpus', { article: 'ferry' }, { subcommand: 'edit' });
    const yaml = String(opened.fields[0]?.initial);
    expect(yaml).toContain('outlet: Coast Gazette');

    const wrong = await discord.submitModal(moderator, opened, { yaml: `${yaml}\npublished: never` });
    const message = await wrong.settled();
    expect(message.text).toMatch(/^That cannot be saved, so nothing has changed\./u);
    const again = await discord.press(moderator, message, 'Open the form again');
    expect(again.fields[0]?.initial).toBe(`${yaml}\npublished: never`);
    await discord.submitModal(moderator, again, { yaml: yaml.replace('Coast Gazette', 'Coast Herald') });
    await discord.waitFor(() => message.text.startsWith('Done.'), { what: 'the report' });
    expect(await read('ferry.md')).toBe(
      (LANTERN_CORPUS['ferry.md'] ?? '').replace('Coast Gazette', 'Coast Herald'),
    );
  });

  it('are withdrawn at once, and struck from the answers that quoted them', async () => {
    const answer = await ask('How many did fishermen rescue from the ferry?');
    expect(answer.text).toContain('Fishermen rescued 12 people');
    const message = await run('withdraw', { article: 'ferry', reason: 'The outlet took it back.' });
    expect(message.text).toContain('Withdrawn: 1\n');
    expect(message.text).toContain(answer.url);
    expect((await ask('How many did fishermen rescue from the ferry?')).text).not.toContain('rescued 12');

    await stage.restart(env);
    await press(message, 'Strike the quotes', /^Answers whose quotes were struck: 1/u);
    expect(answer.text).not.toContain('rescued 12');
    expect(answer.text).toMatch(
      /^\*\*Withdrawn on .+: The outlet took it back\.\*\*\n-# \[1\] Coast Herald/mu,
    );
  });

  it('stay withdrawn when moderators go back, and can be restored', async () => {
    const message = await run('rollback', { revision: first });
    expect(message.text).toMatch(/^This is what would change\. Nothing has changed yet\./u);
    expect(message.text).toContain('Removed: 1\n');
    await press(message, 'Confirm', /^Done\./u);
    expect((await ask('When did the dam at Masinga burst?')).text).not.toContain('Tuesday night');
    expect(await read('ferry.md')).toContain('withdrawn:');

    const use = { subcommand: 'restore' };
    const choices = await discord.autocomplete(moderator, 'corpus', 'article', 'ferry', {}, use);
    expect(choices.map(({ value }) => value)).toEqual(['ferry']);
    expect((await run('restore', { article: 'ferry' })).text).toContain('Restored: 1\n');
    expect(await read('ferry.md')).toBe(LANTERN_CORPUS['ferry.md']);
  });

  it('come back when moderators go back from going back', async () => {
    const history = await run('history');
    expect(history.text).toMatch(/Went back · <@\d+>/u);
    const added = /\*\*#(\d+)\*\* · [0-9a-f]{7} · Article added/u.exec(history.text)?.[1] ?? '';
    const message = await run('rollback', { revision: added });
    await press(message, 'Confirm', /^Done\./u);
    expect((await ask('When did the dam at Masinga burst?')).text).toContain('Tuesday night');
  });

  it('are kept while a pinned question would be lost', async () => {
    await run('pin', { question: 'What did the bridge over the Athi cost?', article: 'bridge' });
    await stage.folder.write(
      'bridge.md',
      '---\ntitle: Nothing of note\n---\n\nThe county said nothing on Monday morning.\n',
    );
    const message = await run('reload');
    expect(message.text).toContain('Pinned questions lost: 1\n');
    expect((await ask('What did the bridge over the Athi cost?')).text).toContain('40 million');
    await stage.folder.write('bridge.md', LANTERN_CORPUS['bridge.md'] ?? '');
    await press(message, 'Confirm', /^The articles have changed since this was shown/u);
  });

  it('are told of in the audit channel and in the log, in their order', async () => {
    const actions = [
      'Article added',
      'Article edited',
      'Article withdrawn',
      'Quotes struck',
      'Went back',
      'Article restored',
      'Went back',
      'Question pinned',
    ];
    const named = (text: string): string[] =>
      [...text.matchAll(/^\*\*(.+?)\*\* · /gmu)].map(([, name = '']) => name);
    const posts = discord.messages(auditChannelId);
    expect(posts.flatMap(({ text }) => named(text)).filter((name) => name !== 'Started')).toEqual(actions);
    expect(posts.flatMap(({ pings }) => pings)).toEqual([]);
    const log = named((await run('log')).text).filter((name) => name !== 'Started');
    expect(log).toEqual(actions.reverse().slice(0, log.length));
  });
});

describe('moderators', () => {
  it('are members with a moderators’ role, too', async () => {
    const role = discord.role({ name: 'Desk' });
    await stage.restart({ ...env, MODERATOR_ROLE_IDS: role.id });
    const helper = discord.member({ permissions: ['ViewChannel'], roles: [role.id] });
    expect((await run('pins', {}, helper)).text).toMatch(/^\*\*Pinned questions: 1\*\*/u);
    const stranger = discord.member({ permissions: ['ViewChannel'] });
    expect((await run('pins', {}, stranger)).text).toMatch(/^Only moderators can do this/u);
  });

  it('have only status and reload without a home server', async () => {
    await stage.restart({});
    expect((await run('status')).text).toMatch(/^Corpus /u);
    await expect(run('pins')).rejects.toThrow();
  });

  it('are told that nothing can be confirmed while the database is broken', async () => {
    const broken = `${stage.folder.dir}-broken.db`;
    await writeFile(broken, 'This is no database. '.repeat(200));
    await stage.restart({ ...ENV, DATABASE_URL: `file:${broken}` });
    const message = await run('reload');
    expect(message.text).toContain('The pinned questions could not be read');
    expect(message.text).toContain('My database cannot keep this right now, so it cannot be confirmed.');
    expect(message.buttons).toEqual([]);
    expect((await run('log')).text).toMatch(/^My database cannot be used right now/u);
    const withdrawn = await run('withdraw', { article: 'bridge', reason: 'False.' });
    expect(withdrawn.text).toContain('Withdrawn: 1\n');
    expect(withdrawn.text).toContain('But this could not be written to the audit log.');
    expect(withdrawn.text).toContain('Which public answers quoted it cannot be read right now.');
    await rm(broken);
  });
});
