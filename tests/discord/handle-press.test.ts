import type { ButtonInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { handlePress } from '../../src/discord/handle-press.js';
import { makeContext } from '../support/bot-context.js';

const CONTEXT = makeContext();

/** Presses a button with that id on a message without components, and returns what the member is told. */
async function press(customId: string): Promise<string> {
  const told: string[] = [];
  const interaction = {
    customId,
    user: { id: '12345678901234567' },
    message: { components: [] },
    reply: ({ components }: { components: { toJSON(): { content: string } }[] }) => {
      told.push(...components.map((component) => component.toJSON().content));
      return Promise.resolve();
    },
  };
  await handlePress(interaction as unknown as ButtonInteraction, CONTEXT);
  return told.join('\n');
}

describe('handlePress', () => {
  it.each([
    ['v0:context:bridge#1'],
    ['v1:context:Bridge!#1:1-2:00000000'],
    ['v1:page:many'],
    ['v1:closest:'],
    ['v1:plain:1'],
    ['v1:delete:'],
    ['v1:vote:sideways'],
    ['v1:sources:1'],
    ['v1:sources:1:'],
    ['v1:sources:1:2:3'],
    ['someone-elses'],
    [''],
  ])('says that "%s" is from an older version', async (customId) => {
    expect(await press(customId)).toBe('This button is from an older version of me. Please ask again.');
  });

  it.each([
    ['v1:context:bridge#1:1-2:00000000'],
    ['v1:page:3'],
    ['v1:closest:0'],
    ['v1:plain'],
    ['v1:share'],
    ['v1:why'],
  ])('says that the message of "%s" cannot be read', async (customId) => {
    expect(await press(customId)).toBe('I can no longer read this message of mine. Please ask again.');
  });
});
