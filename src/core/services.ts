import type { Ask, Requote } from './answering/ask.js';
import type { Explain } from './answering/explain.js';
import type { AuditTrail } from './changes/audit.js';
import type { ChangeCorpus } from './changes/change-corpus.js';
import type { GapGroup } from './changes/gaps.js';
import type { LoadedCorpus } from './model/corpus.js';
import type { Desk } from './model/desk.js';
import type { Gap } from './model/state.js';
import type { FindSources } from './quotations/find-sources.js';

/** What the edges ask of the program. */
export interface Services {
  /** What answers now; hold on to one for the length of one answer. */
  loaded(): LoadedCorpus;
  ask: Ask;
  requote: Requote;
  explain: Explain;
  findSources: FindSources;
  changeCorpus: ChangeCorpus;
  groupGaps(gaps: readonly Gap[]): readonly GapGroup[];
  readonly desk: Desk;
  readonly audit: AuditTrail;
}
