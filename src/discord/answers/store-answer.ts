import type { InteractionContext } from '../command.js';
import type { ShownAnswer } from './answer-message.js';

/** Where an answer was shown; the nulls are of direct messages and of places that Discord does not name. */
export interface AnswerPlace {
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Asked for after the answer was shown, since it may have to be fetched. */
  findMessageId(): Promise<string>;
}

/**
 * Stores an answer that a server has been shown, without holding anything up. One in direct messages is not
 * stored.
 *
 * @param shown - `null` where there is nothing to store: the answer is private or quotes nothing.
 */
export function storeAnswer(
  context: InteractionContext,
  place: AnswerPlace,
  shown: ShownAnswer | null,
): void {
  const { guildId, channelId } = place;
  if (!shown || guildId === null || channelId === null) return;
  const at = context.now();
  context.writes.begin(async () => {
    const messageId = await place.findMessageId();
    await context.state.answers.put({ ...shown, messageId, channelId, guildId, at });
  });
}

/** Stores a question that found nothing, unless no such question is stored, without holding anything up. */
export function storeGap(context: InteractionContext, memberId: string, question: string): void {
  const { state, writes, gapsDays } = context;
  if (gapsDays === 0) return;
  const at = context.now();
  writes.begin(() => state.gaps.add({ memberId, question, cause: 'refused', at }));
}
