import type { Message } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { asksByMention } from '../../../src/discord/answers/mentions.js';

const CHANNEL = '300000000000000001';
const THREAD = '300000000000000002';

interface Facts {
  readonly isThread?: boolean;
  readonly isBot?: boolean;
  readonly webhookId?: string;
  readonly system?: boolean;
  readonly inGuild?: boolean;
}

/** A message that mentions the bot. */
function write({
  isThread = false,
  isBot = false,
  webhookId,
  system = false,
  inGuild = true,
}: Facts): Message {
  return {
    author: { bot: isBot },
    webhookId: webhookId ?? null,
    system,
    client: { user: { id: '1' } },
    inGuild: () => inGuild,
    channel: isThread
      ? { id: THREAD, parentId: CHANNEL, isThread: () => true }
      : { id: CHANNEL, parentId: '9', isThread: () => false },
    mentions: {
      has: (
        { id }: { id: string },
        { ignoreEveryone, ignoreRoles, ignoreRepliedUser }: Record<string, boolean>,
      ) => id === '1' && ignoreEveryone && ignoreRoles && ignoreRepliedUser,
    },
  } as unknown as Message;
}

describe('asksByMention', () => {
  it.each<[string, Facts, boolean]>([
    ['a member', {}, true],
    ['another bot', { isBot: true }, false],
    ['a webhook', { webhookId: '5' }, false],
    ['the server itself', { system: true }, false],
    ['somebody in direct messages', { inGuild: false }, false],
  ])('takes a mention by %s: %j is %s', (_name, facts, expected) => {
    expect(asksByMention(write(facts), [])).toBe(expected);
  });

  it.each<[string, Facts, readonly string[], boolean]>([
    ['a channel that is named', {}, ['7', CHANNEL], true],
    ['a channel that is not', {}, ['7'], false],
    ['a thread of a channel that is named', { isThread: true }, [CHANNEL], true],
    ['a thread of a channel that is not', { isThread: true }, ['7'], false],
    ['a channel of a category that is named', {}, ['9'], false],
  ])('takes, with %s, %j among %j: %s', (_name, facts, askChannels, expected) => {
    expect(asksByMention(write(facts), askChannels)).toBe(expected);
  });
});
