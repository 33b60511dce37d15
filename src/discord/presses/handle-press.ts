import type { ButtonInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import { parsePress } from '../component-ids.js';
import { handleDraftPress } from '../desk/handle-draft-press.js';
import { turnListPage } from '../desk/turn-list-page.js';
import { reply } from '../respond.js';
import { sayOnly } from '../view.js';
import { castVote } from './cast-vote.js';
import { deleteMessage } from './delete-message.js';
import { shareAnswer } from './share-answer.js';
import { shareSources } from './share-sources.js';
import { showContext } from './show-context.js';
import { showWhy } from './show-why.js';
import { turnPage } from './turn-page.js';
import { turnSourcePage } from './turn-source-page.js';

/** Answers a pressed button from what the button and its message say; nothing is remembered in between. */
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
