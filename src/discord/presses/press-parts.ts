import { MessageFlags, type APIMessageTopLevelComponent, type ButtonInteraction } from 'discord.js';
import type { Audience } from '../render-answer.js';
import { findAskerId, readAnswerMessage, type AnswerMessage } from '../read-answer-message.js';
import { reply, update } from '../respond.js';
import type { View } from '../view.js';

/** The components of the message that a button stands on. */
function listComponents({ message }: ButtonInteraction): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON());
}

export function readMessage(interaction: ButtonInteraction): AnswerMessage | null {
  return readAnswerMessage(listComponents(interaction));
}

/** Who may delete the message; `null` where nobody can. */
export function readDeleteId(interaction: ButtonInteraction): string | null {
  return findAskerId(listComponents(interaction));
}

/** Whether the member alone sees the message. */
export function isPrivateMessage({ message }: ButtonInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/**
 * Shows what a press asked for: in place on the presser's own answer, otherwise to the presser alone.
 *
 * @param askerId - Whose answer it is; `null` for a private one.
 * @param render - Renders for the one or the other.
 */
export async function showView(
  interaction: ButtonInteraction,
  askerId: string | null,
  render: (audience: Audience) => View,
): Promise<void> {
  const asPrivate: Audience = { kind: 'private', canShare: interaction.inGuild() };
  if (isPrivateMessage(interaction)) await update(interaction, render(asPrivate));
  else if (interaction.user.id === askerId) await update(interaction, render({ kind: 'public', askerId }));
  else await reply(interaction, render(asPrivate), true);
}
