import { Fault } from '../core/model/fault.js';
import type { Log } from '../core/model/log.js';

/** Writes to the state that nobody waits for. */
export interface BackgroundWrites {
  /** Starts a write. Where it fails it is lost; the log says so once until a write succeeds again. */
  begin(write: () => Promise<void>): void;
  /** Waits until the writes begun so far have ended, however they end. */
  settled(): Promise<void>;
}

export function createBackgroundWrites(log: Log): BackgroundWrites {
  const underWay = new Set<Promise<void>>();
  let isMissed = false;

  const run = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
      isMissed = false;
    } catch (error) {
      const isState = error instanceof Fault && error.code === 'STATE_UNAVAILABLE';
      if (!isState || !isMissed) log.error('what was asked or voted could not be kept', error);
      isMissed ||= isState;
    }
  };
  return {
    begin: (write) => {
      const ended = run(write).finally(() => underWay.delete(ended));
      underWay.add(ended);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}
