import { and, asc, eq, gte, notExists, sql } from 'drizzle-orm';
import type { GapStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { gaps, votes } from './schema.js';

const GAP = { memberId: gaps.memberId, question: gaps.question, cause: gaps.cause, at: gaps.at };

export function createGapStore(use: UseDatabase): GapStore {
  return {
    add: (gap, messageId) =>
      use(async (database) => {
        await database
          .insert(gaps)
          .values({ ...gap, messageId })
          .onConflictDoNothing({ target: gaps.messageId });
      }),
    dropSettled: (messageId) =>
      use(async (database) => {
        const votesDown = database
          .select({ one: sql`1` })
          .from(votes)
          .where(and(eq(votes.messageId, messageId), eq(votes.isUp, false)));
        await database.delete(gaps).where(and(eq(gaps.messageId, messageId), notExists(votesDown)));
      }),
    list: (since) =>
      use((database) =>
        database.select(GAP).from(gaps).where(gte(gaps.at, since)).orderBy(asc(gaps.at), asc(gaps.id)),
      ),
  };
}
