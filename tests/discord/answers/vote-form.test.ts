import type { ModalSubmitInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import { handleForm } from '../../../src/discord/handle-form.js';
import { readReason, renderVoteForm } from '../../../src/discord/answers/votes.js';
import { makeContext } from '../../support/bot-context.js';

/** A form as it is sent with that reason chosen; the builder checks Discord's limits. */
const choose = (reason: string | null): ModalSubmitInteraction =>
  ({ fields: { getRadioGroup: () => reason } }) as unknown as ModalSubmitInteraction;

describe('the form for the reason of a vote down', () => {
  it.each([
    ['English', ENGLISH],
    ['Swahili', SWAHILI],
  ])('offers four reasons in %s', (_name, say) => {
    const { custom_id, title, components } = renderVoteForm(say).toJSON();
    expect([custom_id, title]).toEqual(['v1:form:vote', say.voteFormTitle]);
    expect(title.length).toBeLessThanOrEqual(45);
    const reasons = ['off-topic', 'wrong-paragraph', 'outdated', 'other'] as const;
    const options = reasons.map((value) => ({ value, label: say.voteReason(value) }));
    expect(components).toMatchObject([{ component: { required: true, options } }]);
  });

  it.each([
    ['off-topic', 'off-topic'],
    ['other', 'other'],
    ['a-reason-of-tomorrow', null],
    [null, null],
  ])('reads %s as %s', (chosen, reason) => {
    expect(readReason(choose(chosen))).toBe(reason);
  });
});

describe('handleForm', () => {
  it.each([['v1:form:poem'], ['v1:form:vote'], ['']])(
    'says of "%s" that stands on no message, or is unknown, that nothing was done',
    async (customId) => {
      const told: string[] = [];
      const interaction = {
        customId,
        message: null,
        reply: ({ components }: { components: { toJSON(): { content: string } }[] }) =>
          Promise.resolve(void told.push(...components.map((component) => component.toJSON().content))),
      };
      await handleForm(interaction as unknown as ModalSubmitInteraction, makeContext());
      expect(told).toEqual([ENGLISH.formUnknown]);
    },
  );
});
