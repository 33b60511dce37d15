/** The tables of the state's database. */

import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { CorpusAction, Gap, VoteReason } from '../core/model/state.js';

// No foreign keys: a vote counts even if its answer could not be stored.

export const settings = sqliteTable('settings', {
  guildId: text('guild_id').primaryKey(),
  /** JSON. */
  settings: text('settings').notNull(),
});

export const answers = sqliteTable(
  'answers',
  {
    messageId: text('message_id').primaryKey(),
    channelId: text('channel_id').notNull(),
    guildId: text('guild_id').notNull(),
    /** `''` once the asker is forgotten; so is the question. */
    askerId: text('asker_id').notNull(),
    question: text('question').notNull(),
    handles: text('handles', { mode: 'json' }).$type<readonly string[]>().notNull(),
    revision: text('revision').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('answers_at').on(table.at), index('answers_asker').on(table.askerId)],
);

export const votes = sqliteTable(
  'votes',
  {
    messageId: text('message_id').notNull(),
    voterId: text('voter_id').notNull(),
    isUp: integer('is_up', { mode: 'boolean' }).notNull(),
    reason: text('reason').$type<VoteReason>(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.voterId] }),
    index('votes_voter').on(table.voterId),
    index('votes_at').on(table.at),
  ],
);

export const gaps = sqliteTable(
  'gaps',
  {
    id: integer('id').primaryKey(),
    memberId: text('member_id').notNull(),
    question: text('question').notNull(),
    cause: text('cause').$type<Gap['cause']>().notNull(),
    at: integer('at').notNull(),
    /** The message of the answer that was voted down; null for a question that was refused. */
    messageId: text('message_id'),
  },
  (table) => [
    index('gaps_at').on(table.at),
    index('gaps_member').on(table.memberId),
    unique('gaps_message').on(table.messageId),
  ],
);

export const pins = sqliteTable(
  'pins',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    question: text('question').notNull(),
    articleId: text('article_id').notNull(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [unique('pins_question_article').on(table.question, table.articleId)],
);

export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey(),
    at: integer('at').notNull(),
    by: text('by'),
    action: text('action').$type<CorpusAction>().notNull(),
    subject: text('subject').notNull(),
    note: text('note').notNull(),
    from: text('from_revision').notNull(),
    to: text('to_revision').notNull(),
  },
  (table) => [index('audit_at').on(table.at)],
);

export const revisions = sqliteTable('revisions', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  revision: text('revision').notNull(),
  at: integer('at').notNull(),
  by: text('by'),
  action: text('action').$type<CorpusAction>().notNull(),
  articles: integer('articles').notNull(),
  added: text('added', { mode: 'json' }).$type<readonly string[]>().notNull(),
  changed: text('changed', { mode: 'json' }).$type<readonly string[]>().notNull(),
  removed: text('removed', { mode: 'json' }).$type<readonly string[]>().notNull(),
});

export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
    content: text('content').notNull(),
  },
  (table) => [index('drafts_at').on(table.at)],
);
