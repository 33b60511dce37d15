import { MessageFlags, type APIMessageTopLevelComponent, type ButtonInteraction } from 'discord.js';
import type { WithdrawnArticle } from '../../core/article.js';
import type { LoadedCorpus } from '../../core/corpus.js';
import { articleIdOf } from '../../core/handle.js';
import { checksum } from '../../core/hash.js';
import { reportWithdrawal } from '../../core/report-withdrawal.js';
import type { InteractionContext } from '../command.js';
import { keepAnswer, type AnswerPlace } from '../keep-answer.js';
import type { Audience, NumberedEvidence } from '../render-answer.js';
import {
  findAskerId,
  readAnswerMessage,
  type AnswerMessage,
  type ShownPassage,
} from '../read-answer-message.js';
import { reply, update } from '../respond.js';
import { sayOnly, type View } from '../view.js';
import { tellChanged } from './tell-changed.js';

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
export function listComponents({
  message,
}: Pick<ButtonInteraction, 'message'>): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON());
}

/** Whether a passage reads as it did when it was shown. */
export function isUnchanged({ corpus }: LoadedCorpus, { handle, checksum: sum }: ShownPassage): boolean {
  const passage = corpus.passage(handle);
  return passage !== undefined && checksum(passage.text) === sum;
}

/** The withdrawn article that a passage is from; `undefined` where it is not withdrawn. */
export function findWithdrawn(
  { corpus }: LoadedCorpus,
  { handle }: ShownPassage,
): WithdrawnArticle | undefined {
  return corpus.withdrawn(articleIdOf(handle));
}

/** An answer message and the passages that it shows, quoted anew. */
export interface OpenedAnswer {
  readonly message: AnswerMessage;
  readonly passages: readonly NumberedEvidence[];
}

/**
 * @returns `null` after telling the member why: a passage is gone or no longer reads as it was shown.
 * @throws {Fault} `ARTICLE_WITHDRAWN` for the first passage whose article is.
 */
export async function openAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
  loaded: LoadedCorpus,
): Promise<OpenedAnswer | null> {
  const message = await readMessage(interaction, context);
  if (!message) return null;
  const { shown, options } = message;
  for (const passage of shown) {
    const withdrawn = findWithdrawn(loaded, passage);
    if (withdrawn) throw reportWithdrawal(withdrawn);
  }
  const changed = shown.filter((passage) => !isUnchanged(loaded, passage));
  if (changed.length > 0) {
    await tellChanged(interaction, context, changed);
    return null;
  }
  const unchanged = shown.flatMap(({ handle }) => loaded.corpus.passage(handle) ?? []);
  const evidence = await context.services.requote(loaded, options, unchanged);
  return {
    message,
    passages: evidence.map((each, i) => ({ evidence: each, number: shown[i]?.number ?? 0 })),
  };
}

/** Whose message a press stands on, and what its buttons offer besides. */
export type PressedMessage = Pick<AnswerMessage, 'askerId' | 'share' | 'hasVotes'>;

/**
 * Shows what a press asked for: in place on the presser's own answer, otherwise to the presser alone.
 *
 * @returns What stands on the message for all from now on; `null` where that has not changed.
 */
export async function showView(
  interaction: ButtonInteraction,
  { askerId, share, hasVotes }: PressedMessage,
  render: (audience: Audience) => View,
): Promise<View | null> {
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  if (isPrivate) await update(interaction, render({ kind: 'private', share }));
  else if (interaction.user.id !== askerId)
    await reply(interaction, render({ kind: 'private', share: 'none' }), true);
  else {
    const view = render({ kind: 'public', askerId, hasVotes });
    await update(interaction, view);
    return view;
  }
  return null;
}

/** Shows a page of an answer as {@link showView} does, and keeps what it shows to all. */
export async function showAnswerView(
  interaction: ButtonInteraction,
  context: InteractionContext,
  message: PressedMessage,
  render: (audience: Audience) => View,
): Promise<void> {
  const view = await showView(interaction, message, render);
  if (view) keepAnswer(context, placeOf(interaction), view);
}

/** Where the message stands that a press is on. */
export function placeOf({ guildId, channelId, message }: ButtonInteraction): AnswerPlace {
  return { guildId, channelId, findMessageId: () => Promise.resolve(message.id) };
}
