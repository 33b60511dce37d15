import { desc } from 'drizzle-orm';
import type { AuditStore } from '../core/state.js';
import type { UseDatabase } from './keep-database.js';
import { audit } from './schema.js';

const ENTRY = {
  at: audit.at,
  by: audit.by,
  action: audit.action,
  subject: audit.subject,
  note: audit.note,
  from: audit.from,
  to: audit.to,
};

export function createAuditStore(use: UseDatabase): AuditStore {
  return {
    add: (entry) =>
      use(async (database) => {
        await database.insert(audit).values(entry);
      }),
    list: (limit) =>
      use((database) =>
        database.select(ENTRY).from(audit).orderBy(desc(audit.at), desc(audit.id)).limit(limit),
      ),
  };
}
