/** Records changes of the corpus in the audit log and in the history of revisions. */

import type { CorpusSummary } from '../model/corpus.js';
import { Fault } from '../model/fault.js';
import type { Log } from '../model/log.js';
import type { AuditEntry, AuditStore, RevisionStore } from '../model/state.js';
import type { ChangeParts } from './change-corpus.js';

/** Stores audit entries and passes them to listeners. */
export interface AuditTrail {
  /** @returns False if the entry could not be stored; listeners are called in any case. */
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

interface RecordParts {
  readonly audit: AuditTrail;
  /** `null` if no state is stored between restarts. */
  readonly revisions: Pick<RevisionStore, 'add'> | null;
  readonly log: Log;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** Records a change in the audit log and, if the revision changed, in the history. */
export function createRecord({ audit, revisions, log, now }: RecordParts): ChangeParts['record'] {
  return async ({ before, after, difference }, { by, action, subject = '', note = '' }) => {
    // A check of the folder that found nothing new is no event.
    if (action === 'watch' && before.revision === after.revision) return true;
    const at = now();
    const isRecorded = await audit.record({
      at,
      by,
      action,
      subject,
      note,
      from: before.revision,
      to: after.revision,
    });
    if (before.revision === after.revision || !revisions) return isRecorded;
    const listIds = (articles: readonly { readonly id: string }[]): string[] => articles.map(({ id }) => id);
    try {
      await revisions.add({
        revision: after.revision,
        at,
        by,
        action,
        articles: after.articles,
        added: listIds(difference.added),
        changed: [
          ...listIds(difference.changed),
          ...difference.withdrawn.map(({ article }) => article.id),
          ...listIds(difference.restored),
        ].sort(),
        removed: listIds(difference.removed),
      });
      return isRecorded;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.error('the history of the corpus could not be written', error);
      return false;
    }
  };
}

interface RecordStartParts {
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly revisions: Pick<RevisionStore, 'add' | 'list'>;
  readonly log: Log;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** Records the first corpus after a start in the audit log and the history, unless it is the last in the history. */
export async function recordStart(
  { audit, revisions, log, now }: RecordStartParts,
  { revision, articles }: CorpusSummary,
): Promise<void> {
  try {
    const [last] = await revisions.list(1);
    if (last?.revision === revision) return;
    const entry = { at: now(), by: null, action: 'start' } as const;
    await audit.record({ ...entry, subject: '', note: '', from: last?.revision ?? revision, to: revision });
    // The changes since the last revision are unknown, because its corpus is gone.
    await revisions.add({ ...entry, revision, articles, added: [], changed: [], removed: [] });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.error('the history of the corpus could not be written', error);
  }
}
