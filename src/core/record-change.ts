import type { AuditTrail } from './audit-trail.js';
import type { ChangeParts } from './change-corpus.js';
import { Fault } from './errors.js';
import type { Log } from './services.js';
import type { RevisionStore } from './state.js';

export interface RecordParts {
  readonly audit: AuditTrail;
  /** `null` where nothing is kept between restarts. */
  readonly revisions: Pick<RevisionStore, 'add'> | null;
  readonly log: Log;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** Puts a change into the audit log and, where the corpus is another one, into the history. */
export function createRecord({ audit, revisions, log, now }: RecordParts): ChangeParts['record'] {
  return async ({ before, after, difference }, { by, action, subject = '', note = '' }) => {
    // A look at the folder that has found nothing new is no event.
    if (action === 'watch' && before.revision === after.revision) return true;
    const at = now();
    const isKept = await audit.record({
      at,
      by,
      action,
      subject,
      note,
      from: before.revision,
      to: after.revision,
    });
    if (before.revision === after.revision || !revisions) return isKept;
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
      return isKept;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.error('the history of the corpus could not be written', error);
      return false;
    }
  };
}
