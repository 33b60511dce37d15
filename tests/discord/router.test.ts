import type { Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.js';
import type { Command, InteractionContext } from '../../src/discord/command.js';
import { createRouter } from '../../src/discord/router.js';
import { makeContext } from '../support/bot-context.js';

const SWAHILI_SERVER = '12345678901234567';

const CONTEXT = makeContext({
  settingsOf: (guildId) =>
    Promise.resolve({ ...DEFAULT_SETTINGS, language: guildId === SWAHILI_SERVER ? 'sw' : 'en' }),
});

/** Uses a command and returns what the member is told. */
async function use(commands: readonly Command[], guildId: string | null): Promise<string> {
  const told: string[] = [];
  const interaction = {
    id: '1',
    guildId,
    commandName: 'greet',
    isCommand: () => true,
    isChatInputCommand: () => true,
    isAutocomplete: () => false,
    isButton: () => false,
    isModalSubmit: () => false,
    isRepliable: () => true,
    reply: ({ components }: { components: { toJSON(): { content: string } }[] }) => {
      told.push(...components.map((component) => component.toJSON().content));
      return Promise.resolve();
    },
  };
  await createRouter(commands, CONTEXT)(interaction as unknown as Interaction);
  return told.join('\n');
}

function greet(run: (context: InteractionContext) => Promise<void>): Command {
  return {
    kind: 'slash',
    data: { name: 'greet', description: 'Greet' },
    isForModerators: false,
    run: (_interaction, context) => run(context),
  };
}

describe('the router', () => {
  it.each([
    ['a server that chose Swahili', SWAHILI_SERVER, 'sw', 'Kwa nini'],
    ['another server', '76543210987654321', 'en', 'Why'],
    ['direct messages', null, 'en', 'Why'],
  ])('gives a command the settings and sentences of %s', async (_name, guildId, language, why) => {
    const given: InteractionContext[] = [];
    const command = greet((context) => Promise.resolve(void given.push(context)));
    await use([command], guildId);
    expect(given).toMatchObject([{ settings: { language }, say: { why } }]);
  });

  it.each([
    [SWAHILI_SERVER, 'Tayari makala zinapakiwa upya. Tafadhali subiri zimalize kupakiwa.'],
    [null, 'A reload is already running. Please wait for it to end.'],
  ])('tells of a fault in the language of %s', async (guildId, sentence) => {
    const command = greet(() => Promise.reject(new Fault('RELOAD_RUNNING', 'one runs')));
    expect(await use([command], guildId)).toBe(sentence);
  });

  it.each([
    [SWAHILI_SERVER, 'Sina tena amri hii. Andika / ili kuona nilizo nazo.'],
    [null, 'I no longer have this command. Type / to see those I have.'],
  ])('says in the language of %s that it has no such command', async (guildId, sentence) => {
    expect(await use([], guildId)).toBe(sentence);
  });
});
