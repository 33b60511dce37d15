import { config as readDotenv } from 'dotenv';
import { parseConfig } from '../config.js';
import { IMPORT_REPORT as say } from '../core/locales/english-corpus.js';
import { importArticles, type ImportOutcome, type ImportReport } from '../desk/import-articles.js';
import { openImport } from '../desk/open-import.js';
import { indent } from './render-text.js';
import { defineProgram, runProgram } from './run-program.js';
import { createBuildBar, createProgressBar, describeFault, TERMINAL_LOG } from './start-in-terminal.js';

interface Flags {
  readonly corpus?: string;
  readonly outlet?: string;
  readonly dryRun?: boolean;
}

const EXIT_DONE = 0;
const EXIT_INCOMPLETE = 1;

await runProgram(async () => {
  const program = defineProgram('corpus:import', 'Adds articles to the folder of articles.')
    .argument('<sources...>', 'files, web addresses, and RSS or Atom feeds')
    .option('--corpus <dir>', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .option('--outlet <name>', 'outlet of articles that name none')
    .option('--dry-run', 'say what would be added, and write nothing')
    .parse();
  const { corpus, outlet, dryRun = false } = program.opts<Flags>();
  readDotenv({ quiet: true });
  const config = parseConfig(process.env);

  const bar = createBuildBar(process.stderr);
  const parts = await openImport({
    corpusDir: corpus ?? config.corpusDir,
    dataDir: config.dataDir,
    log: TERMINAL_LOG,
    onProgress: bar.show,
  }).finally(bar.clear);

  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
  });
  const report = await importArticles(program.args, parts, {
    isDryRun: dryRun,
    outlet: outlet ?? null,
    signal: stop.signal,
    onProgress: createProgressBar(process.stderr),
  });
  const text = `${renderImportText(report, dryRun)}\n`;
  // Exits without waiting for pages that are still being fetched.
  if (stop.signal.aborted) process.stdout.write(text, () => process.exit(EXIT_INCOMPLETE));
  else process.stdout.write(text);
  const isComplete = report.remaining === 0 && report.outcomes.every(({ kind }) => kind !== 'refused');
  return isComplete ? EXIT_DONE : EXIT_INCOMPLETE;
});

/** Renders counts, each followed by one line per input that it counts. */
function renderImportText({ outcomes, remaining }: ImportReport, isDryRun: boolean): string {
  const added = outcomes.filter((outcome) => outcome.kind === 'added');
  const skipped = outcomes.filter((outcome) => outcome.kind === 'skipped');
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  return [
    (isDryRun ? say.wouldAdd : say.added)(added.length),
    ...added.map(renderOutcome),
    ...(skipped.length === 0 ? [] : [say.skipped(skipped.length), ...skipped.map(renderOutcome)]),
    ...(refused.length === 0 ? [] : [say.refused(refused.length), ...refused.map(renderOutcome)]),
    ...(remaining === 0 ? [] : [say.stopped(remaining)]),
    ...(isDryRun || added.length === 0 ? [] : [say.reload]),
  ].join('\n');
}

function renderOutcome(outcome: ImportOutcome): string {
  const { input } = outcome;
  switch (outcome.kind) {
    case 'added':
      return indent(say.addedAs(outcome.file, outcome.title, input));
    case 'skipped':
      return indent(say.skippedFor(input, outcome.duplicate));
    case 'refused':
      return indent(say.refusedFor(input, describeFault(outcome.fault)));
  }
}
