import { lt } from 'drizzle-orm';
import type { State } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { answers, drafts, gaps, votes } from './schema.js';

/** Removes what is older than it may be, votes as answers. */
export function pruneState(use: UseDatabase, before: Parameters<State['prune']>[0]): Promise<void> {
  return use(async (database) => {
    await database.batch([
      database.delete(answers).where(lt(answers.at, before.answers)),
      database.delete(votes).where(lt(votes.at, before.answers)),
      database.delete(gaps).where(lt(gaps.at, before.gaps)),
      database.delete(drafts).where(lt(drafts.at, before.drafts)),
    ]);
  });
}
