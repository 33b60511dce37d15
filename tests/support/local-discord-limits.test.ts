import { DiscordAPIError, MessageFlags, Routes } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord, LocalMember } from './local-discord/index.js';
import { findOpenapi } from './local-discord/index.js';
import {
  V2,
  reply,
  v2,
  textOf,
  buttonOf,
  linkOf,
  rowOf,
  buttons,
  fields,
  selectOf,
  inputOf,
  modalOf,
  choicesOf,
  x,
  texts,
  costly,
} from './message-bodies.js';
import { stageClient } from './stage-client.js';

const openapi = findOpenapi();
const stage = stageClient();
let discord: LocalDiscord;
let asha: LocalMember;

beforeAll(async () => {
  ({ discord } = stage);
  asha = discord.member({ name: 'Asha' });
  const option = { type: 3, name: 'article', description: 'Which?', autocomplete: true };
  await stage.client.rest.put(Routes.applicationCommands(discord.applicationId), {
    body: [
      { name: 'raw', description: 'Answers what the test says' },
      { name: 'source', description: 'Shows an article', options: [option] },
    ],
  });
});

/** Sends a first response, bypassing every check of discord.js; if it is refused, sends `instead`. */
function sendRaw(body: object, instead: object): Promise<unknown> {
  return stage.next(async ({ client, id, token }) => {
    const send = (data: object) =>
      client.rest.post(Routes.interactionCallback(id, token), { body: data, auth: false });
    const error: unknown = await send(body).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error !== null) await send(instead);
    return error;
  });
}

type Limit = [name: string, atLimit: object, over: object, sentence: string];

const LIMITS: Limit[] = [
  [
    'content',
    reply({ content: x(2000) }),
    reply({ content: x(2001) }),
    'data.content: Must be 2000 or fewer',
  ],
  [
    'embeds',
    reply({ embeds: Array(10).fill({ title: 'x' }) }),
    reply({ embeds: Array(11).fill({ title: 'x' }) }),
    'data.embeds',
  ],
  [
    'embed title',
    reply({ embeds: [{ title: x(256) }] }),
    reply({ embeds: [{ title: x(257) }] }),
    'embeds[0].title',
  ],
  [
    'embed description',
    reply({ embeds: [{ description: x(4096) }] }),
    reply({ embeds: [{ description: x(4097) }] }),
    'embeds[0].description',
  ],
  [
    'embed fields',
    reply({ embeds: [{ fields: fields(25) }] }),
    reply({ embeds: [{ fields: fields(26) }] }),
    'fields',
  ],
  [
    'embed field value',
    reply({ embeds: [{ fields: fields(1, x(1024)) }] }),
    reply({ embeds: [{ fields: fields(1, x(1025)) }] }),
    'embeds[0].fields[0].value',
  ],
  [
    'all embeds',
    reply({ embeds: [{ description: x(4000) }, { description: x(2000) }] }),
    reply({ embeds: [{ description: x(4000) }, { description: x(2001) }] }),
    'Embed size exceeds maximum size of 6000',
  ],
  [
    'text displays',
    v2([textOf(x(3000)), textOf(x(1000))]),
    v2([textOf(x(3000)), textOf(x(1001))]),
    '4001 characters',
  ],
  ['cost of text displays', costly(10_146), costly(10_147), 'cost 10171'],
  [
    'components',
    v2([{ type: 17, components: texts(39, 'x') }]),
    v2([{ type: 17, components: texts(39, 'x') }, textOf('x')]),
    '41 components',
  ],
  [
    'buttons of a row',
    v2([rowOf(...buttons(5))]),
    v2([rowOf(...buttons(6))]),
    'data.components[0].components',
  ],
  [
    'rows without V2',
    reply({ content: 'x', components: buttons(5).map((one) => rowOf(one)) }),
    reply({ content: 'x', components: buttons(6).map((one) => rowOf(one)) }),
    'Must be 5 or fewer',
  ],
  [
    'button label',
    v2([rowOf(buttonOf({ label: x(80) }))]),
    v2([rowOf(buttonOf({ label: x(81) }))]),
    'components[0].label',
  ],
  [
    'custom id',
    v2([rowOf(buttonOf({ custom_id: x(100) }))]),
    v2([rowOf(buttonOf({ custom_id: x(101) }))]),
    'custom_id',
  ],
  ['custom id, empty', v2([rowOf(buttonOf())]), v2([rowOf(buttonOf({ custom_id: '' }))]), 'custom_id'],
  ['link', v2([rowOf(linkOf(512))]), v2([rowOf(linkOf(513))]), 'url: Must be 512 or fewer'],
  [
    'texts of a section',
    v2([{ type: 9, components: texts(3, 'x'), accessory: buttonOf() }]),
    v2([{ type: 9, components: texts(4, 'x'), accessory: buttonOf() }]),
    'data.components[0].components: Must be 3 or fewer',
  ],
  [
    'options of a select',
    v2([rowOf(selectOf(25))]),
    v2([rowOf(selectOf(26))]),
    'options: Must be 25 or fewer',
  ],
  [
    'placeholder',
    v2([rowOf(selectOf(1, { placeholder: x(150) }))]),
    v2([rowOf(selectOf(1, { placeholder: x(151) }))]),
    'placeholder',
  ],
  [
    'chosen values',
    v2([rowOf(selectOf(2, { max_values: 2 }))]),
    v2([rowOf(selectOf(2, { max_values: 3 }))]),
    'max_values',
  ],
  ['modal title', modalOf({ title: x(45) }), modalOf({ title: x(46) }), 'data.title'],
  ['modal custom id', modalOf({ custom_id: x(100) }), modalOf({ custom_id: x(101) }), 'data.custom_id'],
  [
    'modal components',
    modalOf({ components: [0, 1, 2, 3, 4].map(inputOf) }),
    modalOf({ components: [0, 1, 2, 3, 4, 5].map(inputOf) }),
    'data.components',
  ],
  ['modal, empty', modalOf({}), modalOf({ components: [] }), 'data.components: Must be 1 or more'],
  [
    'modal custom ids',
    modalOf({ components: [inputOf(0), inputOf(1)] }),
    modalOf({ components: [inputOf(), inputOf()] }),
    'duplicated',
  ],
];

const FORBIDDEN: [name: string, body: object, sentence: string][] = [
  [
    'V2 components without the flag',
    reply({ components: [textOf('x')] }),
    'needs MessageFlags.IS_COMPONENTS_V2',
  ],
  [
    'content with V2',
    reply({ flags: V2, content: 'x', components: [textOf('x')] }),
    "The 'content' field cannot be used",
  ],
  [
    'embeds with V2',
    reply({ flags: V2, embeds: [{ title: 'x' }], components: [textOf('x')] }),
    "'embeds' field",
  ],
  ['a repeated custom id', v2([rowOf(buttonOf(), buttonOf())]), 'custom id cannot be duplicated'],
  ['a link with a custom id', v2([rowOf({ ...linkOf(30), custom_id: 'x' })]), 'cannot have a custom id'],
  ['a link that is none', v2([rowOf({ ...linkOf(30), url: 'example.org' })]), 'Not a well formed URL'],
  ['a button with a url', v2([rowOf(buttonOf({ url: 'https://example.org' }))]), 'Only a link button'],
  ['a button with nothing on it', v2([rowOf(buttonOf({ label: '' }))]), 'a label or an emoji'],
  ['a button with a letter as emoji', v2([rowOf(buttonOf({ emoji: { name: 'a' } }))]), 'Invalid emoji'],
  ['an empty text display', v2([textOf('')]), 'Must be 1 or more'],
  ['a section without accessory', v2([{ type: 9, components: [textOf('x')] }]), 'accessory'],
  ['a select beside a button', v2([rowOf(selectOf(1), buttonOf())]), 'holds nothing else'],
  [
    'an attachment that is not there',
    v2([{ type: 13, file: { url: 'attachment://a.md' } }]),
    'attachment://a.md refers to no',
  ],
  ['an unknown component', v2([{ type: 99 }]), 'data.components[0].type'],
  ['an empty message', reply({}), 'the message is empty'],
  ['more than Ephemeral when deferring', { type: 5, data: { flags: 64 | V2 } }, 'may carry only Ephemeral'],
  [
    'a response that does not fit',
    { type: 8, data: { choices: [] } },
    'cannot be answered with a response of type 8',
  ],
  [
    'users allowed twice over',
    reply({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }),
    'mutually exclusive',
  ],
  ['no allowed_mentions', { type: 4, data: { content: 'x' } }, 'message without allowed_mentions'],
];

describe('limits', () => {
  /** Sends a first response and returns the error that the bot receives; null if it is accepted. */
  const answerRaw = async (body: object): Promise<unknown> => {
    const sent = sendRaw(body, reply({ content: 'It was refused.' }));
    const [error] = await Promise.all([sent, discord.slash(asha, 'raw')]);
    return error;
  };

  it.each(LIMITS)('takes the longest %s', async (_name, body) => {
    expect(await answerRaw(body)).toBeNull();
    expect(discord.violations).toEqual([]);
  });

  it.each(LIMITS)('refuses the %s one over', async (_name, _body, over, sentence) => {
    expect(await answerRaw(over)).not.toBeNull();
    expect(discord.violations[0]).toContain(
      'POST /interactions/{interaction_id}/{interaction_token}/callback',
    );
    expect(discord.violations.join('\n')).toContain(sentence);
  });

  it.each(FORBIDDEN)('records %s', async (_name, body, sentence) => {
    await answerRaw(body);
    expect(discord.violations.join('\n')).toContain(sentence);
  });

  it('answers 50035 with the place of the fault', async () => {
    const refusal = await answerRaw(v2([rowOf(buttonOf({ label: x(81) }))]));
    expect(refusal).toBeInstanceOf(DiscordAPIError);
    const error = { data: { components: { 0: { components: { 0: { label: { _errors: [{}] } } } } } } };
    expect(refusal).toMatchObject({ status: 400, code: 50035, rawError: { errors: error } });
  });

  it.each([
    ['25 choices', choicesOf(25), choicesOf(26), 'data.choices'],
    ['a name of 100', choicesOf(1, x(100)), choicesOf(1, x(101)), 'choices[0].name'],
    ['a value of 100', choicesOf(1, 'n', x(100)), choicesOf(1, 'n', x(101)), 'choices[0].value'],
  ])('takes %s characters or choices, not one more', async (_name, body, over, sentence) => {
    const suggest = async (choices: object) => {
      const sent = sendRaw(choices, choicesOf(0));
      const [found] = await Promise.all([discord.autocomplete(asha, 'source', 'article', 'a'), sent]);
      return found;
    };
    expect(await suggest(body)).toEqual(body.data.choices);
    expect(discord.violations).toEqual([]);
    await suggest(over);
    expect(discord.violations.join('\n')).toContain(sentence);
  });

  const optionOf = (i: number, more: object = {}) => ({ type: 3, name: `o${i}`, description: 'd', ...more });
  const command = (more: object) => ({ name: 'n', description: 'd', ...more });
  const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  const bigChoice = (i: number) => ({ name: x(89) + String(i), value: x(9) + String(i) });
  const bigOption = (i: number, chars: number) =>
    optionOf(i + 10, { description: x(chars), choices: many(3, bigChoice) });
  const choice = (i: number) => ({ name: `c${i}`, value: `v${i}` });

  it.each([
    ['name', command({ name: x(32) }), command({ name: x(33) }), '[0].name'],
    ['lower-case name', command({ name: 'n' }), command({ name: 'N' }), 'Command name is invalid'],
    ['description', command({ description: x(100) }), command({ description: x(101) }), '[0].description'],
    [
      'options',
      command({ options: many(25, optionOf) }),
      command({ options: many(26, optionOf) }),
      '[0].options',
    ],
    [
      'choices',
      command({ options: [optionOf(0, { choices: many(25, choice) })] }),
      command({ options: [optionOf(0, { choices: many(26, choice) })] }),
      '[0].options[0].choices',
    ],
    [
      'required options first',
      command({ options: [optionOf(0, { required: true }), optionOf(1)] }),
      command({ options: [optionOf(0), optionOf(1, { required: true })] }),
      'Required options must be placed before',
    ],
    [
      'characters in all',
      // 20 options of 3 + 97 characters, each with 3 choices of 90 + 10; the command itself has 1 + 1.
      command({ options: many(20, (i) => bigOption(i, i === 0 ? 95 : 97)) }),
      command({ options: many(20, (i) => bigOption(i, i === 0 ? 96 : 97)) }),
      'exceeds maximum size (8000)',
    ],
    [
      'locales',
      command({ name_localizations: { fr: 'n' } }),
      command({ name_localizations: { sw: 'n' } }),
      'Unknown locale',
    ],
  ])('holds commands to their %s', async (_name, atLimit, over, sentence) => {
    const route = Routes.applicationGuildCommands(discord.applicationId, asha.guildId ?? '');
    await stage.client.rest.put(route, { body: [atLimit] });
    expect(discord.violations).toEqual([]);
    await expect(stage.client.rest.put(route, { body: [over] })).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations.join('\n')).toContain(sentence);
    await stage.client.rest.put(route, { body: [] });
  });

  it('keeps the V2 flag and the privacy of a message through edits', async () => {
    const channel = Routes.channelMessages(asha.channelId);
    const body = { flags: V2, components: [textOf('x')], allowed_mentions: { parse: [] } };
    const { id } = (await stage.client.rest.post(channel, { body })) as { id: string };
    const edit = (flags: number) =>
      stage.client.rest.patch(Routes.channelMessage(asha.channelId, id), { body: { flags } });
    await expect(edit(0)).rejects.toMatchObject({ code: 50035 });
    await expect(edit(V2 | MessageFlags.Ephemeral)).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations).toHaveLength(2);
  });

  it('records routes that do not exist and requests without the token', async () => {
    await expect(stage.client.rest.get('/nothing')).rejects.toMatchObject({ status: 404 });
    await expect(stage.client.rest.get('/users/@me', { auth: false })).rejects.toMatchObject({ status: 401 });
    expect(discord.violations).toEqual([
      expect.stringContaining('not a route'),
      expect.stringContaining("without the bot's token"),
    ]);
  });

  it.runIf(openapi !== null)('holds bodies against the schema of Discord', async () => {
    expect(discord.validatesSchemas).toBe(true);
    await answerRaw(v2([{ type: 14, spacing: 2, divider: true, id: 'one' }]));
    await answerRaw(reply({ content: 'x', sticker_ids: [], attachments: [], tts: 'yes' }));
    await answerRaw(
      v2([
        { ...textOf('x'), id: 4 },
        { type: 17, accent_color: 1, components: [textOf('x')], spoiler: false },
      ]),
    );
    expect(discord.violations).toHaveLength(2);
  });
});
