import type { ModalSubmitInteraction } from 'discord.js';
import { acknowledge, promiseReply } from '../respond.js';

/** Promises the answer to a form: in place of the message whose button opened it, or else a private reply. */
export async function answerForm(interaction: ModalSubmitInteraction): Promise<void> {
  await (interaction.isFromMessage() ? acknowledge(interaction) : promiseReply(interaction));
}
