import { desc, eq, gt, ne, sql, type SQL } from 'drizzle-orm';
import type { VoteReason, VoteStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { answers, votes } from './schema.js';

const up = countWhere(sql`${votes.isUp}`);
const down = countWhere(sql`NOT ${votes.isUp}`);

const JUDGED = {
  question: answers.question,
  handles: answers.handles,
  up,
  down,
  reasons: {
    'off-topic': countReason('off-topic'),
    'wrong-paragraph': countReason('wrong-paragraph'),
    outdated: countReason('outdated'),
    other: countReason('other'),
  } satisfies Record<VoteReason, SQL<number>>,
};

export function createVoteStore(use: UseDatabase): VoteStore {
  return {
    cast: (vote) =>
      use(async (database) => {
        await database
          .insert(votes)
          .values(vote)
          .onConflictDoUpdate({ target: [votes.messageId, votes.voterId], set: vote });
      }),
    count: () =>
      use(async (database) => {
        const row = await database.select({ up, down }).from(votes).get();
        return row ?? { up: 0, down: 0 };
      }),
    listWorst: (limit) =>
      use((database) =>
        database
          .select(JUDGED)
          .from(votes)
          .innerJoin(answers, eq(votes.messageId, answers.messageId))
          // What a member asked who is forgotten cannot be shown.
          .where(ne(answers.question, ''))
          .groupBy(answers.question, answers.handles)
          .having(gt(down, 0))
          .orderBy(
            desc(sql`${down} - ${up}`),
            desc(sql`max(${answers.at})`),
            answers.question,
            answers.handles,
          )
          .limit(limit),
      ),
  };
}

function countReason(reason: VoteReason): SQL<number> {
  return countWhere(sql`NOT ${votes.isUp} AND ${votes.reason} = ${reason}`);
}

function countWhere(condition: SQL): SQL<number> {
  return sql<number>`count(CASE WHEN ${condition} THEN 1 END)`;
}
