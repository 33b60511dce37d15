import { IMPORT_REPORT as say } from '../core/sentences/english/import-report.js';
import type { ImportOutcome, ImportReport } from '../importing/import-articles.js';
import { describeFault } from './describe-fault.js';
import { indent } from './style.js';

/** What an import did, as the terminal prints it: counts, and a line for each source below its own. */
export function renderImportText({ outcomes, left }: ImportReport, isDryRun: boolean): string {
  const added = outcomes.filter((outcome) => outcome.kind === 'added');
  const skipped = outcomes.filter((outcome) => outcome.kind === 'skipped');
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  return [
    (isDryRun ? say.wouldAdd : say.added)(added.length),
    ...added.map(renderOutcome),
    ...(skipped.length === 0 ? [] : [say.skipped(skipped.length), ...skipped.map(renderOutcome)]),
    ...(refused.length === 0 ? [] : [say.refused(refused.length), ...refused.map(renderOutcome)]),
    ...(left === 0 ? [] : [say.stopped(left)]),
    ...(isDryRun || added.length === 0 ? [] : [say.reload]),
  ].join('\n');
}

function renderOutcome(outcome: ImportOutcome): string {
  const { source } = outcome;
  switch (outcome.kind) {
    case 'added':
      return indent(say.addedAs(outcome.file, outcome.title, source));
    case 'skipped':
      return indent(say.skippedFor(source, outcome.duplicate));
    case 'refused':
      return indent(say.refusedFor(source, describeFault(outcome.fault)));
  }
}
