import { Fault } from '../../core/errors.js';
import type { PublicAnswer } from '../../core/state.js';
import type { InteractionContext } from '../command.js';

const DAY_MS = 24 * 60 * 60_000;
/** How far back answers are looked for that quoted a withdrawn article. */
export const ANSWER_DAYS = 30;

/** The public answers that quoted an article lately, newest first; `null` when they cannot be read. */
export async function findQuoting(
  { state, now, log }: InteractionContext,
  articleId: string,
): Promise<readonly PublicAnswer[] | null> {
  try {
    return await state.answers.listQuoting(articleId, now() - ANSWER_DAYS * DAY_MS);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.error('the answers that quoted a withdrawn article cannot be read', error, { articleId });
    return null;
  }
}
