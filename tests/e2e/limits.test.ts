import { beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import type { LiveMessage, LocalDiscord, LocalMember } from '../support/local-discord/index.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const [SERVER, NARROW] = ['900000000000000001', '900000000000000002'];
const stage = stageNukuu({ files: LANTERN_CORPUS, discord: { guilds: [{ id: SERVER }, { id: NARROW }] } });
let discord: LocalDiscord;

beforeAll(async () => {
  ({ discord } = stage);
  for (const [guildId, limits] of [
    [SERVER, { member_limit: 2 }],
    [NARROW, { server_limit: 2 }],
  ] as const) {
    const manager = discord.member({ guildId, permissions: ['ViewChannel', 'ManageGuild'] });
    await discord.slash(manager, 'settings', limits);
  }
});

const REFUSED =
  /^That is too many questions at once\\?\. Please ask again in (?:[1-9]|[1-5]\d|60) seconds?\\?\.$/u;

const ask = (member: LocalMember) => discord.slash(member, 'ask', { question: 'ferry' });

const mention = (member: LocalMember): LiveMessage =>
  discord.post(member, member.channelId, `<@${discord.bot.id}> ferry`);

const listAnswers = ({ id, channelId }: LiveMessage): LiveMessage[] =>
  discord.messages(channelId).filter(({ repliesTo }) => repliesTo === id);

const answerTo = (message: LiveMessage): Promise<LiveMessage> =>
  discord.waitFor(() => listAnswers(message)[0], { what: 'the answer to a mention' });

describe('a member who has asked as often as is allowed', () => {
  it('is told privately how long to wait, and others go on', async () => {
    const member = discord.member();
    await ask(member);
    expect((await ask(member)).message.text).toContain('A ferry sank');
    const refused = await ask(member);
    expect([refused.ephemeral, refused.message.text]).toEqual([true, expect.stringMatching(REFUSED)]);
    expect((await ask(discord.member())).message.text).toContain('A ferry sank');
  });

  it('has mentions counted with commands, and is told of them once', async () => {
    const member = discord.member();
    await ask(member);
    expect((await answerTo(mention(member))).text).toContain('A ferry sank');
    const refused = mention(member);
    const answer = await answerTo(refused);
    expect([answer.text, answer.pings]).toEqual([expect.stringMatching(REFUSED), []]);
    const silent = mention(member);
    await answerTo(mention(discord.member()));
    expect(listAnswers(silent)).toEqual([]);
    expect((await ask(member)).message.text).toMatch(REFUSED);
  });

  it('still presses buttons and opens articles', async () => {
    const member = discord.member();
    await ask(member);
    const { message } = await ask(member);
    await discord.press(member, message, 'Context 1');
    expect(message.text).toContain('¶1–2 of 2');
    const { message: page } = await discord.slash(member, 'source', { article: 'ferry', private: true });
    expect(page.text).toContain('Ferry sinks');
  });

  it('is not charged for a question that could not be asked', async () => {
    const member = discord.member();
    await discord.slash(member, 'ask', { question: 'ferry', since: 'soon' });
    await ask(member);
    expect((await ask(member)).message.text).toContain('A ferry sank');
  });
});

describe('a server that has asked as often as is allowed', () => {
  it('refuses all its members, and direct messages and other servers none', async () => {
    const [first, second] = [discord.member({ guildId: NARROW }), discord.member({ guildId: NARROW })];
    await ask(first);
    await ask(second);
    expect((await ask(first)).message.text).toMatch(REFUSED);
    expect((await ask(discord.member({ guildId: NARROW }))).message.text).toMatch(REFUSED);
    expect((await ask(discord.member({ guildId: SERVER }))).message.text).toContain('A ferry sank');
    expect((await ask(discord.member({ guildId: null }))).message.text).toContain('A ferry sank');
  });
});

describe('direct messages', () => {
  it('have the limit of a member: 10 questions', async () => {
    const member = discord.member({ guildId: null });
    for (let i = 0; i < 9; i += 1) await ask(member);
    expect((await ask(member)).message.text).toContain('A ferry sank');
    expect((await ask(member)).message.text).toMatch(REFUSED);
  });
});
