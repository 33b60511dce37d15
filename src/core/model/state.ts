/** The stores of the database and their entries. */

import type { SettingsStore } from './settings.js';

export interface PublicAnswer {
  readonly messageId: string;
  readonly channelId: string;
  readonly guildId: string;
  readonly askerId: string;
  readonly question: string;
  /** The quoted passages, in the order shown. */
  readonly handles: readonly string[];
  /** The corpus revision that it quotes from. */
  readonly revision: string;
  /** In ms since 1970, like every `at` in this file. */
  readonly at: number;
}

export interface AnswerStore {
  /** Replaces the entry for the same message, since members can page through an answer. */
  put(answer: PublicAnswer): Promise<void>;
  get(messageId: string): Promise<PublicAnswer | null>;
  /** Newest first. */
  listQuoting(articleId: string, since: number): Promise<readonly PublicAnswer[]>;
}

/** A member's reason for a downvote. */
export type VoteReason = 'off-topic' | 'wrong-paragraph' | 'outdated' | 'other';

export interface Vote {
  readonly messageId: string;
  readonly voterId: string;
  readonly isUp: boolean;
  /** `null` for an upvote and for a downvote without a reason. */
  readonly reason: VoteReason | null;
  readonly at: number;
}

interface VoteCount {
  readonly up: number;
  readonly down: number;
}

/** The votes on all answers to one question that showed the same passages. */
export interface JudgedAnswer extends VoteCount {
  readonly question: string;
  readonly handles: readonly string[];
  /** Downvotes by reason. */
  readonly reasons: Readonly<Record<VoteReason, number>>;
}

export interface VoteStore {
  /** Replaces the member's earlier vote on the same message. */
  cast(vote: Vote): Promise<void>;
  count(): Promise<VoteCount>;
  /** Lists answers with a downvote, largest surplus of downvotes over upvotes first, then newest first. */
  listWorst(limit: number): Promise<readonly JudgedAnswer[]>;
}

/** A question that the corpus did not answer. */
export interface Gap {
  readonly memberId: string;
  readonly question: string;
  readonly cause: 'refused' | 'voted-down';
  readonly at: number;
}

export interface GapStore {
  /** @param messageId - The downvoted answer's message; further downvotes of the answer add no gap. */
  add(gap: Gap, messageId?: string): Promise<void>;
  /** Removes the gap of an answer without downvotes. */
  dropSettled(messageId: string): Promise<void>;
  /** Oldest first. */
  list(since: number): Promise<readonly Gap[]>;
}

/** A question of the golden set, which a given article must answer. */
export interface Pin {
  readonly id: number;
  readonly question: string;
  readonly articleId: string;
  readonly by: string;
  readonly at: number;
}

export interface PinStore {
  /** @returns The new pin, or the existing one for the same question and article. */
  add(pin: Omit<Pin, 'id'>): Promise<Pin>;
  /** @returns The removed pin; `null` if there was none. */
  remove(id: number): Promise<Pin | null>;
  /** By id. */
  list(): Promise<readonly Pin[]>;
}

/** An action of a moderator or the program itself that the audit log records. */
export type CorpusAction =
  | 'start'
  | 'reload'
  | 'watch'
  | 'add'
  | 'edit'
  | 'withdraw'
  | 'restore'
  | 'rollback'
  | 'import'
  | 'strike'
  | 'pin'
  | 'unpin'
  | 'settings';

export interface AuditEntry {
  readonly at: number;
  /** A member's id; `null` for the program itself. */
  readonly by: string | null;
  readonly action: CorpusAction;
  /** The object of the action, e.g. an article's id; `''` if it has none. */
  readonly subject: string;
  /** In the moderator's words, e.g. the reason of a withdrawal; `''` for none. */
  readonly note: string;
  /** The corpus revision before the action; equal to `to` if the corpus stayed the same. */
  readonly from: string;
  readonly to: string;
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly AuditEntry[]>;
}

/** An entry in the history of corpus revisions that have answered questions. */
export interface RevisionEntry {
  /** From 1, in chronological order; a revision that returns gets a new number. */
  readonly number: number;
  readonly revision: string;
  readonly at: number;
  readonly by: string | null;
  readonly action: CorpusAction;
  readonly articles: number;
  /** Article ids, like `changed` and `removed` compared with the previous entry. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface RevisionStore {
  add(entry: Omit<RevisionEntry, 'number'>): Promise<RevisionEntry>;
  /** Newest first. */
  list(limit: number): Promise<readonly RevisionEntry[]>;
  get(number: number): Promise<RevisionEntry | null>;
}

/** A change that a moderator has prepared and that waits for Confirm. */
export interface Draft {
  /** 16 hex digits, chosen by the caller of `put`. */
  readonly id: string;
  /** The moderator who prepared it; any moderator may confirm it. */
  readonly by: string;
  readonly at: number;
  /** JSON whose shape only the caller of `put` knows. */
  readonly content: string;
}

export interface DraftStore {
  put(draft: Draft): Promise<void>;
  get(id: string): Promise<Draft | null>;
  /** Removes and returns a draft; of two concurrent calls, one gets `null`. */
  take(id: string): Promise<Draft | null>;
}

/** The number of a member's rows that {@link State.forget} removed or anonymised. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
}

/**
 * The state that survives a restart.
 *
 * @throws {Fault} From every function: `STATE_UNAVAILABLE` with `cause` `full`, `read-only` or `other`.
 */
export interface State {
  readonly settings: SettingsStore;
  readonly answers: AnswerStore;
  readonly votes: VoteStore;
  readonly gaps: GapStore;
  readonly pins: PinStore;
  readonly audit: AuditStore;
  readonly revisions: RevisionStore;
  readonly drafts: DraftStore;
  /** Removes a member's gaps and votes, and clears asker and question in their public answers. */
  forget(memberId: string): Promise<Forgotten>;
  /** Removes older entries; `before.answers` applies to votes, too. */
  prune(before: { readonly answers: number; readonly gaps: number; readonly drafts: number }): Promise<void>;
  readonly close: () => void;
}
