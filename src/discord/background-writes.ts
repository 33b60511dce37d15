import { Fault } from '../core/model/fault.js';
import type { Log } from '../core/model/log.js';

/** Writes to the database that no handler waits for. */
export interface BackgroundWrites {
  /** Starts a write. A failed write is lost; an unavailable database is logged once until a write succeeds again. */
  begin(write: () => Promise<void>): void;
  /** Waits for the writes begun so far, whether they succeed or fail. */
  settled(): Promise<void>;
}

export function createBackgroundWrites(log: Log): BackgroundWrites {
  const underWay = new Set<Promise<void>>();
  let isOutageLogged = false;

  const run = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
      isOutageLogged = false;
    } catch (error) {
      const isState = error instanceof Fault && error.code === 'STATE_UNAVAILABLE';
      if (!isState || !isOutageLogged) log.error('what was asked or voted could not be kept', error);
      isOutageLogged ||= isState;
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
