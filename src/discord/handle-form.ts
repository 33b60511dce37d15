import type { ModalSubmitInteraction } from 'discord.js';
import { takeReason } from './answers/votes.js';
import type { InteractionContext } from './command.js';
import { submitDetails, submitPaste } from './desk/addition-forms.js';
import { submitEdit } from './desk/edit.js';
import { type Form, parseForm } from './message/ids.js';
import { reply } from './message/respond.js';
import { sayOnly } from './message/view.js';
import { findModeratorRefusal } from './moderators.js';

/** Handles a submitted form, from its fields and its id. */
export async function handleForm(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<void> {
  const form = parseForm(interaction.customId);
  if (!form) return reply(interaction, sayOnly(context.say.formUnknown), true);
  if (form.kind === 'vote') return takeReason(interaction, context);
  const refusal = findModeratorRefusal(interaction, context, 'change');
  if (refusal !== null) return reply(interaction, sayOnly(refusal), true);
  return submitDeskForm(interaction, context, form);
}

/** Handles a form of the moderators' desk; the caller has checked the permission. */
async function submitDeskForm(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
  form: Exclude<Form, { kind: 'vote' }>,
): Promise<void> {
  switch (form.kind) {
    case 'paste':
      return submitPaste(interaction, context);
    case 'details':
      return submitDetails(interaction, context, form);
    case 'edit':
      return submitEdit(interaction, context, form);
  }
}
