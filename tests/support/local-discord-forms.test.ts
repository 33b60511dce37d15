import type { Interaction, ModalSubmitInteraction } from 'discord.js';
import {
  ApplicationCommandType,
  InteractionResponseType,
  ModalBuilder,
  Routes,
  TextInputStyle,
} from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldValues, InteractionResponse, LocalDiscord, LocalMember } from './local-discord/index.js';
import { findOpenapi } from './local-discord/index.js';
import { loadSchemaChecker } from './local-discord/schema-checker.js';
import { stageClient } from './stage-client.js';

const openapi = findOpenapi();
const stage = stageClient();
let discord: LocalDiscord;
let asha: LocalMember;

beforeAll(async () => {
  ({ discord } = stage);
  asha = discord.member({ name: 'Asha' });
  await stage.client.application.commands.set([
    { name: 'form', description: 'Opens a form' },
    { name: 'Form', type: ApplicationCommandType.Message },
  ]);
});

const labelOf = (label: string, component: object, more: object = {}) => ({
  type: 18,
  label,
  component,
  ...more,
});
const textOf = (more: object = {}) => ({ type: 4, custom_id: 'text', style: TextInputStyle.Short, ...more });
const optionsOf = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, i) => ({ label: `L${i}`, value: `v${i}`, ...more }));
const groupOf = (type: number, more: object = {}) => ({
  type,
  custom_id: 'group',
  options: optionsOf(3),
  ...more,
});
const formOf = (...components: object[]) => ({ custom_id: 'form', title: 'A form', components });

/** Opens this form, bypassing every check of discord.js. */
const openRaw =
  (data: object) =>
  async ({ client, id, token }: Interaction): Promise<void> => {
    const body = { type: InteractionResponseType.Modal, data };
    await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  };

/** Opens a form for a member. */
async function open(data: object): Promise<InteractionResponse> {
  const [opened] = await Promise.all([discord.slash(asha, 'form'), stage.next(openRaw(data))]);
  return opened;
}

/** Submits a form with these values and returns what the bot receives. */
async function submit(opened: InteractionResponse, values: FieldValues): Promise<ModalSubmitInteraction> {
  const got = stage.next(async (interaction) => {
    if (!interaction.isModalSubmit()) throw new Error('it is no form');
    await interaction.reply('Thanks.');
    return interaction;
  });
  const [interaction, response] = await Promise.all([got, discord.submitModal(asha, opened, values)]);
  expect(response.message.content).toBe('Thanks.');
  return interaction;
}

/** Returns the gateway's payload of the last interaction. */
const lastPayload = () => stage.events.filter(({ t }) => t === 'INTERACTION_CREATE').at(-1)?.d;

describe('a form', () => {
  it('gives the bot every kind of field as Discord sends it', async () => {
    const role = discord.role({ name: 'Editors' });
    const { id: channelId } = discord.channel({ name: 'desk' });
    const [opened] = await Promise.all([
      discord.slash(asha, 'form'),
      stage.next(
        openRaw(
          formOf(
            { type: 10, content: 'Please fill in.' },
            labelOf('Reason', textOf(), { description: 'In short' }),
            labelOf('Kind', { type: 3, custom_id: 'kind', options: optionsOf(2) }),
            labelOf('One', { type: 21, custom_id: 'one', options: optionsOf(2) }),
            labelOf('Many', { type: 22, custom_id: 'many', options: optionsOf(3) }),
          ),
        ),
      ),
    ]);
    expect(opened.fields.map(({ customId, label, description }) => [customId, label, description])).toEqual([
      ['text', 'Reason', 'In short'],
      ['kind', 'Kind', ''],
      ['one', 'One', ''],
      ['many', 'Many', ''],
    ]);
    const got = await submit(opened, { Reason: 'Late', kind: ['v1'], One: 'v0', Many: ['v0', 'v2'] });
    expect(got.customId).toBe('form');
    expect(got.fields.getTextInputValue('text')).toBe('Late');
    expect(got.fields.getStringSelectValues('kind')).toEqual(['v1']);
    expect(got.fields.getRadioGroup('one')).toBe('v0');
    expect(got.fields.getCheckboxGroup('many')).toEqual(['v0', 'v2']);
    expect(lastPayload()?.['data']).toMatchObject({
      components: [
        { type: 10, id: 1 },
        { type: 18, component: { type: 4, custom_id: 'text', value: 'Late' } },
        { type: 18, component: { type: 3, values: ['v1'] } },
        { type: 18, component: { type: 21, value: 'v0' } },
        { type: 18, component: { type: 22, values: ['v0', 'v2'] } },
      ],
    });

    const second = await open(
      formOf(
        labelOf('Tick', { type: 23, custom_id: 'tick' }),
        labelOf('Person', { type: 5, custom_id: 'person' }),
        labelOf('Role', { type: 6, custom_id: 'role' }),
        labelOf('Channel', { type: 8, custom_id: 'channel' }),
        labelOf('Row', textOf({ required: false })),
      ),
    );
    const chosen = { Tick: true, Person: [asha], Role: [role.id], Channel: [channelId] };
    const { fields } = await submit(second, chosen);
    expect(fields.getCheckbox('tick')).toBe(true);
    expect(fields.getSelectedUsers('person')?.first()?.id).toBe(asha.id);
    expect(fields.getSelectedRoles('role')?.first()?.id).toBe(role.id);
    expect(fields.getSelectedChannels('channel')?.first()?.id).toBe(channelId);
    expect(fields.getTextInputValue('text')).toBe('');
    expect(discord.violations).toEqual([]);
  });

  it('opens with what the bot put in and keeps what is left alone', async () => {
    const opened = await open(
      formOf(
        labelOf('Text', textOf({ value: 'As it was' })),
        labelOf('Kind', {
          type: 3,
          custom_id: 'kind',
          options: optionsOf(2, { default: true }),
          max_values: 2,
        }),
        labelOf('One', { type: 21, custom_id: 'one', required: false, options: optionsOf(2) }),
        labelOf('Tick', { type: 23, custom_id: 'tick', default: true }),
      ),
    );
    expect(opened.fields.map(({ initial }) => initial)).toEqual(['As it was', ['v0', 'v1'], '', true]);
    const { fields } = await submit(opened, {});
    expect(fields.getTextInputValue('text')).toBe('As it was');
    expect(fields.getStringSelectValues('kind')).toEqual(['v0', 'v1']);
    expect(fields.getRadioGroup('one')).toBeNull();
    expect(fields.getCheckbox('tick')).toBe(true);
  });

  it('takes the older rows of one text input', async () => {
    const opened = await open(formOf({ type: 1, components: [textOf({ label: 'Old' })] }));
    expect((await submit(opened, { Old: 'x' })).fields.getTextInputValue('text')).toBe('x');
  });

  it('brings files whose addresses serve them', async () => {
    const opened = await open(formOf(labelOf('Files', { type: 19, custom_id: 'files', max_values: 2 })));
    const page = Buffer.from([0x25, 0x50, 0x44, 0x46, 0]);
    const files = [
      { name: 'a page.pdf', content: page, contentType: 'application/pdf' },
      { name: 'b', content: 'Habari', contentType: null },
    ];
    const got = await submit(opened, { Files: files });
    const [first, second] = [...(got.fields.getUploadedFiles('files')?.values() ?? [])];
    expect(first).toMatchObject({ name: 'a_page.pdf', size: 5, contentType: 'application/pdf' });
    expect(second).toMatchObject({ name: 'b', size: 6, contentType: null });
    const answer = await fetch(first?.url ?? '');
    expect([answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([
      'application/pdf',
      '5',
    ]);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(page);
    const other = await fetch(second?.url ?? '');
    expect(other.headers.get('content-type')).toBe('application/octet-stream');
  });
});

describe('what a client does not let a member send', () => {
  const file = { name: 'a', content: 'x' };

  it.each<[string, object, FieldValues, string]>([
    ['no text', textOf(), {}, 'is required'],
    ['a text too short', textOf({ min_length: 3 }), { F: 'xx' }, '3 to 4000 characters'],
    ['a text too long', textOf({ max_length: 3 }), { F: 'xxxx' }, '0 to 3 characters'],
    ['a text over all limits', textOf(), { F: 'x'.repeat(4001) }, '0 to 4000'],
    ['a tick for a text', textOf(), { F: true }, 'takes a text'],
    ['no choice', groupOf(21), {}, 'is required'],
    ['an unknown choice', groupOf(21), { F: 'v9' }, 'offers no v9'],
    ['two choices of one', groupOf(21), { F: ['v0', 'v1'] }, 'takes one value'],
    ['no boxes', groupOf(22), {}, 'is required'],
    ['too few boxes', groupOf(22, { min_values: 2 }), { F: ['v0'] }, '2 to 3 values'],
    ['too many boxes', groupOf(22, { max_values: 1 }), { F: ['v0', 'v1'] }, '1 to 1 values'],
    ['a box twice', groupOf(22), { F: ['v0', 'v0'] }, 'chosen twice'],
    ['too much of a list', groupOf(3), { F: ['v0', 'v1'] }, '1 to 1 values'],
    ['a text for a tick', { type: 23, custom_id: 'group' }, { F: 'yes' }, 'true or false'],
    ['no file', { type: 19, custom_id: 'group' }, {}, 'is required'],
    [
      'too few files',
      { type: 19, custom_id: 'group', min_values: 2, max_values: 3 },
      { F: [file] },
      '2 to 3',
    ],
    ['too many files', { type: 19, custom_id: 'group' }, { F: [file, file] }, '1 to 1'],
    ['a file for a person', { type: 5, custom_id: 'group' }, { F: [file] }, 'offers no a'],
    ['an unknown role', { type: 6, custom_id: 'group' }, { F: ['1'] }, 'offers no 1'],
    ['an unknown field', textOf(), { G: 'x' }, 'no field G'],
    ['a field twice', textOf(), { F: 'x', text: 'y', group: 'y' }, 'twice'],
  ])('%s', async (_name, component, values, reason) => {
    const opened = await open(formOf(labelOf('F', component)));
    await expect(discord.submitModal(asha, opened, values)).rejects.toThrow(reason);
  });

  it('a form that another opened, and fields that cannot be told apart', async () => {
    const opened = await open(
      formOf(labelOf('F', textOf()), labelOf('F', textOf({ custom_id: 'other', required: false }))),
    );
    await expect(discord.submitModal(discord.member(), opened, { text: 'x' })).rejects.toThrow(
      'did not open',
    );
    await expect(discord.submitModal(asha, opened, { F: 'x' })).rejects.toThrow('several fields F');
  });

  it.each([
    ['the shortest text', textOf({ min_length: 2, max_length: 4 }), { F: 'xx' }],
    ['the longest text', textOf({ min_length: 2, max_length: 4 }), { F: 'xxxx' }],
    ['nothing where nothing is needed', textOf({ required: false, min_length: 2 }), {}],
    ['no box where none is needed', groupOf(22, { required: false, min_values: 0 }), {}],
    ['all boxes', groupOf(22), { F: ['v0', 'v1', 'v2'] }],
    ['no file where none is needed', { type: 19, custom_id: 'group', required: false }, {}],
  ])('but %s', async (_name, component, values) => {
    await submit(await open(formOf(labelOf('F', component))), values);
    expect(discord.violations).toEqual([]);
  });
});

type Limit = [name: string, atLimit: object, over: object, sentence: string];

const x = (count: number) => 'x'.repeat(count);
const inLabel = (component: object, more: object = {}) => formOf(labelOf('F', component, more));
const upload = (more: object) => ({ type: 19, custom_id: 'group', ...more });

const LIMITS: Limit[] = [
  ['label', formOf(labelOf(x(45), textOf())), formOf(labelOf(x(46), textOf())), 'components[0].label'],
  [
    'description of a label',
    inLabel(textOf(), { description: x(100) }),
    inLabel(textOf(), { description: x(101) }),
    'components[0].description',
  ],
  ['value', inLabel(textOf({ value: x(4000) })), inLabel(textOf({ value: x(4001) })), 'component.value'],
  [
    'value against max_length',
    inLabel(textOf({ value: x(5), max_length: 5 })),
    inLabel(textOf({ value: x(6), max_length: 5 })),
    'longer than max_length',
  ],
  [
    'max_length',
    inLabel(textOf({ max_length: 4000 })),
    inLabel(textOf({ max_length: 4001 })),
    'component.max_length',
  ],
  [
    'min_length',
    inLabel(textOf({ min_length: 4, max_length: 4 })),
    inLabel(textOf({ min_length: 5, max_length: 4 })),
    'min_length is above',
  ],
  [
    'placeholder',
    inLabel(textOf({ placeholder: x(100) })),
    inLabel(textOf({ placeholder: x(101) })),
    'component.placeholder',
  ],
  [
    'custom id of a field',
    inLabel(textOf({ custom_id: x(100) })),
    inLabel(textOf({ custom_id: x(101) })),
    'component.custom_id',
  ],
  [
    'radio group',
    inLabel(groupOf(21, { options: optionsOf(10) })),
    inLabel(groupOf(21, { options: optionsOf(11) })),
    'component.options',
  ],
  [
    'radio group from below',
    inLabel(groupOf(21, { options: optionsOf(2) })),
    inLabel(groupOf(21, { options: optionsOf(1) })),
    'component.options',
  ],
  [
    'checkbox group',
    inLabel(groupOf(22, { options: optionsOf(10) })),
    inLabel(groupOf(22, { options: optionsOf(11) })),
    'component.options',
  ],
  [
    'boxes to tick',
    inLabel(groupOf(22, { max_values: 3 })),
    inLabel(groupOf(22, { max_values: 4 })),
    'above the number of options',
  ],
  [
    'boxes that may stay empty',
    inLabel(groupOf(22, { min_values: 0, required: false })),
    inLabel(groupOf(22, { min_values: 0 })),
    'needs required to be false',
  ],
  [
    'label of an option',
    inLabel(groupOf(21, { options: optionsOf(2, { label: x(100) }) })),
    inLabel(groupOf(21, { options: optionsOf(2, { label: x(101) }) })),
    'options[0].label',
  ],
  [
    'description of an option',
    inLabel(groupOf(22, { options: optionsOf(2, { description: x(100) }) })),
    inLabel(groupOf(22, { options: optionsOf(2, { description: x(101) }) })),
    'options[0].description',
  ],
  [
    'list',
    inLabel(groupOf(3, { options: optionsOf(25) })),
    inLabel(groupOf(3, { options: optionsOf(26) })),
    'options',
  ],
  ['files', inLabel(upload({ max_values: 10 })), inLabel(upload({ max_values: 11 })), 'max_values'],
  [
    'fewest files',
    inLabel(upload({ min_values: 2, max_values: 2 })),
    inLabel(upload({ min_values: 3, max_values: 2 })),
    'min_values is above',
  ],
];

const FORBIDDEN: [name: string, form: object, sentence: string][] = [
  ['a text input with a label in a label', inLabel(textOf({ label: 'x' })), 'no label of its own'],
  ['a text input without any label', formOf({ type: 1, components: [textOf()] }), 'This field is required'],
  ['a disabled list', inLabel(groupOf(3, { disabled: true })), 'can be disabled'],
  ['a button', inLabel({ type: 2, style: 1, label: 'x', custom_id: 'x' }), 'component'],
  [
    'two choices made beforehand',
    inLabel(groupOf(21, { options: optionsOf(2, { default: true }) })),
    'defaults',
  ],
  ['options with one value', inLabel(groupOf(22, { options: optionsOf(2, { value: 'v' }) })), 'not unique'],
  ['a field outside a label', formOf(groupOf(21)), 'components[0].type'],
];

describe('the limits of a form', () => {
  it.each(LIMITS)('take the longest %s', async (_name, form) => {
    expect((await open(form)).kind).toBe('modal');
    expect(discord.violations).toEqual([]);
  });

  const refused = LIMITS.map(([name, , over, sentence]): [string, object, string] => [name, over, sentence]);

  it.each([...refused, ...FORBIDDEN])('refuse %s', async (_name, form, sentence) => {
    const answered = stage.next(async (interaction) => {
      await expect(openRaw(form)(interaction)).rejects.toMatchObject({ status: 400, code: 50035 });
      if (interaction.isRepliable()) await interaction.reply('It was refused.');
    });
    await Promise.all([answered, discord.slash(asha, 'form')]);
    expect(discord.violations.join('\n')).toContain(sentence);
  });
});

describe('where a form opens', () => {
  const MODAL = new ModalBuilder()
    .setCustomId('form')
    .setTitle('A form')
    .addLabelComponents((label) =>
      label
        .setLabel('Text')
        .setTextInputComponent((input) => input.setCustomId('text').setStyle(TextInputStyle.Short)),
    );
  const showModal = async (interaction: Interaction): Promise<void> => {
    if ('showModal' in interaction) await interaction.showModal(MODAL);
  };
  const button = { type: 1, components: [{ type: 2, style: 1, label: 'Mend', customId: 'mend' }] };

  async function openFromButton(): Promise<InteractionResponse> {
    const replied = stage.next(async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply({ content: 'A draft', components: [button] });
    });
    const [{ message }] = await Promise.all([discord.slash(asha, 'form'), replied]);
    const [opened] = await Promise.all([discord.press(asha, message, 'Mend'), stage.next(showModal)]);
    return opened;
  }

  it('on a message: the answer may update it', async () => {
    const opened = await openFromButton();
    const updated = stage.next(async (interaction) => {
      if (!interaction.isModalSubmit() || !interaction.isFromMessage()) throw new Error('it has no message');
      const content = `${interaction.message.content}: ${interaction.fields.getTextInputValue('text')}`;
      await interaction.update({ content, components: [] });
    });
    const [response] = await Promise.all([discord.submitModal(asha, opened, { Text: 'mended' }), updated]);
    expect([response.kind, response.updated, response.message.content]).toEqual([
      'update',
      true,
      'A draft: mended',
    ]);
    expect(lastPayload()?.['message']).toMatchObject({ id: response.message.id, content: 'A draft' });
    expect(discord.violations).toEqual([]);
  });

  it('on a message: the answer may be deferred, and then be private', async () => {
    const opened = await openFromButton();
    const answered = stage.next(async (interaction) => {
      if (!interaction.isModalSubmit()) throw new Error('it is no form');
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'Later' });
    });
    const [response] = await Promise.all([discord.submitModal(asha, opened, { Text: 'x' }), answered]);
    expect([response.kind, (await response.settled()).content]).toEqual(['deferred-update', 'Later']);
  });

  it('from a slash command: there is no message to update', async () => {
    const [opened] = await Promise.all([discord.slash(asha, 'form'), stage.next(showModal)]);
    const refused = stage.next(async (interaction) => {
      if (!interaction.isModalSubmit()) throw new Error('it is no form');
      expect([interaction.isFromMessage(), lastPayload()?.['message']]).toEqual([false, undefined]);
      const body = { type: InteractionResponseType.UpdateMessage, data: { content: 'x' } };
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      const update = interaction.client.rest.post(route, { body, auth: false });
      await expect(update).rejects.toMatchObject({ code: 50035 });
      await interaction.reply('Thanks.');
    });
    await Promise.all([discord.submitModal(asha, opened, { Text: 'x' }), refused]);
    expect(discord.violations).toEqual([
      expect.stringContaining('cannot be answered with a response of type 7'),
    ]);
  });

  it('from a message command, as what it is', async () => {
    const target = discord.post(asha, asha.channelId, 'A claim');
    const shown = stage.next(async (interaction) => {
      expect(interaction.isMessageContextMenuCommand()).toBe(true);
      await showModal(interaction);
    });
    const [opened] = await Promise.all([discord.messageCommand(asha, 'Form', target), shown]);
    expect((await submit(opened, { Text: 'x' })).isFromMessage()).toBe(false);
  });

  it('not in answer to a form', async () => {
    const [opened] = await Promise.all([discord.slash(asha, 'form'), stage.next(showModal)]);
    const refused = stage.next(async (interaction) => {
      await expect(openRaw(inLabel(textOf()))(interaction)).rejects.toMatchObject({ code: 50035 });
      if (interaction.isRepliable()) await interaction.reply('Thanks.');
    });
    await Promise.all([discord.submitModal(asha, opened, { Text: 'x' }), refused]);
    expect(discord.violations).toEqual([
      expect.stringContaining('cannot be answered with a response of type 9'),
    ]);
  });

  it.runIf(openapi !== null)('and the answer says what Discord says of it', async () => {
    const opened = await openFromButton();
    const { id, token } = await submit(opened, { Text: 'x' });
    const found = await stage.client.rest.get(Routes.webhookMessage(discord.applicationId, token), {
      auth: false,
    });
    expect(loadSchemaChecker(openapi ?? '').checkNamed('MessageResponse', found)).toEqual([]);
    expect(found).toMatchObject({
      interaction_metadata: { id, type: 5, triggering_interaction_metadata: { type: 3 } },
    });
  });
});
