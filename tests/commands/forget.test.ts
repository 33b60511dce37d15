import type { ChatInputCommandInteraction } from 'discord.js';
import { expect, it } from 'vitest';
import { forget } from '../../commands/forget.js';
import type { Forgotten, State } from '../../src/core/model/state.js';
import { createBackgroundWrites } from '../../src/discord/background-writes.js';
import { makeContext } from '../support/bot-context.js';
import { recordErrors } from '../support/record-log.js';

const NOTHING = 'There is nothing to remove: I keep nothing of what you asked or voted.';
const STAYS = 'Answers that stand in channels stay there until they are deleted.';

it.each<[Forgotten, string]>([
  [{ questions: 0, votes: 0 }, NOTHING],
  [{ questions: 1, votes: 0 }, `Removed of what you asked: 1; of what you voted: 0. ${STAYS}`],
  [{ questions: 0, votes: 2 }, `Removed of what you asked: 0; of what you voted: 2. ${STAYS}`],
])(
  '/forget waits for what is still being written, then removes and tells: %j',
  async (forgotten, sentence) => {
    const happened: string[] = [];
    const note = (what: string): Promise<void> => Promise.resolve(void happened.push(what));
    const interaction = {
      user: { id: '4' },
      deferReply: () => note('promised'),
      editReply: ({ components }: { components: { toJSON(): { content: string } }[] }) =>
        note(components.map((component) => component.toJSON().content).join('\n')),
    };
    const state = {
      forget: async (memberId: string) => {
        await note(`forgets ${memberId}`);
        return forgotten;
      },
    } as unknown as State;
    const writes = createBackgroundWrites(recordErrors().log);
    writes.begin(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      happened.push('written');
    });
    await forget.run(interaction as unknown as ChatInputCommandInteraction, makeContext({ state, writes }));
    expect(happened).toEqual(['promised', 'written', 'forgets 4', sentence]);
  },
);
