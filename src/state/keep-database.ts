import { Fault } from '../core/errors.js';
import type { Log } from '../core/services.js';
import type { Database } from './open-database.js';
import { toStateFault } from './to-state-fault.js';

/** How long a database that cannot be opened is left alone. */
export const RETRY_MS = 30_000;

/**
 * Does something with the database.
 *
 * @throws {Fault} `STATE_UNAVAILABLE` for whatever goes wrong.
 */
export type UseDatabase = <T>(act: (database: Database) => Promise<T>) => Promise<T>;

export interface KeptDatabase {
  readonly use: UseDatabase;
  /** Waits until the first try to open it has ended, however it ends. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

export interface KeepParts {
  readonly open: () => Promise<Database>;
  /** In ms from any moment on. */
  readonly now: () => number;
  readonly log: Log;
}

/** Opens a database at once and, while that fails, again at most every {@link RETRY_MS} when it is used. */
export function keepDatabase({ open, now, log }: KeepParts): KeptDatabase {
  let isClosed = false;
  let isMissed = false;
  let failedAt: number | null = null;

  const tryToOpen = async (): Promise<Database> => {
    try {
      const database = await open();
      if (isMissed) log.info('the database can be used again');
      isMissed = false;
      return database;
    } catch (error) {
      const fault = toStateFault(error);
      if (!isMissed) log.error('the database cannot be opened; answers go on without it', fault);
      isMissed = true;
      failedAt = now();
      throw fault;
    }
  };
  let database = tryToOpen();
  const ignoreFailure = (): void => undefined;

  const reach = (): Promise<Database> => {
    if (isClosed)
      throw new Fault('STATE_UNAVAILABLE', 'the database is closed', { facts: { cause: 'other' } });
    if (failedAt !== null && now() - failedAt >= RETRY_MS) {
      failedAt = null;
      database = tryToOpen();
    }
    return database;
  };

  return {
    use: async (act) => {
      try {
        return await act(await reach());
      } catch (error) {
        throw toStateFault(error);
      }
    },
    settled: () => database.then(ignoreFailure, ignoreFailure),
    close: () => {
      isClosed = true;
      database.then(({ $client }) => {
        $client.close();
      }, ignoreFailure);
    },
  };
}
