import type { Ask, Requote } from './answering/ask.js';
import type { Explain } from './answering/explain.js';
import type { AuditTrail } from './changes/audit.js';
import type { ChangeCorpus } from './changes/change-corpus.js';
import type { GapGroup } from './changes/gaps.js';
import type { ReadDates } from './model/analyzer.js';
import type { LoadedCorpus } from './model/corpus.js';
import type { Desk } from './model/desk.js';
import type { Gap } from './model/state.js';
import type { FindSources } from './quotations/find-sources.js';

/** The operations that the core offers to the bot and the terminal. */
export interface Services {
  /** Returns the current corpus; use the same one throughout an answer, since a reload swaps it. */
  loaded(): LoadedCorpus;
  ask: Ask;
  requote: Requote;
  explain: Explain;
  readonly readDates: ReadDates;
  findSources: FindSources;
  changeCorpus: ChangeCorpus;
  groupGaps(gaps: readonly Gap[]): readonly GapGroup[];
  readonly desk: Desk;
  readonly audit: AuditTrail;
}
