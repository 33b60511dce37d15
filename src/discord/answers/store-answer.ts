/** Stores public answers and unanswered questions in the background. */

import type { InteractionContext } from '../command.js';
import type { ShownAnswer } from './answer-message.js';

/** The message that shows an answer. Ids are `null` in direct messages and where Discord does not name the place. */
export interface AnswerPlace {
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Called once the answer has been shown, because the id may have to be fetched. */
  findMessageId(): Promise<string>;
}

/**
 * Stores an answer that was shown in a server, without waiting for the write. Answers in direct messages are
 * not stored.
 *
 * @param shown - `null` if there is nothing to store: the answer is private or quotes nothing.
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

/** Stores a question that found nothing, without waiting for the write; does nothing if `gapsDays` is 0. */
export function storeGap(context: InteractionContext, memberId: string, question: string): void {
  const { state, writes, gapsDays } = context;
  if (gapsDays === 0) return;
  const at = context.now();
  writes.begin(() => state.gaps.add({ memberId, question, cause: 'refused', at }));
}
