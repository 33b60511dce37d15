import type { ReadList } from '../list-content.js';
import { renderAuditEntry } from '../render-audit-entry.js';

const MAX_ENTRIES = 200;

/** What was done last, newest first. */
export const readLog: ReadList = async ({ say, state }) => {
  const entries = await state.audit.list(MAX_ENTRIES);
  return { heading: say.logHeading, entries: entries.map((entry) => renderAuditEntry(say, entry)) };
};
