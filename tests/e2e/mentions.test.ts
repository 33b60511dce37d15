import { beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import {
  FAILURES,
  rateLimited,
  type LiveMessage,
  type LocalDiscord,
  type LocalMember,
} from '../support/local-discord/index.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const stage = stageNukuu({ files: LANTERN_CORPUS });
let discord: LocalDiscord;
let bot: string;

beforeAll(() => {
  ({ discord } = stage);
  bot = `<@${discord.bot.id}>`;
});

const POSTS = { method: 'POST', path: /^\/channels\/\d+\/messages$/u } as const;

const listAnswers = (message: LiveMessage): LiveMessage[] =>
  discord
    .messages(message.channelId)
    .filter(({ repliesTo, authorId }) => repliesTo === message.id && authorId === discord.bot.id);

const answerTo = (message: LiveMessage): Promise<LiveMessage> =>
  discord.waitFor(() => listAnswers(message)[0], { what: 'the answer to a mention' });

async function ask(member: LocalMember, text: string, channelId = member.channelId): Promise<LiveMessage> {
  return answerTo(discord.post(member, channelId, `${bot} ${text}`));
}

/** Waits until the bot has answered what was posted into the channel so far: it answers in turn. */
async function settle(channelId = stage.channelId): Promise<void> {
  await ask(discord.member(), 'ferry', channelId);
}

describe('a mention of the bot', () => {
  it('is answered as a reply that pings nobody, as /ask answers', async () => {
    const asker = discord.member();
    const answer = await ask(asker, '**Who** built the bridge?');
    const { message } = await discord.slash(asker, 'ask', { question: 'Who built the bridge?' });
    expect(answer.text).toBe(message.text);
    expect(answer.text).toContain('**Engineer Mwende Kilonzo built it in two years.**');
    expect(answer.buttons.map(({ label }) => label)).toEqual(message.buttons.map(({ label }) => label));
    expect([answer.ephemeral, answer.pings]).toEqual([false, []]);
  });

  it('is read with the names of whom it mentions besides', async () => {
    const [juma, role] = [discord.member({ name: 'Juma' }), discord.role({ name: 'Editors' })];
    const answer = await ask(discord.member(), `What did <@${juma.id}> of <@&${role.id}> say of the ferry?`);
    expect(answer.text).toContain('**What did Juma of Editors say of the ferry?**');
    expect(answer.pings).toEqual([]);
  });

  it.each([
    ['', 'What would you like to know? Mention me with your question, or use /ask.'],
    ['https://a.example', 'What would you like to know? Mention me with your question, or use /ask.'],
    [`Why ${'x'.repeat(297)}`, 'Please ask a question of 1 to 300 characters.'],
  ])('without a question that can be answered is told so: "%s"', async (text, sentence) => {
    const answer = await ask(discord.member(), text);
    expect([answer.text, answer.pings]).toEqual([sentence, []]);
  });

  it('takes a question of 300 characters', async () => {
    const answer = await ask(discord.member(), `Why ${'x'.repeat(296)}`);
    expect(answer.text).toContain('I found nothing about that in the articles.');
  });

  it('is not answered when others are meant: a role, everyone, or a reply that adds no mention', async () => {
    const all = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'MentionEveryone'] });
    const role = discord.role();
    const earlier = await ask(all, 'ferry');
    const others = [
      discord.post(all, stage.channelId, '@everyone who built the bridge?'),
      discord.post(all, stage.channelId, `<@&${role.id}> who built the bridge?`),
      discord.post(all, stage.channelId, 'Who built the bridge?', { replyTo: earlier }),
    ];
    await settle();
    expect(others.flatMap(listAnswers)).toEqual([]);
    const withMention = discord.post(all, stage.channelId, `${bot} who built it?`, { replyTo: earlier });
    expect((await answerTo(withMention)).text).toContain('**who built it?**');
  });

  it('is not answered when it comes from another bot or a webhook', async () => {
    const robot = discord.member({ isBot: true });
    const posts = [
      discord.post(robot, stage.channelId, `${bot} ferry`),
      discord.postAsWebhook('Feed', stage.channelId, `${bot} ferry`),
    ];
    await settle();
    expect(posts.flatMap(listAnswers)).toEqual([]);
  });

  it('is answered once when the answer of Discord is lost', async () => {
    discord.fail(POSTS, { kind: 'reset', handled: true });
    const question = discord.post(discord.member(), stage.channelId, `${bot} ferry`);
    await answerTo(question);
    await settle();
    expect(listAnswers(question)).toHaveLength(1);
    expect(stage.nukuu.log().filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('is answered when the connection broke before Discord had the answer', async () => {
    discord.fail(POSTS, FAILURES.reset);
    expect((await ask(discord.member(), 'ferry')).text).toContain('A ferry sank');
  });

  it('is answered after the connection was lost', async () => {
    const resumes = discord.resumes;
    discord.dropGateway();
    const question = discord.post(discord.member(), stage.channelId, `${bot} ferry`);
    await discord.waitFor(() => discord.resumes > resumes);
    expect((await answerTo(question)).text).toContain('A ferry sank');
  });

  it('is answered plainly when it was deleted meanwhile', async () => {
    const question = discord.post(discord.member(), stage.channelId, `${bot} Who built the pier?`);
    discord.remove(question);
    const answer = await discord.waitFor(() =>
      discord.messages(stage.channelId).find(({ text }) => text.includes('Who built the pier?')),
    );
    expect(answer.authorId).toBe(discord.bot.id);
  });
});

describe('a mention that is being answered when the bot is told to stop', () => {
  it('is answered all the same', async () => {
    const countPosts = (): number =>
      discord.requests.filter(({ method, path }) => method === POSTS.method && POSTS.path.test(path)).length;
    const before = countPosts();
    discord.fail(POSTS, rateLimited(0.2));
    const question = discord.post(discord.member(), stage.channelId, `${bot} ferry`);
    await discord.waitFor(() => countPosts() > before);
    expect(listAnswers(question)).toEqual([]);
    expect(await stage.nukuu.stop()).toMatchObject({ code: 0 });
    expect(listAnswers(question)).toHaveLength(1);
    await stage.restart();
  });
});

describe('the buttons of an answer to a mention', () => {
  it('work, after a restart too, and change it for the asker alone', async () => {
    const [asker, other] = [discord.member(), discord.member()];
    const answer = await ask(asker, 'bridge Athi ferry market');
    await discord.press(asker, answer, 'Context 1');
    expect(answer.text).toMatch(/¶\d–\d of \d/u);
    await stage.restart();

    await discord.press(asker, answer, 'Fold 1');
    const why = await discord.press(other, answer, 'Why');
    expect([why.ephemeral, why.message.text]).toEqual([true, expect.stringContaining('[1] scored')]);
    const seen = answer.text;
    const page = await discord.press(other, answer, 'More');
    expect([page.ephemeral, answer.text]).toEqual([true, seen]);
    await discord.press(asker, answer, 'More');
    expect(answer.text).toContain('-# [4]');

    const refused = await discord.press(other, answer, 'Delete');
    expect(refused.message.text).toContain('Only the member who asked');
    await discord.press(asker, answer, 'Delete');
    await discord.waitFor(() => answer.deleted);
  });
});

describe('a channel where the bot lacks permissions', () => {
  const warnings = (channelId: string): unknown[] =>
    stage.nukuu.log().filter((line) => line.level >= 40 && line['channelId'] === channelId);

  it('is warned of once in the log, without what was asked', async () => {
    const { id } = discord.channel({ botPermissions: ['ViewChannel', 'ReadMessageHistory'] });
    const member = discord.member();
    discord.post(member, id, `${bot} Zanzibar ferry`);
    discord.post(member, id, bot);
    await stage.nukuu.logged('a mention cannot be answered in its channel');
    discord.permitBot(id, ['ViewChannel', 'ReadMessageHistory', 'SendMessages']);
    await settle(id);
    expect(warnings(id)).toMatchObject([{ level: 40, guildId: member.guildId }]);
    expect(stage.nukuu.output()).not.toContain('Zanzibar');
  });

  it('gets a plain answer where the bot may write but not read what was said', async () => {
    const { id } = discord.channel({ botPermissions: ['ViewChannel', 'SendMessages'] });
    discord.post(discord.member(), id, `${bot} ferry`);
    const answer = await discord.waitFor(() =>
      discord.messages(id).find(({ authorId }) => authorId === discord.bot.id),
    );
    expect([answer.repliesTo, answer.text]).toEqual([null, expect.stringContaining('A ferry sank')]);
    expect(warnings(id)).toEqual([]);
  });
});

describe('ASK_CHANNELS', () => {
  it('names the only channels in which a mention is answered', async () => {
    const open = discord.channel();
    await stage.restart({ ASK_CHANNELS: open.id });
    const member = discord.member();
    const elsewhere = discord.post(member, stage.channelId, `${bot} ferry`);
    expect((await ask(member, 'ferry', open.id)).text).toContain('A ferry sank');
    await stage.restart();
    await settle();
    expect(listAnswers(elsewhere)).toEqual([]);
  });
});
