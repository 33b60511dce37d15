/** Logging, metrics and progress reports. */

/** Logs events and errors for operators; never a question, never a token. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

export const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Counts events for operators. */
export interface Meter {
  /** @param seconds - From receiving the question to the complete answer. */
  answered(outcome: 'found' | 'nothing-found' | 'greeting' | 'failed', seconds: number): void;
  /** `held`: reported to a moderator instead of applied. */
  reloaded(outcome: 'applied' | 'held' | 'failed'): void;
}

export const NO_METER: Meter = { answered: () => undefined, reloaded: () => undefined };

/** The progress of a build, in articles. */
export interface Progress {
  /** In this order; `learning` continues for a while after `done` reaches `total`. */
  readonly stage: 'reading' | 'analysing' | 'learning';
  readonly done: number;
  readonly total: number;
}

export type ReportProgress = (progress: Progress) => void;
