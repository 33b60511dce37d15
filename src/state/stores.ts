/** The stores of the state, each on one table, and the removal of a member's and of old rows. */

import { and, asc, desc, eq, exists, gt, gte, lt, ne, notExists, sql, type SQL } from 'drizzle-orm';
// As in config.ts: zod 4 loads the messages of fifty languages.
import { z } from 'zod/v3';
import { MAX_RESULTS, MIN_RESULTS } from '../core/model/limits.js';
import { DEFAULT_SETTINGS, type ServerSettings, type SettingsStore } from '../core/model/settings.js';
import {
  type AnswerStore,
  type AuditStore,
  type DraftStore,
  type Forgotten,
  type GapStore,
  type PinStore,
  type RevisionStore,
  type State,
  type VoteReason,
  type VoteStore,
} from '../core/model/state.js';
import type { UseDatabase } from './database.js';
import { answers, audit, drafts, gaps, pins, revisions, settings, votes } from './schema.js';

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
          // The question of a forgotten member is erased and cannot be shown.
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

/** Rules out most answers without parsing their JSON, which takes far longer. */
function mayQuote(articleId: string) {
  return sql`instr(${answers.handles}, ${`${articleId}#`}) > 0`;
}

/** Compares whole article ids: one may be the prefix of another, and its `_` would match any character in a LIKE. */
function handleOf(articleId: string) {
  return sql`(SELECT 1 FROM json_each(${answers.handles}) WHERE substr(value, 1, instr(value, '#') - 1) = ${articleId})`;
}

const ENTRY = {
  at: audit.at,
  by: audit.by,
  action: audit.action,
  subject: audit.subject,
  note: audit.note,
  from: audit.from,
  to: audit.to,
};

export function createAuditStore(use: UseDatabase): AuditStore {
  return {
    add: (entry) =>
      use(async (database) => {
        await database.insert(audit).values(entry);
      }),
    list: (limit) =>
      use((database) =>
        database.select(ENTRY).from(audit).orderBy(desc(audit.at), desc(audit.id)).limit(limit),
      ),
  };
}

export function createDraftStore(use: UseDatabase): DraftStore {
  return {
    put: (draft) =>
      use(async (database) => {
        await database.insert(drafts).values(draft).onConflictDoUpdate({ target: drafts.id, set: draft });
      }),
    get: (id) =>
      use(async (database) => {
        const row = await database.select().from(drafts).where(eq(drafts.id, id)).get();
        return row ?? null;
      }),
    take: (id) =>
      use(async (database) => {
        const row = await database.delete(drafts).where(eq(drafts.id, id)).returning().get();
        return row ?? null;
      }),
  };
}

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

export function createPinStore(use: UseDatabase): PinStore {
  return {
    add: (pin) =>
      use((database) =>
        database
          .insert(pins)
          .values(pin)
          // Changes nothing, but without an update no row is returned.
          .onConflictDoUpdate({ target: [pins.question, pins.articleId], set: { question: pin.question } })
          .returning()
          .get(),
      ),
    remove: (id) =>
      use(async (database) => {
        const row = await database.delete(pins).where(eq(pins.id, id)).returning().get();
        return row ?? null;
      }),
    list: () => use((database) => database.select().from(pins).orderBy(asc(pins.id))),
  };
}

export function createRevisionStore(use: UseDatabase): RevisionStore {
  return {
    add: (entry) => use((database) => database.insert(revisions).values(entry).returning().get()),
    list: (limit) =>
      use((database) => database.select().from(revisions).orderBy(desc(revisions.number)).limit(limit)),
    get: (number) =>
      use(async (database) => {
        const row = await database.select().from(revisions).where(eq(revisions.number, number)).get();
        return row ?? null;
      }),
  };
}

export function createSettingsStore(use: UseDatabase): SettingsStore {
  return {
    get: (guildId) =>
      use(async (database) => {
        const row = await database.select().from(settings).where(eq(settings.guildId, guildId)).get();
        return row ? readSettings(row.settings) : null;
      }),
    put: (guildId, chosen) =>
      use(async (database) => {
        const row = { settings: JSON.stringify(chosen) };
        await database
          .insert(settings)
          .values({ guildId, ...row })
          .onConflictDoUpdate({ target: settings.guildId, set: row });
      }),
  };
}

/**
 * Removes a member's gaps and votes, and erases the asker and the question of the member's public answers, in one
 * transaction. The answers themselves stay, so that they can still be redacted.
 *
 * @returns `questions` counts both gaps and answers.
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

/** Removes rows older than `before`; votes are retained as long as answers. */
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

const quota = z.number().int().min(1);

const Settings = z.object({
  language: z.enum(['en', 'sw']).catch(DEFAULT_SETTINGS.language),
  isPrivateByDefault: z.boolean().catch(DEFAULT_SETTINGS.isPrivateByDefault),
  hasVotes: z.boolean().catch(DEFAULT_SETTINGS.hasVotes),
  answersMentions: z.boolean().catch(DEFAULT_SETTINGS.answersMentions),
  results: z.number().int().min(MIN_RESULTS).max(MAX_RESULTS).catch(DEFAULT_SETTINGS.results),
  questionsAMember: quota.catch(DEFAULT_SETTINGS.questionsAMember),
  questionsAServer: quota.catch(DEFAULT_SETTINGS.questionsAServer),
});

/**
 * Reads the settings of a server, which another version of the program may have written.
 *
 * @param text - JSON.
 * @returns The default for each setting that is missing or invalid.
 */
export function readSettings(text: string): ServerSettings {
  return Settings.catch(DEFAULT_SETTINGS).parse(parseJson(text));
}

/** Returns `undefined` for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
