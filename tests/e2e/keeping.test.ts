import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveMessage, LocalMember } from '../support/local-discord/index.js';
import { LANTERN_CORPUS, writeLongArticle } from '../support/lantern-corpus.js';
import { PATIENT } from '../support/patience.js';
import { stageNukuu } from '../support/stage-nukuu.js';
import { placeDatabase } from '../support/temporary-database.js';

const ANSWERED = 'dam inquiry at Masinga';
const REFUSED = 'Which astronaut orbited Jupiter?';

const place = placeDatabase();
const env = { DATABASE_URL: place.url };
const stage = stageNukuu({ files: { ...LANTERN_CORPUS, 'dam.md': writeLongArticle(12) }, env });

afterAll(() => {
  place.remove();
});

const ask = (asker: LocalMember, question: string, options = {}) =>
  stage.discord.slash(asker, 'ask', { question, ...options });

/** The handles that a message's Context buttons name. */
const listShown = ({ buttons }: LiveMessage): string[] => [
  ...new Set(buttons.flatMap(({ customId }) => /^v1:context:([^:]+):/u.exec(customId ?? '')?.[1] ?? [])),
];

const findAnswer = async ({ id }: LiveMessage) =>
  (await place.query(`SELECT * FROM answers WHERE message_id = '${id}'`))[0];

/** Waits until what is kept of a message is as it stands there. */
const awaitKept = (message: LiveMessage, asker: LocalMember) =>
  vi.waitFor(async () => {
    const [, revision] = /Corpus ([0-9a-f]{7})/u.exec(message.text) ?? [];
    expect(await findAnswer(message)).toMatchObject({
      channel_id: message.channelId,
      guild_id: stage.server.id,
      asker_id: asker.id,
      question: ANSWERED,
      handles: JSON.stringify(listShown(message)),
      revision,
    });
  }, PATIENT);

const count = async (table: string): Promise<number> =>
  Number((await place.query(`SELECT count(*) AS rows FROM ${table}`))[0]?.['rows']);

describe('public answers', () => {
  it('are kept as they are shown, a page turned and a context opened in place too', async () => {
    const asker = stage.discord.member();
    const { message } = await ask(asker, ANSWERED, { results: 2 });
    expect(listShown(message)).toHaveLength(2);
    await awaitKept(message, asker);
    const first = listShown(message);

    await stage.discord.press(asker, message, 'More');
    expect(listShown(message)).not.toEqual(first);
    await awaitKept(message, asker);

    await place.query(`UPDATE answers SET handles = '[]' WHERE message_id = '${message.id}'`);
    await stage.discord.press(asker, message, 'Context 3');
    await awaitKept(message, asker);
  });

  it('stay kept as they are where another member looks further', async () => {
    const asker = stage.discord.member();
    const { message } = await ask(asker, ANSWERED, { results: 2 });
    await awaitKept(message, asker);
    const kept = await findAnswer(message);
    await stage.discord.press(stage.discord.member(), message, 'More');
    await stage.restart();
    expect(await findAnswer(message)).toEqual(kept);
  });

  it('are kept once they are shared', async () => {
    const asker = stage.discord.member();
    const { message } = await ask(asker, ANSWERED, { private: true });
    const shared = await (await stage.discord.press(asker, message, 'Share')).followup();
    await awaitKept(shared, asker);
    expect(await findAnswer(message)).toBeUndefined();
  });

  it('are kept though the answer of Discord is lost', async () => {
    const asker = stage.discord.member();
    stage.discord.fail(
      { method: 'POST', path: /^\/interactions\/.+\/callback$/u },
      { kind: 'reset', handled: true },
    );
    const { message } = await ask(asker, ANSWERED);
    await awaitKept(message, asker);
  });

  it('are kept though the bot is stopped at once', async () => {
    const asker = stage.discord.member();
    const { message } = await ask(asker, ANSWERED);
    await stage.restart();
    await awaitKept(message, asker);
  });

  it('are all that is kept: no private ones, none in direct messages, no source, none that quotes nothing', async () => {
    const before = await count('answers');
    const asker = stage.discord.member();
    const { message } = await ask(asker, ANSWERED, { private: true });
    await stage.discord.press(asker, message, 'More');
    const alone = stage.discord.member({ guildId: null });
    const own = await ask(alone, ANSWERED);
    await stage.discord.press(alone, own.message, 'More');
    await ask(asker, REFUSED);
    const page = await stage.discord.slash(asker, 'source', { article: 'dam' });
    await stage.discord.press(asker, page.message, 'Next');
    await stage.restart();
    expect(await count('answers')).toBe(before);
  });
});

describe('gaps', () => {
  beforeEach(async () => {
    await place.query('DELETE FROM gaps');
  });

  it('are questions that found nothing, public or private, and no others', async () => {
    const asker = stage.discord.member();
    const alone = stage.discord.member({ guildId: null });
    await ask(asker, REFUSED);
    await ask(asker, ANSWERED);
    await ask(asker, `${REFUSED} Tell me.`, { private: true });
    await ask(alone, REFUSED);
    await stage.restart();
    const gaps = await place.query('SELECT member_id, question, cause, message_id FROM gaps ORDER BY id');
    expect(gaps).toMatchObject([
      { member_id: asker.id, question: REFUSED, cause: 'refused', message_id: null },
      { member_id: asker.id, question: `${REFUSED} Tell me.`, cause: 'refused', message_id: null },
      { member_id: alone.id, question: REFUSED, cause: 'refused', message_id: null },
    ]);
  });

  it('are not kept with GAPS_DAYS=0, and those kept before are removed', async () => {
    await ask(stage.discord.member(), REFUSED);
    await vi.waitFor(async () => {
      expect(await count('gaps')).toBe(1);
    }, PATIENT);
    await stage.restart({ ...env, GAPS_DAYS: '0' });
    await vi.waitFor(async () => {
      expect(await count('gaps')).toBe(0);
    }, PATIENT);
    const { message } = await ask(stage.discord.member(), ANSWERED);
    const voter = stage.discord.member();
    await stage.discord.press(voter, message, '👎');
    await ask(voter, REFUSED);
    const help = await stage.discord.slash(voter, 'help');
    expect(help.message.text).toContain('- Questions that found nothing: not at all.');
    await stage.restart();
    expect(await count('gaps')).toBe(0);
    expect(await count(`votes WHERE message_id = '${message.id}' AND is_up = 0`)).toBe(1);
  });
});

describe('/forget', () => {
  const forget = async (member: LocalMember): Promise<LiveMessage> => {
    const response = await stage.discord.slash(member, 'forget');
    expect(response.ephemeral).toBe(true);
    return response.settled();
  };

  it('removes what a member asked and voted, and nothing of others', async () => {
    const member = stage.discord.member();
    const other = stage.discord.member();
    const own = (await ask(member, ANSWERED)).message;
    const others = (await ask(other, ANSWERED)).message;
    await ask(member, REFUSED);
    await stage.discord.press(member, others, '👍');
    await stage.discord.press(other, own, '👍');

    const { text } = await forget(member);
    expect(text).toMatch(/^Removed of what you asked: 2; of what you voted: 1\./u);
    expect(await findAnswer(own)).toMatchObject({ asker_id: '', question: '' });
    await awaitKept(others, other);
    const votes = await place.query(
      `SELECT voter_id FROM votes WHERE message_id IN ('${own.id}', '${others.id}')`,
    );
    expect(votes).toMatchObject([{ voter_id: other.id }]);
    expect(await count(`gaps WHERE member_id = '${member.id}'`)).toBe(0);
    expect(own.deleted).toBe(false);

    expect((await forget(member)).text).toBe(
      'There is nothing to remove: I keep nothing of what you asked or voted.',
    );
  });

  it('leaves a vote down on a forgotten answer without a gap', async () => {
    const member = stage.discord.member();
    const { message } = await ask(member, ANSWERED);
    await forget(member);
    await stage.discord.press(stage.discord.member(), message, '👎');
    await stage.restart();
    expect(await findAnswer(message)).toMatchObject({ asker_id: '', question: '' });
    expect(await count(`gaps WHERE message_id = '${message.id}'`)).toBe(0);
  });

  it('works in direct messages, for what was asked in a server', async () => {
    const member = stage.discord.member();
    await ask(member, ANSWERED);
    const alone = stage.discord.member({ id: member.id, guildId: null });
    expect((await forget(alone)).text).toMatch(/^Removed of what you asked: 1; of what you voted: 0\./u);
  });
});
