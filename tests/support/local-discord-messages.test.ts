import type { Message, PermissionsString } from 'discord.js';
import { GatewayIntentBits, MessageFlags, MessageReferenceType, Routes } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord, LocalMember } from './local-discord/index.js';
import { findOpenapi } from './local-discord/index.js';
import { loadSchemaChecker } from './local-discord/schema-checker.js';
import { stageClient } from './stage-client.js';

const FILE = { name: 'a note.txt', content: 'Habari', contentType: 'text/plain; charset=utf-8' };
const EMBED = { title: 'Weather', description: 'Rain' };
const openapi = findOpenapi();

const stage = stageClient();
let discord: LocalDiscord;
let asha: LocalMember;
let general: string;

beforeAll(() => {
  ({ discord } = stage);
  asha = discord.member({ name: 'Asha' });
  general = asha.channelId;
});

/** Returns the gateway's payload of a message once the client has received it. */
async function readEvent(id: string, t = 'MESSAGE_CREATE'): Promise<Readonly<Record<string, unknown>>> {
  await stage.hear(id);
  return stage.events.find((event) => event.t === t && event.d['id'] === id)?.d ?? {};
}

const send = (channelId: string, body: object): Promise<unknown> =>
  stage.client.rest.post(Routes.channelMessages(channelId), {
    body: { allowed_mentions: { parse: [] }, ...body },
  });

describe('a nonce that is enforced', () => {
  it('makes one message of all that is posted into a channel with it', async () => {
    const post = async (nonce: string, enforce_nonce: boolean, channelId = general): Promise<string> => {
      const sent = (await send(channelId, { content: 'Once', nonce, enforce_nonce })) as { id: string };
      return sent.id;
    };
    const first = await post('1', true);
    expect(await post('1', true)).toBe(first);
    const others = [
      await post('2', true),
      await post('1', false),
      await post('1', true, discord.channel().id),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
  });
});

describe('messages of members', () => {
  it('come emptied where they do not concern the bot', async () => {
    const { id } = discord.post(asha, general, 'Nothing for you', { files: [FILE] });
    expect(await readEvent(id)).toMatchObject({ content: '', attachments: [], embeds: [], mentions: [] });
    const found = await stage.client.rest.get(Routes.channelMessage(general, id));
    expect(found).toMatchObject({ content: '', attachments: [] });
  });

  it('come whole where they mention the bot, with who wrote them and whom they mention', async () => {
    const role = discord.role({ name: 'Editors' });
    const juma = discord.member({ name: 'Juma', roles: [role.id] });
    const content = `<@${discord.bot.id}> and <@${asha.id}> and <@&${role.id}>: look`;
    const { id } = discord.post(juma, general, content, { files: [FILE] });
    expect(await readEvent(id)).toMatchObject({
      content,
      type: 0,
      guild_id: juma.guildId,
      author: { id: juma.id, global_name: 'Juma' },
      member: { roles: [role.id] },
      mentions: [{ id: discord.bot.id }, { id: asha.id, member: { roles: [] } }],
      mention_roles: [role.id],
      mention_everyone: false,
      attachments: [{ filename: 'a_note.txt', size: 6, content_type: FILE.contentType }],
    });
  });

  it.each<[string, readonly PermissionsString[], boolean]>([
    ['one who may not', ['ViewChannel', 'SendMessages'], false],
    ['one who may', ['ViewChannel', 'SendMessages', 'MentionEveryone'], true],
  ])('mention everyone when %s writes so', async (_name, permissions, expected) => {
    const message = discord.post(discord.member({ permissions }), general, '@everyone look');
    expect(await readEvent(message.id)).toMatchObject({ mention_everyone: expected });
    expect(message.pings).toEqual(expected ? ['@everyone'] : []);
  });

  it('mention whom they reply to unless the member turns that off', async () => {
    const target = discord.post(asha, general, 'A claim');
    const own = (await send(general, { content: 'A quote' })) as { id: string };
    const toBot = discord.follow(`https://discord.com/channels/${asha.guildId ?? ''}/${general}/${own.id}`);
    const loud = discord.post(asha, general, 'Why?', { replyTo: toBot });
    const quiet = discord.post(asha, general, 'Hm.', { replyTo: toBot, ping: false });
    const other = discord.post(asha, general, `<@${discord.bot.id}>?`, { replyTo: target });

    expect(await readEvent(loud.id)).toMatchObject({
      type: 19,
      content: 'Why?',
      mentions: [{ id: discord.bot.id }],
      message_reference: { message_id: own.id, channel_id: general, guild_id: asha.guildId },
      referenced_message: { id: own.id, content: 'A quote' },
    });
    expect(await readEvent(quiet.id)).toMatchObject({ content: '', mentions: [] });
    expect(await readEvent(other.id)).toMatchObject({ referenced_message: { id: target.id, content: '' } });
    expect([loud.repliesTo, other.repliesTo]).toEqual([own.id, target.id]);
  });

  it('say that the message they replied to is gone', async () => {
    const target = discord.post(asha, general, 'A claim');
    const { id } = discord.post(asha, general, `<@${discord.bot.id}>?`, { replyTo: target });
    discord.remove(target);
    await stage.hear(id);
    const found = await stage.client.rest.get(Routes.channelMessage(general, id));
    expect(found).toMatchObject({ message_reference: { message_id: target.id }, referenced_message: null });
    expect(() => discord.post(asha, general, 'x', { replyTo: target })).toThrow('not in that channel');
  });

  it('come from other bots and from webhooks too, and say so', async () => {
    const robot = discord.member({ name: 'Robot', isBot: true });
    const fromBot = discord.post(robot, general, `<@${discord.bot.id}> hello`, { embeds: [EMBED] });
    const fromHook = discord.postAsWebhook('Feed', general, `<@${discord.bot.id}> news`);
    const [bot, hook] = [await stage.hear(fromBot.id), await stage.hear(fromHook.id)];
    expect([bot.author.bot, bot.webhookId, bot.member !== null]).toEqual([true, null, true]);
    expect([hook.author.bot, hook.author.username, hook.member]).toEqual([true, 'Feed', null]);
    expect(hook.webhookId).toBe(hook.author.id);
    expect(bot.embeds).toMatchObject([{ title: 'Weather' }]);
  });

  it('come as updates and deletions too', async () => {
    const message = discord.post(asha, general, 'Gone soon');
    await stage.hear(message.id);
    discord.remove(message);
    await expect
      .poll(() => stage.events.filter(({ t }) => t === 'MESSAGE_DELETE').at(-1)?.d)
      .toEqual({ id: message.id, channel_id: general, guild_id: asha.guildId });
  });

  it.each<[string, (content: string) => unknown, string]>([
    ['an empty one', () => discord.post(asha, general, ' '), 'is empty'],
    ['one too long', () => discord.post(asha, general, 'x'.repeat(4001)), 'at most 4000'],
    ['an unknown channel', () => discord.post(asha, '1', 'x'), 'no channel 1'],
    [
      "another's direct messages",
      () => discord.post(asha, discord.member({ guildId: null }).channelId, 'x'),
      'is not where',
    ],
    [
      'one who may not write',
      () => discord.post(discord.member({ permissions: ['ViewChannel'] }), general, 'x'),
      'may not write',
    ],
    ['embeds of people', () => discord.post(asha, general, 'x', { embeds: [EMBED] }), 'only bots'],
    [
      'an embed title too long',
      () => discord.postAsWebhook('Feed', general, '', { embeds: [{ title: 'x'.repeat(257) }] }),
      'embeds[0].title',
    ],
    [
      'a webhook that replies',
      () => discord.postAsWebhook('Feed', general, 'x', { replyTo: discord.post(asha, general, 'x') }),
      'does not reply',
    ],
  ])('refuse %s', (_name, act, reason) => {
    expect(act).toThrow(reason);
  });

  it('take the longest text', () => {
    expect(discord.post(asha, general, 'x'.repeat(4000)).content).toHaveLength(4000);
  });
});

describe('the intents', () => {
  it('withhold messages that they do not ask for', async () => {
    const alone = discord.member({ guildId: null });
    const direct = discord.post(alone, alone.channelId, 'Just us');
    const { id } = discord.post(asha, general, 'For all');
    await stage.hear(id);
    expect(stage.events.map(({ d }) => d['id'])).not.toContain(direct.id);
  });

  describe('without any for messages', () => {
    const deaf = stageClient({ intents: [GatewayIntentBits.Guilds] });

    it('give channels and roles only', async () => {
      const writer = deaf.discord.member();
      deaf.discord.post(writer, writer.channelId, `<@${deaf.discord.bot.id}>`);
      const { id } = deaf.discord.channel({ name: 'desk' });
      await expect.poll(() => deaf.client.channels.cache.has(id)).toBe(true);
      expect(deaf.events.map(({ t }) => t)).toEqual(['READY', 'GUILD_CREATE', 'CHANNEL_CREATE']);
    });
  });

  describe('with Message Content and direct messages', () => {
    const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
    const nosy = stageClient({
      intents: [Guilds, GuildMessages, DirectMessages, MessageContent],
      discord: { privilegedIntents: MessageContent },
    });

    it('give every content', async () => {
      const writer = nosy.discord.member();
      const { id } = nosy.discord.post(writer, writer.channelId, 'Nothing for you', { files: [FILE] });
      const heard = await nosy.hear(id);
      expect([heard.content, heard.attachments.size]).toEqual(['Nothing for you', 1]);
      const found = await nosy.client.rest.get(Routes.channelMessage(writer.channelId, id));
      expect(found).toMatchObject({ content: 'Nothing for you' });
    });

    it('give direct messages', async () => {
      const alone = nosy.discord.member({ guildId: null });
      const { id } = nosy.discord.post(alone, alone.channelId, 'Just us');
      await expect
        .poll(() => nosy.events.find(({ d }) => d['id'] === id)?.d)
        .toMatchObject({ content: 'Just us', channel_id: alone.channelId });
    });
  });
});

describe('messages of the bot', () => {
  it('reply, with a ping only where that is allowed', async () => {
    const target = discord.post(asha, general, 'A claim');
    const heard = await stage.hear(target.id);
    const quiet = await heard.reply('Quiet');
    const loud = await heard.reply({ content: 'Loud', allowedMentions: { repliedUser: true } });
    const shown = (message: Message) => discord.follow(message.url);
    expect([shown(quiet).repliesTo, shown(quiet).pings]).toEqual([target.id, []]);
    expect([shown(loud).repliesTo, shown(loud).pings]).toEqual([target.id, [`<@${asha.id}>`]]);
    expect(quiet.mentions.users.size).toBe(0);
    expect(loud.mentions.repliedUser?.id).toBe(asha.id);
    expect(quiet.reference).toMatchObject({ messageId: target.id, type: MessageReferenceType.Default });
    expect(discord.violations).toEqual([]);
  });

  it('ping whom they reply to where nothing is said of mentions', async () => {
    const target = discord.post(asha, general, 'A claim');
    const body = { content: 'x', message_reference: { message_id: target.id } };
    const { id } = (await stage.client.rest.post(Routes.channelMessages(general), { body })) as Message;
    expect(discord.messages(general).find((one) => one.id === id)?.pings).toEqual([`<@${asha.id}>`]);
    expect(discord.violations).toEqual([expect.stringContaining('without allowed_mentions')]);
  });

  it('fail to reply to what is gone unless told that it does not matter', async () => {
    const target = discord.post(asha, general, 'A claim');
    const heard = await stage.hear(target.id);
    discord.remove(target);
    await expect(heard.reply('x')).rejects.toMatchObject({
      code: 50035,
      rawError: { errors: { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } } },
    });
    const sent = await heard.reply({ content: 'x', failIfNotExists: false });
    expect([sent.type, sent.reference]).toEqual([0, null]);
  });

  it('take components of the second version', async () => {
    const flags = MessageFlags.IsComponentsV2;
    await send(general, { flags, components: [{ type: 10, content: 'A quote' }] });
    expect(discord.messages(general).at(-1)?.text).toBe('A quote');
    const both = send(general, { flags, content: 'x', components: [{ type: 10, content: 'A quote' }] });
    await expect(both).rejects.toMatchObject({ code: 50035 });
    await expect(send(general, { flags: MessageFlags.Ephemeral, content: 'x' })).rejects.toMatchObject({
      code: 50035,
    });
  });

  it('are edited and deleted, those of others not', async () => {
    const { id } = (await send(general, { content: 'First' })) as Message;
    const mine = Routes.channelMessage(general, id);
    const body = { content: 'Second', allowed_mentions: { parse: [] } };
    expect(await stage.client.rest.patch(mine, { body })).toMatchObject({ content: 'Second' });
    await stage.client.rest.delete(mine);
    await expect(stage.client.rest.get(mine)).rejects.toMatchObject({ code: 10008 });
    const theirs = Routes.channelMessage(general, discord.post(asha, general, 'Mine').id);
    await expect(stage.client.rest.patch(theirs, { body })).rejects.toMatchObject({ code: 50005 });
    await expect(stage.client.rest.delete(theirs)).rejects.toMatchObject({ code: 50013 });
    const alone = discord.member({ guildId: null });
    const direct = Routes.channelMessage(alone.channelId, discord.post(alone, alone.channelId, 'Mine').id);
    await expect(stage.client.rest.delete(direct)).rejects.toMatchObject({ code: 50003 });
  });

  it.runIf(openapi !== null)('are what the schema of Discord says', async () => {
    const target = discord.post(asha, general, 'A claim', { files: [FILE] });
    const sent = await send(general, { content: 'x', message_reference: { message_id: target.id } });
    const check = (name: string, body: unknown) => loadSchemaChecker(openapi ?? '').checkNamed(name, body);
    expect(check('MessageResponse', sent)).toEqual([]);
    const { id } = discord.channel({ botPermissions: ['ViewChannel'] });
    expect(check('GuildChannelResponse', await stage.client.rest.get(Routes.channel(id)))).toEqual([]);
    const roles = await stage.client.rest.get(Routes.guildRoles(asha.guildId ?? ''));
    expect((roles as unknown[]).flatMap((role) => check('GuildRoleResponse', role))).toEqual([]);
  });
});

describe('the permissions of the bot in a channel', () => {
  const ALL: readonly PermissionsString[] = [
    'ViewChannel',
    'SendMessages',
    'ReadMessageHistory',
    'AttachFiles',
    'EmbedLinks',
  ];
  const without = (...taken: PermissionsString[]): PermissionsString[] =>
    ALL.filter((one) => !taken.includes(one));

  /** Opens a channel with a member's message in it. */
  function openChannel(botPermissions: readonly PermissionsString[]): { id: string; messageId: string } {
    const { id } = discord.channel({ botPermissions });
    return { id, messageId: discord.post(asha, id, 'A claim').id };
  }

  const reply = (messageId: string) => ({ content: 'x', message_reference: { message_id: messageId } });

  it.each<[PermissionsString, string, (id: string, messageId: string) => Promise<unknown>, number]>([
    ['ViewChannel', 'see it', (id) => stage.client.rest.get(Routes.channel(id)), 50001],
    ['ViewChannel', 'send', (id) => send(id, { content: 'x' }), 50001],
    ['ViewChannel', 'read', (id, m) => stage.client.rest.get(Routes.channelMessage(id, m)), 50001],
    ['ViewChannel', 'list', (id) => stage.client.rest.get(Routes.channelMessages(id)), 50001],
    ['ViewChannel', 'delete', (id, m) => stage.client.rest.delete(Routes.channelMessage(id, m)), 50001],
    ['ViewChannel', 'type', (id) => stage.client.rest.post(Routes.channelTyping(id)), 50001],
    ['SendMessages', 'send', (id) => send(id, { content: 'x' }), 50013],
    ['SendMessages', 'type', (id) => stage.client.rest.post(Routes.channelTyping(id)), 50013],
    ['EmbedLinks', 'send an embed', (id) => send(id, { embeds: [EMBED] }), 50013],
    [
      'AttachFiles',
      'send a file',
      (id) => {
        const files = [{ name: 'a.txt', data: 'x' }];
        return stage.client.rest.post(Routes.channelMessages(id), { body: {}, files });
      },
      50013,
    ],
    ['ReadMessageHistory', 'reply', (id, m) => send(id, reply(m)), 160002],
    ['ReadMessageHistory', 'read', (id, m) => stage.client.rest.get(Routes.channelMessage(id, m)), 50001],
  ])('without %s it cannot %s, with it it can', async (permission, _name, act, code) => {
    const { id, messageId } = openChannel(without(permission));
    await expect(act(id, messageId)).rejects.toMatchObject({ status: 403, code });
    expect(discord.violations).toEqual([]);
    discord.permitBot(id, [...ALL, 'ManageMessages']);
    await act(id, messageId);
    expect(discord.violations).toEqual([]);
  });

  it('empty the list of messages without Read Message History', async () => {
    const { id } = openChannel(without('ReadMessageHistory'));
    expect(await stage.client.rest.get(Routes.channelMessages(id))).toEqual([]);
  });

  it('let its own messages be edited without Send Messages', async () => {
    const { id } = openChannel(ALL);
    const sent = (await send(id, { content: 'First' })) as Message;
    discord.permitBot(id, ['ViewChannel']);
    const body = { content: 'Second', allowed_mentions: { parse: [] } };
    const edited = await stage.client.rest.patch(Routes.channelMessage(id, sent.id), { body });
    expect(edited).toMatchObject({ content: 'Second' });
  });

  it('keep the messages of a channel that it does not see from it', async () => {
    const hidden = openChannel(without('ViewChannel'));
    const { messageId } = openChannel(ALL);
    await stage.hear(messageId);
    expect(stage.events.map(({ d }) => d['id'])).not.toContain(hidden.messageId);
  });

  it('are what discord.js makes of the channel, and change with it', async () => {
    const { id } = discord.channel({ botPermissions: ['ViewChannel', 'ManageMessages'] });
    const read = () => {
      const channel = stage.client.channels.cache.get(id);
      const me = channel && 'guild' in channel ? channel.guild.members.me : null;
      return me && channel && 'permissionsFor' in channel ? channel.permissionsFor(me).toArray() : [];
    };
    await expect.poll(read).toEqual(['ViewChannel', 'ManageMessages']);
    discord.permitBot(id, ['ViewChannel', 'SendMessages']);
    await expect.poll(read).toEqual(['ViewChannel', 'SendMessages']);
  });

  it('are set only where there is a channel of a guild', () => {
    const alone = discord.member({ guildId: null });
    expect(() => {
      discord.permitBot(alone.channelId, []);
    }).toThrow('in a guild');
    expect(() => discord.channel({ guildId: '1' })).toThrow('not in the guild 1');
    expect(() => discord.role({ guildId: '1' })).toThrow('not in the guild 1');
  });
});

describe('links to messages', () => {
  it('lead to the message that they are copied from', () => {
    const message = discord.post(asha, general, 'Here');
    const alone = discord.member({ guildId: null });
    const direct = discord.post(alone, alone.channelId, 'There');
    expect(message.url).toBe(`https://discord.com/channels/${asha.guildId ?? ''}/${general}/${message.id}`);
    expect(direct.url).toBe(`https://discord.com/channels/@me/${alone.channelId}/${direct.id}`);
    expect([discord.follow(message.url), discord.follow(direct.url)]).toEqual([message, direct]);
    expect(discord.follow(message.url)).toBe(message);
  });

  it.each<[string, (url: string) => string]>([
    ['another guild', (url) => url.replace(/channels\/\d+/u, 'channels/1')],
    ['another channel', (url) => url.replace(/\d+\/(\d+)$/u, '1/$1')],
    ['another message', (url) => url.replace(/\d+$/u, '1')],
    ['direct messages', (url) => url.replace(/channels\/\d+/u, 'channels/@me')],
  ])('lead nowhere when they name %s', (_name, change) => {
    const { url } = discord.post(asha, general, 'Here');
    expect(() => discord.follow(change(url))).toThrow('leads to no message');
  });

  it('lead nowhere once the message is gone, and are none when written otherwise', () => {
    const message = discord.post(asha, general, 'Here');
    discord.remove(message);
    expect(() => discord.follow(message.url)).toThrow('leads to no message');
    expect(() => discord.follow(`${message.url}/x`)).toThrow('is no link to a message');
    expect(() => discord.follow(message.url.replace('https:', 'http:'))).toThrow('is no link to a message');
  });
});
