import type { ModalSubmitInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import { reply } from '../respond.js';
import { takeVote } from '../take-vote.js';
import { sayOnly } from '../view.js';
import { readReason } from './vote-form.js';

/** Adds the reason to a vote down. */
export async function takeReason(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<void> {
  const { message, guildId, channelId, user } = interaction;
  if (!message) {
    await reply(interaction, sayOnly(context.say.formUnknown), true);
    return;
  }
  const vote = { isUp: false, reason: readReason(interaction) };
  await takeVote({ message, guildId, channelId, user }, context, vote);
  await reply(interaction, sayOnly(context.say.votedDown), true);
}
