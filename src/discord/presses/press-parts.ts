import { MessageFlags, type APIMessageTopLevelComponent, type ButtonInteraction } from 'discord.js';
import type { LoadedCorpus } from '../../core/corpus.js';
import { checksum } from '../../core/hash.js';
import type { InteractionContext } from '../command.js';
import type { Audience, NumberedEvidence, ShareState } from '../render-answer.js';
import {
  findAskerId,
  readAnswerMessage,
  type AnswerMessage,
  type ShownPassage,
} from '../read-answer-message.js';
import { reply, update } from '../respond.js';
import { sayOnly, type View } from '../view.js';

/** The answer that a button stands on; `null` after telling the member that it cannot be read. */
export async function readMessage(
  interaction: ButtonInteraction,
  { say }: InteractionContext,
): Promise<AnswerMessage | null> {
  const message = readAnswerMessage(listComponents(interaction));
  if (!message) await reply(interaction, sayOnly(say.messageUnreadable), true);
  return message;
}

/** Who may delete the message; `null` where nobody can. */
export function readDeleteId(interaction: ButtonInteraction): string | null {
  return findAskerId(listComponents(interaction));
}

/** The components of the message that a button stands on. */
export function listComponents({ message }: ButtonInteraction): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON());
}

/** Whether a passage reads as it did when it was shown. */
export function isUnchanged({ corpus }: LoadedCorpus, { handle, checksum: sum }: ShownPassage): boolean {
  const passage = corpus.passage(handle);
  return passage !== undefined && checksum(passage.text) === sum;
}

/** An answer message and the passages that it shows, quoted anew. */
export interface OpenedAnswer {
  readonly message: AnswerMessage;
  readonly passages: readonly NumberedEvidence[];
}

/** @returns `null` after telling the member why: a passage is gone or no longer reads as it was shown. */
export async function openAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
  loaded: LoadedCorpus,
): Promise<OpenedAnswer | null> {
  const message = await readMessage(interaction, context);
  if (!message) return null;
  const { shown, options } = message;
  const unchanged = shown
    .filter((passage) => isUnchanged(loaded, passage))
    .flatMap(({ handle }) => loaded.corpus.passage(handle) ?? []);
  if (unchanged.length < shown.length) {
    await reply(interaction, sayOnly(context.say.passageChanged), true);
    return null;
  }
  const evidence = await context.services.requote(loaded, options, unchanged);
  return {
    message,
    passages: evidence.map((each, i) => ({ evidence: each, number: shown[i]?.number ?? 0 })),
  };
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
