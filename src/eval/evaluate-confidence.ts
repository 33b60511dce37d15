import { defineProgram, runProgram } from '../cli/run-program.js';
import { createProgressBar } from '../cli/start-in-terminal.js';
import { readBeir } from './beir.js';
import {
  fitConfidence,
  isForFitting,
  type JudgedQuestion,
  judgeQuestions,
  SIGNAL_NAMES,
  tabulateReliability,
} from './measure-confidence.js';

await runProgram(async () => {
  const program = defineProgram('eval:confidence', 'Shows how often an answer of each confidence is right.')
    .argument('<dirs...>', 'folders with corpus.jsonl, queries.jsonl and qrels/test.tsv')
    .option('--fit', 'fit the model to one half of the questions and print it')
    .parse();
  const sets: JudgedQuestion[][] = [];
  for (const dir of program.args) {
    sets.push(await judgeQuestions(await readBeir(dir), createProgressBar(process.stderr)));
  }
  if (program.opts()['fit'] === true) {
    const { bias, weights } = fitConfidence(sets.map((set) => set.filter(isForFitting)));
    const rows = [
      ['bias', bias] as const,
      ...SIGNAL_NAMES.map((name, i) => [name, weights[i] ?? 0] as const),
    ];
    process.stdout.write(
      `${rows.map(([name, value]) => `${name.padEnd(14)}${value.toFixed(2)}\n`).join('')}\n`,
    );
  }
  const heldOut = sets.map((set) => set.filter((question) => !isForFitting(question)));
  program.args.forEach((dir, i) => {
    process.stdout.write(renderTable(dir, heldOut[i] ?? []));
  });
  return 0;
});

function renderTable(dir: string, questions: readonly JudgedQuestion[]): string {
  const rows = tabulateReliability(questions).map(({ from, questions: count, meanConfidence, right }) =>
    [from.toFixed(1), String(count), meanConfidence.toFixed(2), right.toFixed(2)]
      .map((cell) => cell.padStart(10))
      .join(''),
  );
  const head = ['from', 'questions', 'mean', 'right'].map((cell) => cell.padStart(10)).join('');
  return [dir, head, ...rows, ''].join('\n');
}
