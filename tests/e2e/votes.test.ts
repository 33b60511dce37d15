import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { LiveMessage, LocalMember } from '../support/local-discord/index.js';
import { LANTERN_CORPUS, writeLongArticle } from '../support/lantern-corpus.js';
import { PATIENT } from '../support/patience.js';
import { stageNukuu } from '../support/stage-nukuu.js';
import { placeDatabase } from '../support/temporary-database.js';

const FILES = { ...LANTERN_CORPUS, 'dam.md': writeLongArticle(12) };
const UP = 'Your vote for this answer counts. Press the other button to change it.';

const hasVotes = ({ buttons }: LiveMessage): boolean => buttons.some(({ emoji }) => emoji === '👎');

describe('votes', () => {
  const place = placeDatabase();
  const stage = stageNukuu({ files: FILES, env: { DATABASE_URL: place.url } });
  afterAll(() => {
    place.remove();
  });

  const ask = async (asker: LocalMember, options = {}): Promise<LiveMessage> =>
    (await stage.discord.slash(asker, 'ask', { question: 'What did the bridge cost?', ...options })).message;

  /** Who voted and how, in the order of the voters given: `up`, the reason of a vote down, or `down`. */
  const listVotes = async ({ id }: LiveMessage, ...voters: readonly LocalMember[]) => {
    const rows = await place.query(
      `SELECT voter_id, iif(is_up, 'up', coalesce(reason, 'down')) AS vote FROM votes WHERE message_id = '${id}'`,
    );
    expect(rows).toHaveLength(voters.length);
    return voters.map(({ id: voterId }) => rows.find((row) => row['voter_id'] === voterId)?.['vote']);
  };

  const listGaps = ({ id }: LiveMessage) =>
    place.query(`SELECT member_id, question, cause FROM gaps WHERE message_id = '${id}'`);

  it('stand in one row below a public answer, or in one of their own where pages go back', async () => {
    const asker = stage.discord.member();
    const message = await ask(asker, { question: 'dam inquiry at Masinga', results: 2 });
    const sizes = (): number[] =>
      message.components.flatMap((part) =>
        Array.isArray(part['components']) ? part['components'].length : [],
      );
    expect(sizes()).toEqual([2, 5]);
    await stage.discord.press(asker, message, 'More');
    expect(sizes()).toEqual([2, 4, 2]);
    await stage.discord.press(asker, message, (button) => button.label.startsWith('Context'));
    expect(hasVotes(message)).toBe(true);
  });

  it('are not offered on private answers, in direct messages, or where nothing was found', async () => {
    const alone = stage.discord.member({ guildId: null });
    const refused = { question: 'Which astronaut orbited Jupiter?' };
    const messages = [
      await ask(stage.discord.member(), { private: true }),
      await ask(alone),
      await ask(stage.discord.member(), refused),
    ];
    expect(messages.map(hasVotes)).toEqual([false, false, false]);
  });

  it('count up at once, told to the voter alone, the asker too', async () => {
    const asker = stage.discord.member();
    const message = await ask(asker);
    const before = message.text;
    const pressed = await stage.discord.press(asker, message, '👍');
    expect(pressed.ephemeral).toBe(true);
    expect(pressed.message.text).toBe(UP);
    expect(await listVotes(message, asker)).toEqual(['up']);
    expect(message.text).toBe(before);
    expect(message.edits).toBe(0);
  });

  it('count down though the form is left, and take its reason when it is sent', async () => {
    const voter = stage.discord.member();
    const message = await ask(stage.discord.member());
    const opened = await stage.discord.press(voter, message, '👎');
    expect(opened.modal).toMatchObject({ title: 'What is wrong with this answer?' });
    expect(await listVotes(message, voter)).toEqual(['down']);

    const sent = await stage.discord.submitModal(voter, opened, { Reason: 'wrong-paragraph' });
    expect(sent.ephemeral).toBe(true);
    expect(sent.message.text).toMatch(/^Your vote against this answer counts, and its reason is kept\./u);
    expect(await listVotes(message, voter)).toEqual(['wrong-paragraph']);
  });

  it('are one a member, changed by another press', async () => {
    const [one, other] = [stage.discord.member(), stage.discord.member()];
    const message = await ask(stage.discord.member());
    const opened = await stage.discord.press(one, message, '👎');
    await stage.discord.submitModal(one, opened, { Reason: 'other' });
    await stage.discord.press(other, message, '👎');
    await stage.discord.press(one, message, '👍');
    await stage.discord.press(one, message, '👍');
    expect(await listVotes(message, one, other)).toEqual(['up', 'down']);
  });

  it('down leave one gap, of the member who asked, until nobody votes down', async () => {
    const asker = stage.discord.member();
    const voters = [stage.discord.member(), stage.discord.member()] as const;
    const message = await ask(asker);
    for (const voter of voters) await stage.discord.press(voter, message, '👎');
    const gap = { member_id: asker.id, question: 'What did the bridge cost?', cause: 'voted-down' };
    await vi.waitFor(async () => {
      expect(await listGaps(message)).toMatchObject([gap]);
    }, PATIENT);
    await stage.discord.press(voters[0], message, '👍');
    await stage.restart();
    expect(await listGaps(message)).toMatchObject([gap]);
    await stage.discord.press(voters[1], message, '👍');
    await vi.waitFor(async () => {
      expect(await listGaps(message)).toEqual([]);
    }, PATIENT);
  });

  it('are taken on a shared answer', async () => {
    const asker = stage.discord.member();
    const message = await ask(asker, { private: true });
    const shared = await (await stage.discord.press(asker, message, 'Share')).followup();
    const voter = stage.discord.member();
    await stage.discord.press(voter, shared, '👍');
    expect(await listVotes(shared, voter)).toEqual(['up']);
  });

  it('are taken after a restart, and of an answer that is not kept the message tells', async () => {
    const asker = stage.discord.member();
    const message = await ask(asker);
    const opened = await stage.discord.press(asker, message, '👎');
    await stage.restart();
    const row = `FROM answers WHERE message_id = '${message.id}'`;
    const [kept] = await place.query(`SELECT asker_id, question, handles, revision, channel_id ${row}`);
    expect(kept).toMatchObject({ asker_id: asker.id, channel_id: message.channelId });
    await place.query(`DELETE ${row}`);

    const voter = stage.discord.member();
    await stage.discord.press(voter, message, '👍');
    await stage.discord.submitModal(asker, opened, { Reason: 'outdated' });
    expect(await listVotes(message, asker, voter)).toEqual(['outdated', 'up']);
    await vi.waitFor(async () => {
      expect(await place.query(`SELECT asker_id, question, handles, revision, channel_id ${row}`)).toEqual([
        kept,
      ]);
    }, PATIENT);
  });

  it('are neither offered nor asked for once a server has switched them off', async () => {
    const manager = stage.discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    const asker = stage.discord.member();
    const older = await ask(asker, { question: 'dam inquiry at Masinga' });
    await stage.discord.slash(manager, 'settings', { votes: false });
    const messages = [await ask(asker), await ask(asker, { private: true })];
    const [open, own] = messages as [LiveMessage, LiveMessage];
    const shared = await (await stage.discord.press(asker, own, 'Share')).followup();
    expect([open, shared].map(hasVotes)).toEqual([false, false]);
    await stage.discord.press(asker, open, 'Context 1');
    await stage.discord.press(asker, older, 'More');
    expect([open, older].map(hasVotes)).toEqual([false, true]);
    await stage.discord.slash(manager, 'settings', { votes: true });
    expect(hasVotes(await ask(asker))).toBe(true);
  });
});

describe('a database that cannot be opened', () => {
  const dir = mkdtempSync(join(tmpdir(), 'nukuu-no-database-'));
  const stage = stageNukuu({ files: FILES, env: { DATABASE_URL: pathToFileURL(dir).href } });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  const BROKEN =
    'My database cannot be used right now, so that could not be kept. Questions are answered all the same.';

  it('costs no answer, is told to who votes or wants to be forgotten, and logged once', async () => {
    const { discord } = stage;
    const asker = discord.member();
    const answers = [];
    for (const question of [
      'What did the bridge cost?',
      'Which astronaut orbited Jupiter?',
      'Kibwezi bridge',
    ])
      answers.push((await discord.slash(asker, 'ask', { question })).message);
    expect(answers.map(({ text }) => text)).toEqual([
      expect.stringContaining('40 million'),
      expect.stringContaining('I found nothing'),
      expect.stringContaining('Kibwezi'),
    ]);
    const [answer] = answers as [LiveMessage];
    for (const vote of ['👍', '👎']) {
      const pressed = await discord.press(asker, answer, vote);
      expect(pressed.ephemeral).toBe(true);
      expect(pressed.message.text).toBe(BROKEN);
    }
    const forgotten = await (await discord.slash(asker, 'forget')).settled();
    expect(forgotten.text).toBe(BROKEN);

    const { code } = await stage.nukuu.stop();
    expect(code).toBe(0);
    const complaints = stage.nukuu
      .log()
      .filter(({ level, msg }) => level >= 40 && /database|kept/u.test(msg));
    expect(complaints.map(({ msg }) => msg)).toEqual([
      'the database cannot be opened; answers go on without it',
      'what was asked or voted could not be kept',
    ]);
  });
});
