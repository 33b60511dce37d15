import type { ButtonInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { renderVoteForm } from '../forms/vote-form.js';
import { openForm, reply } from '../respond.js';
import { takeVote } from '../take-vote.js';
import { sayOnly } from '../view.js';

/** Counts a vote; one down is asked for its reason, and counts though none is given. */
export async function castVote(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { isUp }: Extract<Press, { kind: 'vote' }>,
): Promise<void> {
  const { say } = context;
  await takeVote(interaction, context, { isUp, reason: null });
  if (isUp) await reply(interaction, sayOnly(say.votedUp), true);
  else await openForm(interaction, renderVoteForm(say));
}
