import type { APIMessageTopLevelComponent } from 'discord.js';
import type { PublicAnswer } from '../../core/model/state.js';
import type { InteractionContext } from '../command.js';
import { toComponents, type View } from '../message/view.js';
import { readAnswerMessage } from './answer-message.js';

/** Where an answer was shown; the nulls are of direct messages and of places that Discord does not name. */
export interface AnswerPlace {
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Asked for after the answer was shown, since it may have to be fetched. */
  findMessageId(): Promise<string>;
}

/**
 * Keeps an answer that a server has been shown, without holding anything up. A private answer, one in direct
 * messages and one that quotes nothing are not kept.
 */
export function storeAnswer(context: InteractionContext, place: AnswerPlace, view: View): void {
  const { guildId, channelId } = place;
  if (guildId === null || channelId === null) return;
  const shown = describeAnswer(toComponents(view).map((component) => component.toJSON()));
  if (!shown) return;
  const at = context.now();
  context.writes.begin(async () => {
    const messageId = await place.findMessageId();
    await context.state.answers.put({ ...shown, messageId, channelId, guildId, at });
  });
}

/** What a message says of the answer on it; `null` where it is private, quotes nothing or is no answer. */
export function describeAnswer(
  components: readonly APIMessageTopLevelComponent[],
): Pick<PublicAnswer, 'askerId' | 'question' | 'handles' | 'revision'> | null {
  const message = readAnswerMessage(components);
  if (!message || message.askerId === null || message.shown.length === 0) return null;
  const { askerId, options, shown, revision } = message;
  return { askerId, question: options.question, handles: shown.map(({ handle }) => handle), revision };
}

/** Keeps a question that found nothing, for as long as such questions are kept, without holding anything up. */
export function storeGap(context: InteractionContext, memberId: string, question: string): void {
  const { state, writes, gapsDays } = context;
  if (gapsDays === 0) return;
  const at = context.now();
  writes.begin(() => state.gaps.add({ memberId, question, cause: 'refused', at }));
}
