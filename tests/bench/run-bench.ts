import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { format } from 'prettier';
import { describeMachine } from './describe-machine.js';
import { drawPlot } from './draw-plot.js';
import { ENGINES } from './engines/index.js';
import { generatePassages } from './generate-corpus.js';
import type { Outcome, Task } from './measurement.js';
import {
  describeAgreement,
  formatCount,
  formatFigure,
  formatMb,
  isAgreed,
  renderReport,
  type CorpusSize,
} from './render-report.js';
import { runChild } from './run-child.js';
import { DOCUMENT, writeDocument } from './write-document.js';

const SEED = 1;
const SIZES = [1_000, 10_000, 100_000];
const LARGE_SIZE = 300_000;

const PLOT = 'docs/performance.svg';
const MARK = 'bench';

interface Flags {
  readonly large?: boolean;
  readonly write?: boolean;
  readonly sizes?: readonly number[];
  readonly engines?: readonly string[];
}

const program = new Command('bench')
  .description('Measures Nukuu against other search engines over the same made-up passages and questions.')
  .option('--large', `measure ${formatCount(LARGE_SIZE)} passages, too`)
  .option('--write', `put the report into ${DOCUMENT} and the plot into ${PLOT}`)
  .option('--sizes <list>', 'only these numbers of passages, with commas between', readList(Number))
  .option('--engines <list>', `only these of ${Object.keys(ENGINES).join(', ')}`, readList(String))
  .parse();
const { large, write, sizes = large ? [...SIZES, LARGE_SIZE] : SIZES, engines } = program.opts<Flags>();

const outcomes: Outcome[] = [];
const corpora: CorpusSize[] = [];
for (const passages of sizes) {
  corpora.push(measureCorpus(passages));
  for (const engine of engines ?? Object.keys(ENGINES)) {
    outcomes.push(await measureAloud({ engine, passages, seed: SEED }));
  }
  process.stderr.write(`${describeAgreement(passages, outcomes)}\n`);
}

const report = { machine: describeMachine(), sizes: corpora, outcomes };
const markdown = renderReport(report);
process.stdout.write(await format(markdown, { parser: 'markdown' }));
if (write) {
  await writeFile(PLOT, drawPlot(outcomes));
  await writeDocument(
    MARK,
    `${markdown}\n\n![Search latency against the size of the corpus](performance.svg)`,
  );
}
process.exitCode = isAgreed(report) ? 0 : 1;

function readList<T>(read: (item: string) => T): (list: string) => T[] {
  return (list) => list.split(',').map((item) => read(item.trim()));
}

/** Reports progress on stderr, one line per engine. */
async function measureAloud(task: Task): Promise<Outcome> {
  process.stderr.write(`${formatCount(task.passages)} passages · ${task.engine}`);
  const outcome = await measureUnlessHopeless(task);
  const { measurement, failure = '' } = outcome;
  const end = measurement
    ? `${formatCount(measurement.questions)} searches, ${formatFigure(measurement.searchMs.p50)} ms at the median · ${formatMb(measurement.memory.resident)}`
    : failure;
  process.stderr.write(` · ${end}\n`);
  return outcome;
}

/** Skips an engine that has failed with fewer passages. */
async function measureUnlessHopeless(task: Task): Promise<Outcome> {
  const failed = outcomes.find(({ engine, failure }) => engine === task.engine && failure !== undefined);
  if (failed) return { ...task, failure: `not tried: failed at ${formatCount(failed.passages)}` };
  return runChild(task, (buildMs) => {
    process.stderr.write(` · built in ${formatFigure(buildMs / 1000)} s`);
  });
}

function measureCorpus(passages: number): CorpusSize {
  const distinct = new Set<string>();
  let terms = 0;
  for (const { textTerms } of generatePassages(SEED, passages)) {
    terms += textTerms.length;
    for (const term of textTerms) distinct.add(term);
  }
  return { passages, terms, distinctTerms: distinct.size };
}
