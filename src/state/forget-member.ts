import { eq } from 'drizzle-orm';
import type { Forgotten } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { answers, gaps, votes } from './schema.js';

/**
 * Removes a member's gaps and votes, and who asked and what from the public answers, in one transaction: the
 * answers stay, so that they can still be struck.
 *
 * @returns As `questions` the gaps and the answers.
 */
export function forgetMember(use: UseDatabase, memberId: string): Promise<Forgotten> {
  return use(async (database) => {
    const [asked, shown, cast] = await database.batch([
      database.delete(gaps).where(eq(gaps.memberId, memberId)),
      database.update(answers).set({ askerId: '', question: '' }).where(eq(answers.askerId, memberId)),
      database.delete(votes).where(eq(votes.voterId, memberId)),
    ]);
    return { questions: asked.rowsAffected + shown.rowsAffected, votes: cast.rowsAffected };
  });
}
