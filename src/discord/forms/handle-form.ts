import type { ModalSubmitInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import { reply } from '../respond.js';
import { sayOnly } from '../view.js';
import { parseForm } from './form-ids.js';
import { takeReason } from './take-reason.js';

/** Answers a form that was sent. */
export async function handleForm(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<void> {
  const form = parseForm(interaction.customId);
  switch (form?.kind) {
    case undefined:
      return reply(interaction, sayOnly(context.say.formUnknown), true);
    case 'vote':
      return takeReason(interaction, context);
  }
}
