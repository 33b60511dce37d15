import type { LoadedCorpus } from '../core/corpus.js';
import { describeChange, describeRevisions, describeStatus } from '../core/describe-corpus.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import type { ChangeOptions, ChangeOutcome } from '../core/change-corpus.js';

/** What is loaded, as the terminal prints it. */
export function renderStatusText(loaded: LoadedCorpus): string {
  const loadedAt = say.loadedAt(new Date(loaded.loadedAt).toISOString());
  return [...describeStatus(say, loaded), loadedAt].join('\n');
}

/** What a reload changed or would change. */
export function renderReloadText(outcome: ChangeOutcome, mode: ChangeOptions['mode']): string {
  const { report } = outcome;
  const isHeld = outcome.kind === 'held' && mode !== 'preview';
  return [
    ...describeChange(say, outcome, mode),
    describeRevisions(say, report),
    ...(isHeld ? [say.acceptHint(report.after.revision)] : []),
  ].join('\n');
}
