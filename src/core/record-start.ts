import type { AuditTrail } from './audit-trail.js';
import type { CorpusSummary } from './corpus.js';
import { Fault } from './errors.js';
import type { Log } from './services.js';
import type { RevisionStore } from './state.js';

export interface RecordStartParts {
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly revisions: Pick<RevisionStore, 'add' | 'list'>;
  readonly log: Log;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** Puts the corpus that answers first into the history, where it is not the one that answered last. */
export async function recordStart(
  { audit, revisions, log, now }: RecordStartParts,
  { revision, articles }: CorpusSummary,
): Promise<void> {
  try {
    const [last] = await revisions.list(1);
    if (last?.revision === revision) return;
    const entry = { at: now(), by: null, action: 'start' } as const;
    await audit.record({ ...entry, subject: '', note: '', from: last?.revision ?? revision, to: revision });
    // What changed meanwhile is not known: the corpus before is gone.
    await revisions.add({ ...entry, revision, articles, added: [], changed: [], removed: [] });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.error('the history of the corpus could not be written', error);
  }
}
