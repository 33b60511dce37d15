import type { ModalSubmitInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import { showAddition } from '../desk/show-addition.js';
import { promiseReply } from '../respond.js';
import { PASTE_FIELDS } from './paste-form.js';

/** Reads a pasted article and shows what it will be. */
export async function submitPaste(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<void> {
  await promiseReply(interaction);
  const parts = PASTE_FIELDS.map((field) => interaction.fields.getTextInputValue(field).trim());
  const text = parts.filter((part) => part !== '').join('\n\n');
  const draft = await context.services.desk.draft({ kind: 'text', text });
  await showAddition(interaction, context, { draft });
}
