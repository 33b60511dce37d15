import type {
  ChatInputCommandInteraction,
  Interaction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  InteractionContextType,
  MessageFlags,
  ModalBuilder,
  REST,
  Routes,
  SlashCommandBuilder,
  TextDisplayBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord, LocalMember } from './local-discord/index.js';
import {
  FAILURES,
  findOpenapi,
  rateLimited,
  RESPONSE_DEADLINE_MS,
  startLocalDiscord,
} from './local-discord/index.js';
import { loadSchemaChecker } from './local-discord/schema-checker.js';
import { V2, reply, textOf, buttonOf, linkOf, rowOf, fields, selectOf } from './message-bodies.js';

const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Answers')
    .addStringOption((option) =>
      option.setName('question').setDescription('What?').setRequired(true).setMinLength(2).setMaxLength(10),
    )
    .addIntegerOption((option) =>
      option.setName('count').setDescription('How many?').setMinValue(1).setMaxValue(5),
    )
    .toJSON(),
  new SlashCommandBuilder().setName('secret').setDescription('Answers privately').toJSON(),
  new SlashCommandBuilder().setName('slow').setDescription('Answers later').toJSON(),
  new SlashCommandBuilder().setName('file').setDescription('Answers with a file').toJSON(),
  new SlashCommandBuilder().setName('form').setDescription('Opens a form').toJSON(),
  new SlashCommandBuilder().setName('silent').setDescription('Answers nothing').toJSON(),
  new SlashCommandBuilder().setName('raw').setDescription('Answers what the test says').toJSON(),
  new SlashCommandBuilder()
    .setName('source')
    .setDescription('Shows an article')
    .addStringOption((option) =>
      option.setName('article').setDescription('Which?').setRequired(true).setAutocomplete(true),
    )
    .toJSON(),
  new SlashCommandBuilder()
    .setName('corpus')
    .setDescription('Looks after the corpus')
    .setDefaultMemberPermissions(32)
    .setContexts(InteractionContextType.Guild)
    .addSubcommand((sub) => sub.setName('reload').setDescription('Reads it anew'))
    .toJSON(),
  { name: 'Find sources', type: ApplicationCommandType.Message },
];

function answer(text: string, button: string) {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(`v1:${button}`).setLabel(button).setStyle(ButtonStyle.Secondary),
    new ButtonBuilder().setURL('https://example.org/').setLabel('Read').setStyle(ButtonStyle.Link),
    new ButtonBuilder().setCustomId('v1:off').setEmoji('🗑️').setStyle(ButtonStyle.Danger).setDisabled(true),
  );
  const quote = new TextDisplayBuilder().setContent(text);
  return { components: [new ContainerBuilder().addTextDisplayComponents(quote).addActionRowComponents(row)] };
}

/** The body that the bot sends as its next response to `/raw`. */
interface Raw {
  body: unknown;
  /** Called with the error of the request, null if it was accepted; also with any other error in the bot. */
  report: (error: unknown) => void;
}

function createBot(discord: LocalDiscord, raw: Raw): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction, raw).catch((error: unknown) => {
      raw.report(error);
    });
  });
  client.on(Events.MessageCreate, (message) => {
    if (message.content.startsWith(`<@${discord.bot.id}>`))
      void message.reply(`You said: ${message.content.slice(-5)}`);
  });
  return client;
}

async function handle(interaction: Interaction, raw: Raw): Promise<void> {
  if (interaction.isChatInputCommand()) await HANDLERS[interaction.commandName]?.(interaction, raw);
  if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  if (interaction.isAutocomplete()) await suggest(interaction);
  if (interaction.isButton() && interaction.customId === 'v1:more')
    await interaction.update(answer('More.', 'less'));
  if (interaction.isButton() && interaction.customId === 'v1:less') {
    await interaction.deferUpdate();
    await interaction.editReply(answer('Less.', 'gone'));
  }
  if (interaction.isButton() && interaction.customId === 'v1:gone') {
    await interaction.deferUpdate();
    await interaction.deleteReply();
  }
  if (interaction.isModalSubmit()) {
    const file = interaction.fields.getUploadedFiles('file', true).first();
    const text = await fetch(file?.url ?? '').then((response) => response.text());
    await interaction.reply(`${interaction.fields.getTextInputValue('reason')}: ${text}`);
  }
}

async function suggest(interaction: Extract<Interaction, { respond: unknown }>): Promise<void> {
  const typed = interaction.options.getFocused();
  await interaction.respond([{ name: `Title of ${typed}`, value: typed }]);
}

type Handler = (interaction: ChatInputCommandInteraction, raw: Raw) => Promise<unknown>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  ask: async (interaction) => {
    await interaction.reply({
      ...answer(`**${interaction.options.getString('question', true)}** <@1>`, 'more'),
      flags: V2,
    });
    await interaction.editReply(answer('A quote.', 'more'));
  },
  secret: (interaction) =>
    interaction.reply({ ...answer('Hush.', 'more'), flags: V2 | MessageFlags.Ephemeral, withResponse: true }),
  slow: async (interaction) => {
    await interaction.deferReply();
    await interaction.editReply({ ...answer('At last.', 'more'), flags: V2 });
    const extra = await interaction.followUp({ content: 'And more.', flags: MessageFlags.Ephemeral });
    await interaction.editReply({ message: extra.id, content: 'And even more.' });
    const gone = await interaction.followUp('Never mind.');
    await interaction.deleteReply(gone.id);
  },
  file: (interaction) =>
    interaction.reply({ files: [{ attachment: Buffer.from('{"a":1}'), name: 'a file.json' }] }),
  form: (interaction) =>
    interaction.showModal(
      new ModalBuilder()
        .setCustomId('v1:form')
        .setTitle('Why?')
        .addLabelComponents(
          (label) =>
            label
              .setLabel('Reason')
              .setTextInputComponent((input) =>
                input.setCustomId('reason').setStyle(TextInputStyle.Short).setMaxLength(20),
              ),
          (label) => label.setLabel('File').setFileUploadComponent((upload) => upload.setCustomId('file')),
        ),
    ),
  silent: () => Promise.resolve(),
  source: (interaction) => interaction.reply(interaction.options.getString('article', true)),
  corpus: (interaction) => interaction.reply(interaction.options.getSubcommand()),
  raw: async (interaction, raw) => {
    if (!(await sendRaw(interaction, raw))) await interaction.reply('It was refused.');
  },
};

/** Sends a first response, bypassing every check of discord.js; returns false if it is refused. */
async function sendRaw({ client, id, token }: Interaction, raw: Raw): Promise<boolean> {
  const { body } = raw;
  raw.body = null;
  const error: unknown = await client.rest
    .post(Routes.interactionCallback(id, token), { body, auth: false })
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  raw.report(error);
  return error === null;
}

const openapi = findOpenapi();
let discord: LocalDiscord;
let client: Client;
let asha: LocalMember;
let juma: LocalMember;
const ignore = (): void => undefined;
const raw: Raw = { body: null, report: ignore };

/** Returns the next thing that the bot reports. */
const nextReport = () =>
  new Promise<unknown>((resolve) => {
    raw.report = resolve;
  });

beforeAll(async () => {
  discord = await startLocalDiscord({ guilds: [{ name: 'Newsroom' }, { name: 'Archive' }] });
  client = createBot(discord, raw);
  await client.login(discord.token);
  await discord.waitFor(() => client.isReady(), { what: 'the bot' });
  await client.application?.commands.set(COMMANDS);
  asha = discord.member({ name: 'Asha' });
  juma = discord.member({ name: 'Juma', permissions: ['ViewChannel', 'ManageGuild'] });
});

afterEach(() => {
  discord.violations.length = 0;
});

afterAll(async () => {
  await client.destroy();
  await discord.close();
});

describe('commands', () => {
  it('gives commands back as Discord stores them', async () => {
    const [ask] = discord.commands();
    expect(ask).toMatchObject({
      type: 1,
      nsfw: false,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
    });
    const [question, count] = ask?.options ?? [];
    expect(question).toMatchObject({ required: true, max_length: 10 });
    expect(count).not.toHaveProperty('required');
    const fetched = await client.application?.commands.fetch();
    expect(fetched?.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    expect(discord.violations).toEqual([]);
  });

  it('keeps ids, and versions until a command changes', async () => {
    const before = discord.commands();
    await client.application?.commands.set(COMMANDS);
    expect(discord.commands()).toEqual(before);
  });

  it('refuses guilds where the bot is not', async () => {
    const act = client.rest.get(Routes.applicationGuildCommands(discord.applicationId, '1'));
    await expect(act).rejects.toMatchObject({ status: 403, code: 50001 });
  });

  it('keeps the commands of a guild apart', async () => {
    const archive = discord.guilds[1]?.id ?? '';
    await client.application?.commands.create({ name: 'here', description: 'Only here' }, archive);
    expect(discord.commands(archive)).toMatchObject([{ name: 'here', guild_id: archive }]);
    await expect(discord.slash(asha, 'here')).rejects.toThrow('no command here is registered there');
  });
});

describe('answers', () => {
  it('shows a reply, its edit and its buttons', async () => {
    const { kind, ephemeral, message, responseMs } = await discord.slash(asha, 'ask', { question: 'Why?' });
    expect({ kind, ephemeral }).toEqual({ kind: 'message', ephemeral: false });
    expect(responseMs).toBeGreaterThanOrEqual(0);
    await discord.waitFor(() => message.edits === 1);
    expect(message.text).toBe('A quote.');
    expect(message.pings).toEqual([]);
    expect(message.buttons).toMatchObject([
      { label: 'more', customId: 'v1:more', url: null, disabled: false, emoji: null },
      { label: 'Read', customId: null, url: 'https://example.org/' },
      { label: '', emoji: '🗑️', disabled: true },
    ]);
    expect(discord.violations).toEqual([]);
  });

  it('updates a message in place, at once or later, and deletes it', async () => {
    const { message } = await discord.slash(asha, 'ask', { question: 'Why?' });
    await discord.waitFor(() => message.edits === 1);
    const more = await discord.press(juma, message, 'more');
    expect([more.kind, more.updated, more.message, message.text]).toEqual(['update', true, message, 'More.']);
    const less = await discord.press(juma, message, 'v1:less');
    await less.settled();
    expect([less.kind, less.updated, message.text]).toEqual(['deferred-update', true, 'Less.']);
    await discord.press(juma, message, ({ label }) => label === 'gone');
    await discord.waitFor(() => message.deleted);
    await expect(discord.press(juma, message, 'gone')).rejects.toThrow('deleted');
    expect(discord.violations).toEqual([]);
  });

  it('shows an ephemeral message to its member only', async () => {
    const { ephemeral, message } = await discord.slash(asha, 'secret');
    expect([ephemeral, message.ephemeral]).toEqual([true, true]);
    expect(discord.messages(asha.channelId)).not.toContain(message);
    expect(discord.messages(asha.channelId, asha)).toContain(message);
    await expect(discord.press(juma, message, 'more')).rejects.toThrow('does not see');
    await expect(client.rest.get(Routes.channelMessage(message.channelId, message.id))).rejects.toMatchObject(
      {
        code: 10008,
      },
    );
    expect((await discord.press(asha, message, 'more')).ephemeral).toBe(true);
  });

  it('fills a deferred reply and takes follow-ups', async () => {
    const response = await discord.slash(asha, 'slow');
    expect(response.kind).toBe('deferred');
    const message = await response.settled();
    expect(message.text).toBe('At last.');
    const followup = await response.followup(1);
    const gone = await response.followup(2);
    await discord.waitFor(() => gone.deleted);
    expect([followup.ephemeral, followup.text, followup.edits]).toEqual([true, 'And even more.', 1]);
    expect(discord.violations).toEqual([]);
  });

  it('keeps files and serves them', async () => {
    const { message } = await discord.slash(asha, 'file');
    const [file] = message.attachments;
    expect(file).toMatchObject({ name: 'a_file.json', text: '{"a":1}' });
    expect(await fetch(file?.url ?? '').then((response) => response.text())).toBe('{"a":1}');
  });

  it('suggests while a member types', async () => {
    const choices = await discord.autocomplete(asha, 'source', 'article', 'mal');
    expect(choices).toEqual([{ name: 'Title of mal', value: 'mal' }]);
  });

  it('opens forms and takes what is filled in', async () => {
    const opened = await discord.slash(asha, 'form');
    expect([opened.kind, opened.modal.title]).toEqual(['modal', 'Why?']);
    const file = { name: 'a.txt', content: 'Habari' };
    const { message } = await discord.submitModal(asha, opened, { reason: 'New', file: [file] });
    expect(message.text).toBe('New: Habari');
    const act = (reason: string) => discord.submitModal(asha, opened, { reason, file: [file] });
    await expect(act('x'.repeat(21))).rejects.toThrow('takes 0 to 20 characters');
    await expect(act('')).rejects.toThrow('is required');
  });

  it('says when the bot did not respond', async () => {
    const hasty = await startLocalDiscord({ responseDeadlineMs: 100 });
    const bot = createBot(hasty, { body: null, report: ignore });
    await bot.login(hasty.token);
    await hasty.waitFor(() => bot.isReady());
    await bot.application?.commands.set(COMMANDS);
    await expect(hasty.slash(hasty.member(), 'silent')).rejects.toThrow('did not respond');
    hasty.fail((request) => request.path.endsWith('/callback'), FAILURES.reset);
    await expect(hasty.slash(hasty.member(), 'secret')).rejects.toThrow('did not respond');
    const broken = await hasty.waitFor(() => hasty.requests.find(({ path }) => path.endsWith('/callback')));
    expect(broken.status).toBe(0);
    await bot.destroy();
    await hasty.close();
  });
});

describe('what members can do', () => {
  it.each([
    ['an unknown option', { question: 'Why?', when: 'now' }, 'no option when'],
    ['a missing option', {}, 'question is required'],
    ['a text too short', { question: 'x' }, 'at least 2'],
    ['a text too long', { question: 'x'.repeat(11) }, 'at most 10'],
    ['a number too large', { question: 'Why?', count: 6 }, 'at most 5'],
    ['half a number', { question: 'Why?', count: 1.5 }, 'whole number'],
  ])('refuses %s', async (_name, options, reason) => {
    await expect(discord.slash(asha, 'ask', options)).rejects.toThrow(reason);
  });

  it.each([
    ['disabled', '🗑️', 'is disabled'],
    ['a link', 'Read', 'is a link'],
    ['not there', 'Nothing', 'no such button'],
  ])('cannot press a button that is %s', async (_name, button, reason) => {
    const { message } = await discord.slash(asha, 'secret');
    await expect(discord.press(asha, message, button)).rejects.toThrow(reason);
  });

  it('asks for the permissions of a command unless an admin overrides them', async () => {
    const subcommand = 'reload';
    await expect(discord.slash(asha, 'corpus', {}, { subcommand })).rejects.toThrow('lacks the permissions');
    expect((await discord.slash(juma, 'corpus', {}, { subcommand })).message.text).toBe('reload');
    expect((await discord.slash(asha, 'corpus', {}, { subcommand, overridePermissions: true })).kind).toBe(
      'message',
    );
  });

  it('offers a command only in its contexts', async () => {
    const alone = discord.member({ name: 'Zawadi', guildId: null });
    await expect(discord.slash(alone, 'corpus', {}, { subcommand: 'reload' })).rejects.toThrow(
      'direct messages',
    );
    expect((await discord.slash(alone, 'secret')).message.text).toBe('Hush.');
  });

  it('sends the bot the content of a message only where it is mentioned', async () => {
    discord.post(asha, asha.channelId, 'Nobody in particular');
    const post = discord.post(asha, asha.channelId, `<@${discord.bot.id}> Habari?`);
    const reply = await discord.waitFor(() =>
      discord.messages(asha.channelId).find(({ repliesTo }) => repliesTo === post.id),
    );
    expect(reply.content).toBe('You said: bari?');
    const found = await discord.messageCommand(juma, 'Find sources', post);
    expect(found.message.content).toBe(post.content);
  });
});

describe('deadlines', () => {
  it('lets the first answer come for 3 s, once, and the rest for 15 minutes', async () => {
    let clock = Date.now();
    const timed = await startLocalDiscord({
      now: () => clock,
      responseDeadlineMs: RESPONSE_DEADLINE_MS,
    });
    const rest = new REST({ api: timed.apiUrl }).setToken(timed.token);
    const bot = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: timed.apiUrl } });
    const events: string[] = [];
    const waits = [3001, 3000];
    const errors: unknown[] = [];
    bot.on(Events.Raw, ({ t }: { t: string }) => events.push(t));
    bot.on(Events.InteractionCreate, ({ id, token }) => {
      clock += waits.shift() ?? 0;
      const answer = { body: reply({ content: 'x' }), auth: false };
      rest.post(Routes.interactionCallback(id, token), answer).catch((error: unknown) => errors.push(error));
    });
    await bot.login(timed.token);
    await rest.put(Routes.applicationCommands(timed.applicationId), { body: COMMANDS });
    const late = expect(timed.slash(timed.member(), 'secret')).rejects.toThrow('did not respond');
    await expect.poll(() => errors).toMatchObject([{ code: 10062 }]);
    await late;
    const { interaction, message, responseMs } = await timed.slash(timed.member(), 'secret');
    expect(responseMs).toBe(3000);
    const { id, token } = interaction;
    const again = rest.post(Routes.interactionCallback(id, token), {
      body: reply({ content: 'x' }),
      auth: false,
    });
    await expect(again).rejects.toMatchObject({ code: 40060 });
    const original = Routes.webhookMessage(timed.applicationId, token);
    clock += 15 * 60_000 - 3000;
    expect(await rest.get(original, { auth: false })).toMatchObject({ id: message.id });
    clock += 1;
    await expect(rest.get(original, { auth: false })).rejects.toMatchObject({ code: 50027 });
    expect(timed.violations).toEqual([
      expect.stringContaining('later than 3000 ms'),
      expect.stringContaining('acknowledged twice'),
      expect.stringContaining('older than 15 minutes'),
    ]);
    expect(events).not.toContain('MESSAGE_CREATE');
    await bot.destroy();
    await timed.close();
  });
});

describe.runIf(openapi !== null)("what Discord's own schema says of the answers", () => {
  const shown = [
    {
      type: 17,
      components: [
        textOf('x'),
        { type: 14 },
        { type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] },
      ],
    },
    {
      type: 9,
      components: [textOf('y')],
      accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
    },
    rowOf(linkOf(30), buttonOf({ emoji: { name: '✅', id: null }, disabled: true })),
    rowOf(selectOf(2)),
  ];

  it.each([
    [
      'ApplicationCommandResponse',
      () =>
        client.rest.get(Routes.applicationCommand(discord.applicationId, discord.commands()[0]?.id ?? '')),
    ],
    ['GatewayBotResponse', () => client.rest.get('/gateway/bot')],
    ['UserPIIResponse', () => client.rest.get('/users/@me')],
    ['PrivateApplicationResponse', () => client.rest.get('/applications/@me')],
    ['GuildWithCountsResponse', () => client.rest.get(Routes.guild(asha.guildId ?? ''))],
    ['GuildMemberResponse', () => client.rest.get(Routes.guildMember(asha.guildId ?? '', asha.id))],
    ['GuildChannelResponse', () => client.rest.get(Routes.channel(asha.channelId))],
    [
      'PrivateChannelResponse',
      () => client.rest.get(Routes.channel(discord.member({ guildId: null }).channelId)),
    ],
    [
      'MessageResponse',
      () =>
        client.rest.post(Routes.channelMessages(asha.channelId), {
          body: { flags: V2, components: shown, allowed_mentions: {} },
        }),
    ],
    [
      'MessageResponse',
      () =>
        client.rest.post(Routes.channelMessages(asha.channelId), {
          body: { embeds: [{ title: 'x', fields: fields(1) }] },
        }),
    ],
    ['MessageResponse', () => original('slow')],
    ['MessageResponse', () => original('file')],
  ])('is so of a %s', async (name, get) => {
    expect(loadSchemaChecker(openapi ?? '').checkNamed(name, await get())).toEqual([]);
  });

  async function original(command: string): Promise<unknown> {
    const response = await discord.slash(asha, command);
    await response.settled();
    return client.rest.get(Routes.webhookMessage(discord.applicationId, response.interaction.token), {
      auth: false,
    });
  }
});

describe('pings', () => {
  const everything = `@everyone @here <@7> <@&8>`;
  const all = ['@everyone', '@here', '<@7>', '<@&8>'];

  it.each([
    ['absent', {}, all],
    ['nobody', { allowed_mentions: { parse: [] } }, []],
    ['everyone', { allowed_mentions: { parse: ['everyone'] } }, ['@everyone', '@here']],
    ['users', { allowed_mentions: { parse: ['users'] } }, ['<@7>']],
    ['one user', { allowed_mentions: { users: ['7'] } }, ['<@7>']],
    ['another user', { allowed_mentions: { users: ['9'] } }, []],
    ['roles', { allowed_mentions: { parse: ['roles'] } }, ['<@&8>']],
  ])('with allowed_mentions %s', async (_name, mentions, pings) => {
    raw.body = { type: 4, data: { flags: V2, components: [textOf(everything)], ...mentions } };
    const { message } = await discord.slash(asha, 'raw');
    expect(message.pings).toEqual(pings);
  });
});

describe('failures', () => {
  const callback = { method: 'POST', path: /\/callback$/u };

  it('answers an error instead of handling the request', async () => {
    discord.fail(callback, FAILURES.serverError);
    expect((await discord.slash(asha, 'secret')).message.text).toBe('Hush.');
    expect(discord.requests.slice(-2).map(({ status }) => status)).toEqual([500, 200]);
  });

  it('limits the rate', async () => {
    discord.fail(callback, rateLimited(0.01));
    expect((await discord.slash(asha, 'secret')).message.text).toBe('Hush.');
    expect(discord.requests.at(-2)?.status).toBe(429);
  });

  it('loses an answer after handling the request', async () => {
    const { options } = client.rest;
    const { timeout } = options;
    options.timeout = 300;
    discord.fail(callback, FAILURES.lost);
    const report = nextReport();
    expect((await discord.slash(asha, 'secret')).message.text).toBe('Hush.');
    expect(await report).toMatchObject({ code: 40060 });
    options.timeout = timeout;
    expect(discord.violations).toEqual([]);
  });

  it('never records the token', () => {
    expect(JSON.stringify(discord.requests)).not.toContain(discord.token);
  });
});

describe('the gateway', () => {
  it('replays what a bot missed while it was away', async () => {
    const before = discord.resumes;
    discord.dropGateway();
    const { message } = await discord.slash(asha, 'secret');
    expect(message.text).toBe('Hush.');
    expect(discord.resumes).toBe(before + 1);
    expect(discord.identifies).toEqual([GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages]);
  });

  it('lets a bot resume after a close code and when told to', async () => {
    const before = discord.resumes;
    discord.dropGateway(4000);
    await discord.waitFor(() => discord.resumes === before + 1);
    discord.requestReconnect();
    await discord.waitFor(() => discord.resumes === before + 2);
    discord.invalidateSession(true);
    await discord.waitFor(() => discord.resumes === before + 3);
  });

  it('refuses a wrong token and intents that were not granted', async () => {
    const stranger = new Client({ intents: [], rest: { api: discord.apiUrl } });
    await expect(stranger.login('x.y.z')).rejects.toThrow('invalid token');
    const greedy = new Client({ intents: ['MessageContent'], rest: { api: discord.apiUrl } });
    await expect(greedy.login(discord.token)).rejects.toThrow('disallowed intents');
    expect(discord.violations.at(-1)).toContain('privileged');
  });
});
