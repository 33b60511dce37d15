import { defineProgram, runProgram } from '../cli/run-program.js';
import { createProgressBar } from '../cli/start-in-terminal.js';
import { SIGNAL_NAMES } from '../core/answering/confidence.js';
import { readBeir } from './beir.js';
import {
  type ConfidenceFigures,
  type ConfidenceModels,
  fitConfidence,
  type JudgedQuestion,
  judgeQuestions,
  measureConfidence,
} from './measure-confidence.js';

await runProgram(async () => {
  const program = defineProgram(
    'eval:confidence',
    'Shows how good the two probabilities of an answer are, set by set.',
  )
    .argument('<dirs...>', 'folders with corpus.jsonl, queries.jsonl and qrels/test.tsv')
    .option('--fit', 'fit both models on all sets and print them')
    .option('--leave-one-out', 'measure each set by models fitted on the others')
    .parse();
  const { fit = false, leaveOneOut = false } = program.opts<{ fit?: boolean; leaveOneOut?: boolean }>();
  const sets: JudgedQuestion[][] = [];
  for (const dir of program.args) {
    sets.push(await judgeQuestions(await readBeir(dir), createProgressBar(process.stderr)));
  }
  const figures = sets.map((set, i) =>
    leaveOneOut ? measureConfidence(set, fitConfidence(sets.toSpliced(i, 1))) : measureConfidence(set),
  );
  process.stdout.write(renderFigures(program.args, figures));
  if (fit) process.stdout.write(renderModels(fitConfidence(sets)));
  return 0;
});

/** One column a set, and their mean. */
function renderFigures(dirs: readonly string[], figures: readonly ConfidenceFigures[]): string {
  const names = Object.keys(figures[0] ?? {}) as (keyof ConfidenceFigures)[];
  const titles = [...dirs.map((dir) => dir.split('/').filter(Boolean).at(-1) ?? dir), 'mean'];
  const rows = names.map((name) => {
    const values = figures.map((each) => each[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [
      name,
      ...[...values, mean].map((value) => (name === 'questions' ? value.toFixed(0) : value.toFixed(3))),
    ];
  });
  const table = [['', ...titles], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n')
    .concat('\n');
}

function renderModels({ answerable, right }: ConfidenceModels): string {
  const rows = SIGNAL_NAMES.map((name) => [name, answerable.weights[name], right.weights[name]] as const);
  return [['bias', answerable.bias, right.bias] as const, ...rows]
    .map(
      ([name, one, other]) =>
        `${name.padEnd(14)}${one.toFixed(2).padStart(8)}${other.toFixed(2).padStart(8)}\n`,
    )
    .join('');
}
