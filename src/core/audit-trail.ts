import { Fault } from './errors.js';
import type { Log } from './services.js';
import type { AuditEntry, AuditStore } from './state.js';

/** Keeps what is done to the corpus, and tells those who listen. */
export interface AuditTrail {
  /** @returns Whether it could be kept; listeners are told in any case. */
  record(entry: AuditEntry): Promise<boolean>;
  listen(listener: (entry: AuditEntry) => void): void;
}

export function createAuditTrail(store: Pick<AuditStore, 'add'>, log: Log): AuditTrail {
  const listeners: ((entry: AuditEntry) => void)[] = [];
  return {
    listen: (listener) => {
      listeners.push(listener);
    },
    record: async (entry) => {
      log.info('audit', { ...entry });
      for (const listener of listeners) listener(entry);
      try {
        await store.add(entry);
        return true;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        log.error('the audit log could not be written', error);
        return false;
      }
    },
  };
}
