import type { LoadedCorpus } from '../core/corpus.js';
import { describeReload, describeRevisions, describeStatus } from '../core/describe-corpus.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import type { ReloadReport } from '../core/services.js';

/** What is loaded, as the terminal prints it. */
export function renderStatusText(loaded: LoadedCorpus): string {
  const loadedAt = say.loadedAt(new Date(loaded.loadedAt).toISOString());
  return [...describeStatus(say, loaded), loadedAt].join('\n');
}

/** What a reload changed or would change. */
export function renderReloadText(report: ReloadReport): string {
  return [...describeReload(say, report), describeRevisions(say, report)].join('\n');
}
