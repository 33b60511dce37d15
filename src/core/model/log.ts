/** Where faults and events are written for those who run the bot. Never a question, never a token. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

export const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Counts what happens, for those who run the bot. */
export interface Meter {
  /** @param seconds - From the question's arrival to the whole answer. */
  answered(outcome: 'found' | 'nothing-found' | 'failed', seconds: number): void;
  /** `held`: shown and waiting for a moderator. */
  reloaded(outcome: 'applied' | 'held' | 'failed'): void;
}

export const NO_METER: Meter = { answered: () => undefined, reloaded: () => undefined };

/** How far a build has come, in articles. */
export interface Progress {
  /** In this order; `learning` goes on for a while after all are done. */
  readonly stage: 'reading' | 'analysing' | 'learning';
  readonly done: number;
  readonly total: number;
}

export type ReportProgress = (progress: Progress) => void;
