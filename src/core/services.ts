import type { Ask } from './ask.js';
import type { AuditTrail } from './audit-trail.js';
import type { ChangeCorpus } from './change-corpus.js';
import type { LoadedCorpus } from './corpus.js';
import type { Desk } from './desk.js';
import type { Explain } from './explain.js';
import type { FindSources } from './find-sources/find-sources.js';
import type { GapGroup } from './group-gaps.js';
import type { Requote } from './requote.js';
import type { Gap } from './state.js';

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

/** Where faults and events are written for those who run the bot. Never a question, never a token. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

export const NO_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
