import { asc, gte } from 'drizzle-orm';
import type { GapStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { gaps } from './schema.js';

const GAP = { memberId: gaps.memberId, question: gaps.question, cause: gaps.cause, at: gaps.at };

export function createGapStore(use: UseDatabase): GapStore {
  return {
    add: (gap) =>
      use(async (database) => {
        await database.insert(gaps).values(gap);
      }),
    list: (since) =>
      use((database) =>
        database.select(GAP).from(gaps).where(gte(gaps.at, since)).orderBy(asc(gaps.at), asc(gaps.id)),
      ),
  };
}
