import { type Log, NO_LOG } from '../core/model/log.js';
import type { State } from '../core/model/state.js';
import { type Database, connectDatabase, openDatabase } from './database.js';
import {
  createAnswerStore,
  createAuditStore,
  createDraftStore,
  createGapStore,
  createPinStore,
  createRevisionStore,
  createSettingsStore,
  createVoteStore,
  forgetMember,
  pruneState,
} from './stores.js';

export interface StateParts {
  /** The URL of a file or a libSQL server, e.g. `file:data/nukuu.db` or `libsql://host?authToken=…`; never logged. */
  readonly url: string;
  /** Default: nothing is logged. */
  readonly log?: Log;
  /** In ms since any fixed moment; default: since the start of the program. */
  readonly now?: () => number;
  /** Default {@link openDatabase}. */
  readonly open?: (url: string) => Promise<Database>;
}

/**
 * Opens the state that outlives restarts, and creates it if there is none.
 *
 * Never rejects: if the database cannot be opened, every function of the state rejects and, from time to time, tries
 * again.
 */
export async function openState({
  url,
  log = NO_LOG,
  now = () => performance.now(),
  open = openDatabase,
}: StateParts): Promise<State> {
  const { use, settled, close } = connectDatabase({ open: () => open(url), now, log });
  await settled();
  return {
    settings: createSettingsStore(use),
    answers: createAnswerStore(use),
    votes: createVoteStore(use),
    gaps: createGapStore(use),
    pins: createPinStore(use),
    audit: createAuditStore(use),
    revisions: createRevisionStore(use),
    drafts: createDraftStore(use),
    forget: (memberId) => forgetMember(use, memberId),
    prune: (before) => pruneState(use, before),
    close,
  };
}
