import type { SettingsStore } from './settings.js';

/** A public answer of the bot, as it stands in a channel. */
export interface PublicAnswer {
  readonly messageId: string;
  readonly channelId: string;
  readonly guildId: string;
  readonly askerId: string;
  readonly question: string;
  /** The passages quoted, as shown. */
  readonly handles: readonly string[];
  /** The corpus revision that it quotes. */
  readonly revision: string;
  /** In ms since 1970, as every `at` here. */
  readonly at: number;
}

export interface AnswerStore {
  /** Takes the place of what was kept of the same message: an answer may be paged. */
  put(answer: PublicAnswer): Promise<void>;
  get(messageId: string): Promise<PublicAnswer | null>;
  /** Newest first. */
  listQuoting(articleId: string, since: number): Promise<readonly PublicAnswer[]>;
}

/** Why a member finds an answer bad. */
export type VoteReason = 'off-topic' | 'wrong-paragraph' | 'outdated' | 'other';

export interface Vote {
  readonly messageId: string;
  readonly voterId: string;
  readonly isUp: boolean;
  /** `null` for a vote up, and for one down whose reason was not told. */
  readonly reason: VoteReason | null;
  readonly at: number;
}

interface VoteCount {
  readonly up: number;
  readonly down: number;
}

/** The votes on the answers to one question that showed the same passages. */
export interface JudgedAnswer extends VoteCount {
  readonly question: string;
  readonly handles: readonly string[];
  readonly reasons: Readonly<Record<VoteReason, number>>;
}

export interface VoteStore {
  /** One a member and message: a later one takes the place of the one before. */
  cast(vote: Vote): Promise<void>;
  count(): Promise<VoteCount>;
  /** Those with a vote down, worst first: most votes down above votes up, then the newest. */
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
  /** @param messageId - Of the answer that was voted down, which is one gap however many do so. */
  add(gap: Gap, messageId?: string): Promise<void>;
  /** Removes the gap of an answer that nobody votes down any more. */
  dropSettled(messageId: string): Promise<void>;
  /** Oldest first. */
  list(since: number): Promise<readonly Gap[]>;
}

/** A question that an article is to answer: one of the golden set. */
export interface Pin {
  readonly id: number;
  readonly question: string;
  readonly articleId: string;
  readonly by: string;
  readonly at: number;
}

export interface PinStore {
  /** The same question and article are pinned once; the pin that there is comes back. */
  add(pin: Omit<Pin, 'id'>): Promise<Pin>;
  /** @returns The pin that was removed; `null` when there was none. */
  remove(id: number): Promise<Pin | null>;
  /** By id. */
  list(): Promise<readonly Pin[]>;
}

/** What a moderator or the program does to a corpus. */
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

/** A line of the audit log. */
export interface AuditEntry {
  readonly at: number;
  /** A member's id; `null` for the program itself. */
  readonly by: string | null;
  readonly action: CorpusAction;
  /** What it was done to, e.g. an article's id; `''` where there is nothing to name. */
  readonly subject: string;
  /** In the moderator's words, e.g. the reason of a withdrawal; `''` for none. */
  readonly note: string;
  /** Corpus revisions; equal where the corpus stayed as it was. */
  readonly from: string;
  readonly to: string;
}

export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly AuditEntry[]>;
}

/** A state of the corpus that once answered. */
export interface RevisionEntry {
  /** From 1, in the order of time; a corpus that comes back gets a new number. */
  readonly number: number;
  readonly revision: string;
  readonly at: number;
  readonly by: string | null;
  readonly action: CorpusAction;
  readonly articles: number;
  /** Article ids, against the entry before. */
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

/** What a moderator has prepared and not confirmed. */
export interface Draft {
  /** 16 hex digits, chosen by the one who puts it. */
  readonly id: string;
  /** Who prepared it; any moderator may confirm it. */
  readonly by: string;
  readonly at: number;
  /** JSON; what it means is known to the one who puts it. */
  readonly content: string;
}

export interface DraftStore {
  put(draft: Draft): Promise<void>;
  /** Looks without taking. */
  get(id: string): Promise<Draft | null>;
  /** Gives a draft once: of two that take at the same time, one gets `null`. */
  take(id: string): Promise<Draft | null>;
}

/** How many rows of a member were removed. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
}

/**
 * What is kept between restarts.
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
  /** Removes what a member asked and voted, public answers' askers included. */
  forget(memberId: string): Promise<Forgotten>;
  /** Removes answers, votes, gaps and drafts from before these times. */
  prune(before: { readonly answers: number; readonly gaps: number; readonly drafts: number }): Promise<void>;
  readonly close: () => void;
}
