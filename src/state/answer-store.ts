import { and, desc, eq, exists, gte, sql } from 'drizzle-orm';
import type { AnswerStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { answers } from './schema.js';

export function createAnswerStore(use: UseDatabase): AnswerStore {
  return {
    put: (answer) =>
      use(async (database) => {
        await database
          .insert(answers)
          .values(answer)
          .onConflictDoUpdate({ target: answers.messageId, set: answer });
      }),
    get: (messageId) =>
      use(async (database) => {
        const row = await database.select().from(answers).where(eq(answers.messageId, messageId)).get();
        return row ?? null;
      }),
    listQuoting: (articleId, since) =>
      use((database) =>
        database
          .select()
          .from(answers)
          .where(and(gte(answers.at, since), mayQuote(articleId), exists(handleOf(articleId))))
          .orderBy(desc(answers.at), desc(answers.messageId)),
      ),
  };
}

/** Spares most answers the reading of their JSON, which takes far longer. */
function mayQuote(articleId: string) {
  return sql`instr(${answers.handles}, ${`${articleId}#`}) > 0`;
}

/** An article id is compared whole: it may begin another, and `_` in it would match anything in a LIKE. */
function handleOf(articleId: string) {
  return sql`(SELECT 1 FROM json_each(${answers.handles}) WHERE substr(value, 1, instr(value, '#') - 1) = ${articleId})`;
}
