import type { Interaction, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord, LocalMember } from './local-discord/index.js';
import { FAILURES, findOpenapi } from './local-discord/index.js';
import { loadSchemaChecker } from './local-discord/schema-checker.js';
import { stageClient } from './stage-client.js';

const { ChatInput, Message } = ApplicationCommandType;
const openapi = findOpenapi();
const stage = stageClient({ discord: { guilds: [{ name: 'Newsroom' }, { name: 'Archive' }] } });
let discord: LocalDiscord;
let asha: LocalMember;
let newsroom: string;

beforeAll(() => {
  ({ discord } = stage);
  asha = discord.member({ name: 'Asha' });
  newsroom = asha.guildId ?? '';
});

type Body = RESTPostAPIApplicationCommandsJSONBody;

const globalRoute = () => Routes.applicationCommands(discord.applicationId);
const guildRoute = () => Routes.applicationGuildCommands(discord.applicationId, newsroom);
const put = (route: string, ...body: object[]) => stage.client.rest.put(route as `/${string}`, { body });
const chat = (name: string, more: Partial<Body> = {}): object => ({ name, description: 'Does it', ...more });
const menu = (name: string, more: object = {}): object => ({ name, type: Message, ...more });
const names = (guildId?: string) => discord.commands(guildId).map(({ name, type }) => `${type} ${name}`);

/** Answers the next interaction with a word and returns it. */
const answerNext = () =>
  stage.next(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('Yes.');
    return interaction;
  });

/** Returns the gateway's payload of the last interaction. */
const lastPayload = () => stage.events.filter(({ t }) => t === 'INTERACTION_CREATE').at(-1)?.d;

describe('registering', () => {
  afterEach(async () => {
    await put(globalRoute());
    await put(guildRoute());
  });

  it('keeps slash and message commands of one name beside each other', async () => {
    await put(globalRoute(), chat('sources'), menu('sources'), menu('Find sources'));
    expect(names()).toEqual(['1 sources', '3 sources', '3 Find sources']);
    expect(discord.commands()[1]).toMatchObject({ type: Message, description: '' });
    expect(discord.commands()[1]).not.toHaveProperty('options');
    expect(discord.violations).toEqual([]);
  });

  it('overwrites all commands of one scope and leaves the other', async () => {
    await put(globalRoute(), chat('ask'), menu('Find sources'));
    await put(guildRoute(), chat('ask'), chat('desk'));
    const [ask] = discord.commands();
    await put(globalRoute(), chat('ask', { description: 'Otherwise' }));
    expect(names()).toEqual(['1 ask']);
    expect(discord.commands()[0]).toMatchObject({ id: ask?.id, description: 'Otherwise' });
    expect(discord.commands()[0]?.version).not.toBe(ask?.version);
    expect(names(newsroom)).toEqual(['1 ask', '1 desk']);
    expect(names(discord.guilds[1]?.id)).toEqual([]);
  });

  it('changes nothing when one command of a list is refused', async () => {
    await put(globalRoute(), chat('ask'));
    await expect(put(globalRoute(), chat('ok'), menu(''))).rejects.toMatchObject({ code: 50035 });
    expect(names()).toEqual(['1 ask']);
  });

  it('adds one command, or puts it in the place of its namesake', async () => {
    const add = (body: object) => stage.client.rest.post(guildRoute(), { body });
    await add(menu('Find sources'));
    const [first] = discord.commands(newsroom);
    const moderators = PermissionFlagsBits.ManageMessages.toString();
    await add(menu('Find sources', { default_member_permissions: moderators }));
    await add(chat('find', { description: 'Finds' }));
    expect(names(newsroom)).toEqual(['3 Find sources', '1 find']);
    expect(discord.commands(newsroom)[0]).toMatchObject({
      id: first?.id,
      default_member_permissions: moderators,
    });
  });

  it('keeps contexts of global commands only', async () => {
    const contexts = [InteractionContextType.Guild];
    await put(globalRoute(), menu('Everywhere'), menu('Here', { contexts }));
    await put(guildRoute(), menu('Mine', { contexts }));
    const shown = discord.commands().map(({ contexts: stored, dm_permission }) => [stored, dm_permission]);
    expect(shown).toEqual([
      [null, true],
      [[0], false],
    ]);
    expect(discord.commands(newsroom)[0]).toMatchObject({ contexts: null, guild_id: newsroom });
  });

  it.each<[string, object, object, string]>([
    ['32 characters', menu('x'.repeat(32)), menu('x'.repeat(33)), '[0].name'],
    ['one character', menu('X'), menu(''), '[0].name'],
    ['spaces and capitals', menu('Find Sources 2'), menu('   '), 'Command name is invalid'],
    ['capitals, unlike slash commands', menu('Find'), chat('Find'), 'Command name is invalid'],
    ['spaces, unlike slash commands', menu('find it'), chat('find it'), 'Command name is invalid'],
    ['no description', menu('Find'), menu('Find', { description: 'Finds' }), 'cannot have description'],
    [
      'no options',
      menu('Find', { options: [] }),
      menu('Find', { options: [{ type: 3, name: 'a', description: 'b' }] }),
      'cannot have options',
    ],
    [
      'permissions in digits',
      menu('Find', { default_member_permissions: '8192' }),
      menu('Find', { default_member_permissions: 'ManageMessages' }),
      'default_member_permissions',
    ],
    ['contexts up to 2', menu('Find', { contexts: [0, 1, 2] }), menu('Find', { contexts: [3] }), 'contexts'],
  ])('takes a message command with %s, not otherwise', async (_name, fitting, other, sentence) => {
    await put(globalRoute(), fitting);
    await put(guildRoute(), fitting);
    expect(discord.violations).toEqual([]);
    await expect(put(globalRoute(), other)).rejects.toMatchObject({ code: 50035 });
    await expect(put(guildRoute(), other)).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations[0]).toContain(sentence);
  });

  it.each<[string, number, (name: string) => object]>([
    ['message commands', 15, menu],
    ['slash commands', 100, chat],
  ])('takes so many %s and not one more', async (_name, count, make) => {
    const all = Array.from({ length: count }, (_, i) => make(`c${i}`));
    await put(globalRoute(), ...all);
    await expect(put(globalRoute(), ...all, make('more'))).rejects.toMatchObject({ code: 50035 });
    const body = make('more');
    await expect(stage.client.rest.post(globalRoute(), { body })).rejects.toMatchObject({ code: 50035 });
    expect(names()).toHaveLength(count);
  });

  it('refuses two message commands of one name', async () => {
    await expect(put(globalRoute(), menu('Find'), menu('Find'))).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations[0]).toContain('must be unique');
  });

  it.runIf(openapi !== null)('gives back what the schema of Discord says', async () => {
    const given = (await put(globalRoute(), chat('ask'), menu('Find sources'))) as unknown[];
    const checker = loadSchemaChecker(openapi ?? '');
    expect(given.flatMap((one) => checker.checkNamed('ApplicationCommandResponse', one))).toEqual([]);
  });
});

describe('a message command', () => {
  beforeAll(async () => {
    await put(
      globalRoute(),
      menu('Find sources'),
      menu('Keep', { default_member_permissions: '8192', contexts: [0] }),
      chat('ask'),
    );
  });

  it('brings the whole message to a bot that may not read it otherwise', async () => {
    const { id: channelId } = discord.channel({ name: 'claims' });
    const files = [{ name: 'a.txt', content: 'Habari' }];
    const target = discord.postAsWebhook('Feed', channelId, 'A claim', {
      files,
      embeds: [{ title: 'News' }],
    });
    const got = answerNext();
    const response = await discord.messageCommand(asha, 'Find sources', target);
    const interaction = await got;
    if (!interaction.isMessageContextMenuCommand()) throw new Error('it is no message command');
    const { targetMessage, channelId: where, commandName } = interaction;
    expect([targetMessage.content, targetMessage.embeds[0]?.title, targetMessage.attachments.size]).toEqual([
      'A claim',
      'News',
      1,
    ]);
    expect([where, commandName, response.message.channelId]).toEqual([channelId, 'Find sources', channelId]);
    expect(lastPayload()).toMatchObject({
      type: 2,
      data: {
        type: Message,
        target_id: target.id,
        resolved: { messages: { [target.id]: { content: 'A claim', author: { bot: true } } } },
      },
    });
    expect(lastPayload()?.['data']).not.toHaveProperty('options');
    expect(discord.violations).toEqual([]);
  });

  it('works on the answer of the bot and in direct messages', async () => {
    const alone = discord.member({ guildId: null });
    const [{ message }] = await Promise.all([discord.slash(alone, 'ask'), answerNext()]);
    const got = answerNext();
    await discord.messageCommand(alone, 'Find sources', message);
    const interaction = await got;
    expect(interaction.isMessageContextMenuCommand() && interaction.targetMessage.content).toBe('Yes.');
    expect(lastPayload()).toMatchObject({ context: 1 });
    await expect(discord.messageCommand(alone, 'Keep', message)).rejects.toThrow('direct messages');
  });

  it('is offered to those who have its permissions, or to whom admins give it', async () => {
    const target = discord.post(asha, asha.channelId, 'A claim');
    await expect(discord.messageCommand(asha, 'Keep', target)).rejects.toThrow('lacks the permissions');
    const got = answerNext();
    await discord.messageCommand(asha, 'Keep', target, { overridePermissions: true });
    const overridden = await got;
    expect(overridden.memberPermissions?.has('ManageMessages')).toBe(false);
    const moderator = discord.member({ permissions: ['ViewChannel', 'ManageMessages'] });
    await Promise.all([discord.messageCommand(moderator, 'Keep', target), answerNext()]);
  });

  it('is not offered for what the member does not see, nor to bots, nor as a slash command', async () => {
    const target = discord.post(asha, asha.channelId, 'A claim');
    const stranger = discord.member({ guildId: discord.guilds[1]?.id ?? '' });
    await expect(discord.messageCommand(stranger, 'Find sources', target)).rejects.toThrow('does not see');
    const robot = discord.member({ isBot: true });
    await expect(discord.messageCommand(robot, 'Find sources', target)).rejects.toThrow(
      'bots use no commands',
    );
    await expect(discord.slash(asha, 'Find sources')).rejects.toThrow('no command');
    await expect(discord.messageCommand(asha, 'ask', target)).rejects.toThrow('no command');
    discord.remove(target);
    await expect(discord.messageCommand(asha, 'Find sources', target)).rejects.toThrow('does not see');
  });
});

describe('who uses a command', () => {
  beforeAll(async () => {
    await put(globalRoute(), chat('ask'), chat('desk', { default_member_permissions: '32' }));
  });

  it('comes with roles and what they permit', async () => {
    const editors = discord.role({ name: 'Editors', permissions: ['ManageGuild'] });
    const juma = discord.member({ name: 'Juma', roles: [editors.id] });
    const got = answerNext();
    await discord.slash(juma, 'desk');
    const { member, memberPermissions } = await got;
    expect(member && 'cache' in member.roles && member.roles.cache.has(editors.id)).toBe(true);
    expect(memberPermissions?.has('ManageGuild')).toBe(true);
    expect(lastPayload()).toMatchObject({ member: { roles: [editors.id] } });
    const fetched = await stage.client.rest.get(Routes.guildMember(newsroom, juma.id));
    expect(fetched).toMatchObject({ user: { id: juma.id }, roles: [editors.id] });

    const demoted = discord.member({ id: juma.id });
    await expect(discord.slash(demoted, 'desk')).rejects.toThrow('lacks the permissions');
    expect(await stage.client.rest.get(Routes.guildMember(newsroom, juma.id))).toMatchObject({ roles: [] });
  });

  it('is known only where they are', async () => {
    const alone = discord.member({ guildId: null });
    const route = Routes.guildMember(newsroom, alone.id);
    await expect(stage.client.rest.get(route)).rejects.toMatchObject({ status: 404, code: 10007 });
    expect(() => discord.member({ roles: ['1'] })).toThrow('no role 1');
    const { id } = discord.role({ guildId: discord.guilds[1]?.id ?? '' });
    expect(() => discord.member({ roles: [id] })).toThrow('no role');
  });

  it('meets a bot with the permissions that it has there', async () => {
    const { id: channelId } = discord.channel({ botPermissions: ['ViewChannel', 'AttachFiles'] });
    const got = answerNext();
    await discord.slash(asha, 'ask', {}, { channelId });
    expect((await got).appPermissions.toArray()).toEqual(['ViewChannel', 'AttachFiles']);
    discord.permitBot(channelId, 0n);
    const next = answerNext();
    const { message } = await discord.slash(asha, 'ask', {}, { channelId });
    expect((await next).appPermissions.toArray()).toEqual([]);
    expect(message.content).toBe('Yes.');
    expect(lastPayload()).toMatchObject({ channel: { permissions: asha.permissions.toString() } });
  });
});

describe('the answer to a command', () => {
  beforeAll(async () => {
    await put(globalRoute(), chat('ask'));
  });

  it('is edited and deleted by the id of its channel too', async () => {
    const [{ message }] = await Promise.all([discord.slash(asha, 'ask'), answerNext()]);
    const route = Routes.channelMessage(message.channelId, message.id);
    const body = { content: 'No.', allowed_mentions: { parse: [] } };
    await stage.client.rest.patch(route, { body });
    expect([message.content, message.edits]).toEqual(['No.', 1]);
    await stage.client.rest.delete(route);
    expect(message.deleted).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  it('is in no channel when it is private, and its link is for its member alone', async () => {
    const answered = stage.next(async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply({ content: 'Hush.', flags: 'Ephemeral' });
    });
    const [{ message }] = await Promise.all([discord.slash(asha, 'ask'), answered]);
    const route = Routes.channelMessage(message.channelId, message.id);
    await expect(stage.client.rest.delete(route)).rejects.toMatchObject({ code: 10008 });
    expect(discord.follow(message.url, asha)).toBe(message);
    expect(() => discord.follow(message.url)).toThrow('leads to no message');
  });
});

describe('attachments', () => {
  const option = { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'd' } as const;
  const page = { name: 'page 1.html', content: '<p>Habari</p>', contentType: 'text/html' };

  beforeAll(async () => {
    await put(globalRoute(), { name: 'add', type: ChatInput, description: 'd', options: [option] });
  });

  async function send(): Promise<{ readonly url: string; readonly size: number }> {
    const got = answerNext();
    await discord.slash(asha, 'add', { file: page });
    const interaction: Interaction = await got;
    if (!interaction.isChatInputCommand()) throw new Error('it is no slash command');
    return interaction.options.getAttachment('file', true);
  }

  it('come with their type, their size and an address that serves them', async () => {
    const file = await send();
    expect(file).toMatchObject({ name: 'page_1.html', size: 13, contentType: 'text/html', ephemeral: true });
    const answer = await fetch(file.url);
    expect([answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([
      'text/html',
      String(file.size),
    ]);
    expect(await answer.text()).toBe(page.content);
    expect((await fetch(file.url.replace(/\d+\/page/u, '1/page'))).status).toBe(404);
  });

  it('fail to download when a test says so', async () => {
    const { url } = await send();
    discord.fail({ method: 'GET', path: /^\/attachments\// }, FAILURES.serverError);
    expect((await fetch(url)).status).toBe(500);
    discord.fail({ method: 'GET', path: /^\/attachments\// }, FAILURES.reset);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('lists to choose in', () => {
  const textList = {
    ...{ type: 3, custom_id: 'texts', placeholder: 'Which?', max_values: 2 },
    options: [
      { label: 'One', value: '1', default: true },
      { label: 'Two', value: '2' },
    ],
  };
  const row = (component: object) => ({ type: 1, components: [component] });

  beforeAll(async () => {
    await put(globalRoute(), chat('ask'));
  });

  async function show(...lists: object[]) {
    const components = lists.map(row);
    const answered = stage.next(({ client, id, token }) => {
      const body = { type: 4, data: { components, content: 'Choose.', allowed_mentions: { parse: [] } } };
      return client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    });
    const [{ message }] = await Promise.all([discord.slash(asha, 'ask'), answered]);
    return message;
  }

  it('show what they offer and bring what is chosen', async () => {
    const message = await show(textList);
    expect(message.selects).toMatchObject([
      {
        ...{ customId: 'texts', placeholder: 'Which?', disabled: false },
        options: [
          { label: 'One', value: '1', isDefault: true },
          { label: 'Two', value: '2', isDefault: false },
        ],
      },
    ]);
    const got = answerNext();
    await discord.select(asha, message, 'Which?', ['2', '1']);
    const interaction = await got;
    expect(interaction.isStringSelectMenu() && interaction.values).toEqual(['2', '1']);
  });

  it('bring people, roles and channels', async () => {
    const role = discord.role({ name: 'Editors' });
    const message = await show(
      { type: 5, custom_id: 'people', max_values: 2 },
      { type: 6, custom_id: 'roles' },
      { type: 8, custom_id: 'channels', channel_types: [0] },
      { type: 8, custom_id: 'voices', channel_types: [2] },
    );
    const people = answerNext();
    await discord.select(asha, message, 'people', [asha]);
    const chosen = await people;
    expect(chosen.isUserSelectMenu() && chosen.members.get(asha.id)?.user.id).toBe(asha.id);
    const roles = answerNext();
    await discord.select(asha, message, 'roles', [role.id]);
    const chosenRoles = await roles;
    expect(chosenRoles.isRoleSelectMenu() && chosenRoles.roles.first()?.name).toBe('Editors');
    const channels = answerNext();
    await discord.select(asha, message, 'channels', [asha.channelId]);
    const chosenChannels = await channels;
    expect(chosenChannels.isChannelSelectMenu() && chosenChannels.values).toEqual([asha.channelId]);
    const act = (which: string, values: readonly string[]) => discord.select(asha, message, which, values);
    await expect(act('voices', [asha.channelId])).rejects.toThrow('offers no');
    await expect(act('roles', ['1'])).rejects.toThrow('offers no 1');
    await expect(act('people', [])).rejects.toThrow('takes 1 to 2 values');
  });

  it.each<[string, object, string, readonly string[], string]>([
    ['too many values', textList, 'texts', ['1', '2', '3'], 'offers no 3'],
    ['too few values', textList, 'texts', [], 'takes 1 to 2 values'],
    ['a value twice', textList, 'texts', ['1', '1'], 'chosen twice'],
    ['a list that is not there', textList, 'other', ['1'], 'no select other'],
    ['a disabled list', { ...textList, disabled: true }, 'texts', ['1'], 'no select texts'],
  ])('refuse %s', async (_name, list, which, values, reason) => {
    const message = await show(list);
    await expect(discord.select(asha, message, which, values)).rejects.toThrow(reason);
  });
});
