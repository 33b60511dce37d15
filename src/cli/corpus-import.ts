import { config as readDotenv } from 'dotenv';
import { parseConfig } from '../config.js';
import { importArticles } from '../importing/import-articles.js';
import { openImport } from '../importing/open-import.js';
import { createBuildBar, createProgressBar } from './progress-bar.js';
import { renderImportText } from './render-import-text.js';
import { defineProgram, runProgram } from './run-program.js';
import { TERMINAL_LOG } from './start-in-terminal.js';

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
  // Pages that are still under way are not waited for.
  if (stop.signal.aborted) process.stdout.write(text, () => process.exit(EXIT_INCOMPLETE));
  else process.stdout.write(text);
  const isComplete = report.left === 0 && report.outcomes.every(({ kind }) => kind !== 'refused');
  return isComplete ? EXIT_DONE : EXIT_INCOMPLETE;
});
