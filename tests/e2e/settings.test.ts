import { beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import type {
  InteractionResponse,
  LocalDiscord,
  LocalMember,
  OptionValues,
} from '../support/local-discord/index.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const GUILDS = Array.from({ length: 12 }, (_, i) => ({ id: String(900_000_000_000_000_00n + BigInt(i)) }));
const stage = stageNukuu({ files: LANTERN_CORPUS, discord: { guilds: GUILDS } });
let discord: LocalDiscord;
let unused: string[];

beforeAll(() => {
  ({ discord } = stage);
  unused = GUILDS.map(({ id }) => id);
});

interface Server {
  readonly member: LocalMember;
  readonly set: (options?: OptionValues) => Promise<InteractionResponse>;
  readonly ask: (options?: OptionValues) => Promise<InteractionResponse>;
}

/** A server in which nothing was chosen yet. */
function enterServer(): Server {
  const guildId = unused.pop() ?? '';
  const manager = discord.member({ guildId, permissions: ['ViewChannel', 'ManageGuild'] });
  const member = discord.member({ guildId });
  return {
    member,
    set: (options = {}) => discord.slash(manager, 'settings', options),
    ask: (options = {}) => discord.slash(member, 'ask', { question: 'ferry Athi market bridge', ...options }),
  };
}

const DEFAULTS = [
  '**Settings of this server**',
  '- Language of my own sentences: English',
  '- Answers: to everyone, unless the question says otherwise',
  '- Votes under public answers: on',
  '- Questions by mention: on',
  '- Passages in an answer: at most 3',
  '- Questions a minute, of one member: at most 10',
  '- Questions a minute, of the server: at most 120',
];

describe('/settings', () => {
  it('shows privately what holds where nothing was chosen', async () => {
    const { message, ephemeral } = await enterServer().set();
    expect([ephemeral, message.text.split('\n')]).toEqual([true, DEFAULTS]);
  });

  it('changes what is chosen, keeps the rest, and knows it after a restart', async () => {
    const { set } = enterServer();
    const expected = DEFAULTS.slice(1)
      .with(1, '- Answers: to the asker alone, unless the question says otherwise')
      .with(2, '- Votes under public answers: off')
      .with(4, '- Passages in an answer: at most 5');
    const { message, ephemeral } = await set({ private: true, votes: false, results: 5 });
    expect(ephemeral).toBe(true);
    expect(message.text.split('\n')).toEqual(['**Saved. Settings of this server:**', ...expected]);
    await stage.restart();
    expect((await set()).message.text.split('\n')).toEqual(['**Settings of this server**', ...expected]);
  });

  it('holds for its own server alone', async () => {
    await enterServer().set({ language: 'sw', private: true });
    expect((await enterServer().set()).message.text.split('\n')).toEqual(DEFAULTS);
    const direct = await discord.slash(discord.member({ guildId: null }), 'ask', { question: 'ferry' });
    expect(direct.message.buttons.map(({ label }) => label)).toContain('Why');
  });

  it.each([[{}], [{ language: 'sw' }]])(
    'is refused to members who may not manage the server, whoever lets them use it: %j',
    async (options) => {
      const { member, set } = enterServer();
      const refused = await discord.slash(member, 'settings', options, { overridePermissions: true });
      expect([refused.ephemeral, refused.message.text]).toEqual([
        true,
        'This needs the permission Manage Server.',
      ]);
      expect((await set()).message.text.split('\n')).toEqual(DEFAULTS);
    },
  );

  it('is not offered in direct messages', async () => {
    const direct = discord.member({ guildId: null });
    await expect(discord.slash(direct, 'settings')).rejects.toThrow('not offered in direct messages');
  });
});

describe('the language', () => {
  it('is that of answers, buttons and refusals, but not of quotes', async () => {
    const { set, ask, member } = enterServer();
    const saved = await set({ language: 'sw' });
    expect(saved.message.text).toContain('**Imehifadhiwa. Mipangilio ya seva hii:**');

    const { message } = await ask({ results: 1 });
    expect(message.text).toMatch(/\n-# Mkusanyiko [0-9a-f]{7} · makala 3 · /u);
    expect(message.text).toContain('The ferry carried maize and charcoal to the market.');
    // The last two are the thumbs, which are emoji without a label.
    expect(message.buttons.map(({ label }) => label)).toEqual([
      'Muktadha 1',
      'Zaidi',
      'Kwa nini',
      'Futa',
      '',
      '',
    ]);
    await discord.press(member, message, 'Zaidi');
    expect(message.buttons.map(({ label }) => label)).toContain('Rudi mwanzo');
    const why = await discord.press(member, message, 'Kwa nini');
    expect(why.ephemeral).toBe(true);

    const nothing = await ask({ question: 'Jupiter' });
    expect(nothing.message.text).toContain('Sikupata chochote kuhusu hilo katika makala.');
    const wrong = await ask({ since: 'soon' });
    expect(wrong.message.text).toContain('si tarehe inayokubalika');
    const other = discord.member({ guildId: member.guildId });
    const refused = await discord.press(other, message, 'Futa');
    expect(refused.message.text).toContain('Anayeweza kufuta ujumbe huu');

    const post = discord.post(member, member.channelId, `<@${discord.bot.id}>`);
    const answer = await discord.waitFor(() =>
      discord.messages(member.channelId).find(({ repliesTo }) => repliesTo === post.id),
    );
    expect(answer.text).toContain('Ungependa kujua nini?');

    await set({ member_limit: 1 });
    expect((await ask()).message.text).toMatch(/^Hayo ni maswali mengi mno .* sekunde \d+\\?\.$/u);
    expect((await set({ language: 'en' })).message.text).toContain('Saved.');
  });
});

describe('the other settings', () => {
  it('answer the asker alone unless the question says otherwise', async () => {
    const { set, ask, member } = enterServer();
    await set({ private: true });
    expect([(await ask()).ephemeral, (await ask({ private: false })).ephemeral]).toEqual([true, false]);
    const { ephemeral } = await discord.slash(member, 'source', { article: 'ferry' });
    expect(ephemeral).toBe(true);
  });

  it('limit the passages of an answer, by command and by mention', async () => {
    const { set, ask, member } = enterServer();
    await set({ results: 1 });
    const { message } = await ask();
    expect([message.text.match(/\[\d\]/gu)?.length, message.text.includes('results 1')]).toEqual([1, true]);
    const post = discord.post(member, member.channelId, `<@${discord.bot.id}> ferry Athi market bridge`);
    const answer = await discord.waitFor(() =>
      discord.messages(member.channelId).find(({ repliesTo }) => repliesTo === post.id),
    );
    expect(answer.text).toBe(message.text);
    expect((await ask({ results: 2 })).message.text).toContain('[2]');
  });

  it('turn the answers to mentions off and on', async () => {
    const { set, member } = enterServer();
    const mention = () => discord.post(member, member.channelId, `<@${discord.bot.id}> ferry`);
    await set({ mentions: false });
    const before = mention();
    await set({ mentions: true });
    const after = mention();
    const listReplies = () => discord.messages(member.channelId).map(({ repliesTo }) => repliesTo);
    await discord.waitFor(() => listReplies().includes(after.id));
    expect(listReplies()).not.toContain(before.id);
  });
});
