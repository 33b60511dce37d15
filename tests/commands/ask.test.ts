import type { ChatInputCommandInteraction } from 'discord.js';
import { expect, it } from 'vitest';
import { ask } from '../../commands/ask.js';
import type { State } from '../../src/core/model/state.js';
import { createBackgroundWrites } from '../../src/discord/background-writes.js';
import { makeContext } from '../support/bot-context.js';
import { recordErrors } from '../support/record-log.js';

/**
 * Asks in a server and returns what happened, in order.
 *
 * @param messageId - As Discord tells it; `null` when that answer is lost.
 */
async function askIn(question: string, isPrivate: boolean, messageId: string | null): Promise<string[]> {
  const happened: string[] = [];
  const note = (what: string): Promise<void> => Promise.resolve(void happened.push(what));
  const interaction = {
    createdTimestamp: 0,
    user: { id: '4' },
    guildId: '3',
    channelId: '2',
    inGuild: () => true,
    options: {
      getString: (name: string) => (name === 'question' ? question : null),
      getInteger: () => null,
      getBoolean: () => isPrivate,
    },
    reply: async () => {
      happened.push('replying');
      await new Promise((resolve) => setImmediate(resolve));
      happened.push('replied');
      return { resource: messageId === null ? null : { message: { id: messageId } } };
    },
    fetchReply: async () => {
      await note('fetched');
      return { id: '9' };
    },
  };
  const state = {
    answers: { put: (answer: { messageId: string }) => note(`kept ${answer.messageId}`) },
    gaps: { add: () => note('noted') },
  } as unknown as State;
  const writes = createBackgroundWrites(recordErrors().log);
  const context = makeContext({ state, writes, gapsDays: 30 });
  await ask.run(interaction as unknown as ChatInputCommandInteraction, context);
  await writes.settled();
  return happened;
}

it.each([
  ['a public answer', 'Title of bridge', false, '1', ['kept 1']],
  [
    'a public answer whose message Discord did not tell',
    'Title of bridge',
    false,
    null,
    ['fetched', 'kept 9'],
  ],
  ['a private answer', 'Title of bridge', true, '1', []],
  ['a public refusal', 'Jupiter', false, '1', ['noted']],
  ['a private refusal', 'Jupiter', true, '1', ['noted']],
])('/ask replies before anything of it is kept: %s', async (_name, question, isPrivate, messageId, kept) => {
  expect(await askIn(question, isPrivate, messageId)).toEqual(['replying', 'replied', ...kept]);
});
