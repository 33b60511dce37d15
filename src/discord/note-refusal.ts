import type { InteractionContext } from './command.js';

/** Keeps a question that found nothing, for as long as such questions are kept, without holding anything up. */
export function noteRefusal(context: InteractionContext, memberId: string, question: string): void {
  const { state, writes, gapsDays } = context;
  if (gapsDays === 0) return;
  const at = context.now();
  writes.begin(() => state.gaps.add({ memberId, question, cause: 'refused', at }));
}
