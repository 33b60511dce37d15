import { PermissionFlagsBits, RESTJSONErrorCodes, type ButtonInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { acknowledge, isApiError, reply } from '../respond.js';
import { sayOnly } from '../view.js';

/** Deletes the message for the one who asked, or for a member who may manage messages. */
export async function deleteMessage(
  interaction: ButtonInteraction,
  { say }: InteractionContext,
  { askerId }: Extract<Press, { kind: 'delete' }>,
): Promise<void> {
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
  if (interaction.user.id !== askerId && !mayManage) {
    await reply(interaction, sayOnly(say.onlyAskerDeletes), true);
    return;
  }
  await acknowledge(interaction);
  try {
    await interaction.deleteReply();
  } catch (error) {
    if (!isApiError(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}
