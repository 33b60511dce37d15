/** Counts what happens, for those who run the bot. */
export interface Meter {
  /** @param seconds - From the question's arrival to the whole answer. */
  answered(outcome: 'found' | 'nothing-found' | 'failed', seconds: number): void;
  /** `held`: shown and waiting for a moderator. */
  reloaded(outcome: 'applied' | 'held' | 'failed'): void;
}

export const NO_METER: Meter = { answered: () => undefined, reloaded: () => undefined };
