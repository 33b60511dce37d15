import { MessageFlags, type APIMessageTopLevelComponent, type ButtonInteraction } from 'discord.js';
import type { Evidence } from '../../core/answer.js';
import type { LoadedCorpus } from '../../core/corpus.js';
import { checksum } from '../../core/hash.js';
import type { Services } from '../../core/services.js';
import type { Audience, NumberedEvidence, ShareState } from '../render-answer.js';
import { findAskerId, readAnswerMessage, type AnswerMessage } from '../read-answer-message.js';
import { reply, update } from '../respond.js';
import type { View } from '../view.js';

export function readMessage(interaction: ButtonInteraction): AnswerMessage | null {
  return readAnswerMessage(listComponents(interaction));
}

/** Who may delete the message; `null` where nobody can. */
export function readDeleteId(interaction: ButtonInteraction): string | null {
  return findAskerId(listComponents(interaction));
}

/** The components of the message that a button stands on. */
function listComponents({ message }: ButtonInteraction): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON());
}

/**
 * The passages that an answer message shows, quoted anew.
 *
 * @returns `null` when one of them is gone or no longer reads as it was shown.
 */
export function requoteShown(
  services: Services,
  loaded: LoadedCorpus,
  { options, shown }: AnswerMessage,
): NumberedEvidence[] | null {
  const passages = shown.flatMap(({ handle, checksum: sum }) => {
    const passage = loaded.corpus.passage(handle);
    return passage && checksum(passage.text) === sum ? passage : [];
  });
  if (passages.length < shown.length) return null;
  return services
    .requote(loaded, options.question, passages)
    .map((evidence: Evidence, i) => ({ evidence, number: shown[i]?.number ?? 0 }));
}

/**
 * Shows what a press asked for: in place on the presser's own answer, otherwise to the presser alone.
 *
 * @param askerId - Whose message it is; `null` for a private one.
 * @param share - Of a private message that is updated in place.
 */
export async function showView(
  interaction: ButtonInteraction,
  askerId: string | null,
  share: ShareState,
  render: (audience: Audience) => View,
): Promise<void> {
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (isPrivate) await update(interaction, render({ kind: 'private', share }));
  else if (interaction.user.id === askerId) await update(interaction, render({ kind: 'public', askerId }));
  else await reply(interaction, render({ kind: 'private', share: 'none' }), true);
}
