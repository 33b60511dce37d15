import { type ButtonInteraction, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import {
  searchWithoutFilters,
  shareAnswer,
  showClosest,
  showContext,
  showWhy,
  turnPage,
} from './answers/answer-buttons.js';
import { castVote } from './answers/votes.js';
import type { InteractionContext } from './command.js';
import { handleDraftPress } from './desk/handle-draft-press.js';
import { turnListPage } from './desk/lists.js';
import { parsePress, type Press } from './message/ids.js';
import { acknowledge, isApiError, reply } from './message/respond.js';
import { sayOnly } from './message/view.js';
import { turnSourcePage } from './source/open-source.js';
import { shareSources } from './source/share-sources.js';

/** Handles a pressed button from its id and its message; no state is held in memory between presses. */
export async function handlePress(
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<void> {
  const press = parsePress(interaction.customId);
  switch (press?.kind) {
    case undefined:
      return reply(interaction, sayOnly(context.say.buttonUnknown), true);
    case 'context':
      return showContext(interaction, context, press);
    case 'page':
      return turnPage(interaction, context, press);
    case 'closest':
      return showClosest(interaction, context, press);
    case 'plain':
      return searchWithoutFilters(interaction, context);
    case 'why':
      return showWhy(interaction, context);
    case 'vote':
      return castVote(interaction, context, press);
    case 'share':
      return shareAnswer(interaction, context);
    case 'share-sources':
      return shareSources(interaction, context, press);
    case 'delete':
      return deleteMessage(interaction, context, press);
    case 'source':
      return turnSourcePage(interaction, context, press);
    case 'draft':
      return handleDraftPress(interaction, context, press);
    case 'list':
      return turnListPage(interaction, context, press);
  }
}

/** Deletes the message for the asker or a member with Manage Messages. */
async function deleteMessage(
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
