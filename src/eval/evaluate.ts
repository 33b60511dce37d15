import { writeFile } from 'node:fs/promises';
import { defineProgram, runProgram } from '../cli/run-program.js';
import { createProgressBar } from '../cli/start-in-terminal.js';
import { loadBeir, readBeir } from './beir.js';
import { askAll, type Figures, measure, writeAnswers, writeTrecRun } from './measure.js';

interface Flags {
  readonly json?: boolean;
  readonly run?: string;
  readonly answers?: string;
}

await runProgram(async () => {
  const program = defineProgram('eval', 'Measures the ranking on an evaluation set in the layout of BEIR.')
    .argument('<dir>', 'folder with corpus.jsonl, queries.jsonl and qrels/test.tsv')
    .option('--json', 'print one JSON object')
    .option('--run <file>', 'write the rankings as a TREC run')
    .option('--answers <file>', 'write one JSON line a question')
    .parse();
  const { json, run, answers } = program.opts<Flags>();

  const set = await readBeir(program.args[0] ?? '');
  const loaded = loadBeir(set.entries);
  const asked = await askAll(set, loaded, createProgressBar(process.stderr));
  if (run !== undefined) await writeFile(run, writeTrecRun(asked));
  if (answers !== undefined) await writeFile(answers, writeAnswers(asked));
  const figures = measure(set, loaded, asked);
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : renderFigures(figures));
  return 0;
});

function renderFigures({ latencyMs, ...figures }: Figures): string {
  const rows = [
    ...Object.entries(figures).map(([name, value]) => [name, formatFigure(value)]),
    ['latency p50', `${latencyMs.p50.toFixed(2)} ms`],
    ['latency p95', `${latencyMs.p95.toFixed(2)} ms`],
  ];
  return rows.map(([name = '', value = '']) => `${name.padEnd(16)}${value}\n`).join('');
}

function formatFigure(value: number | null): string {
  if (value === null) return 'no answers known';
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(4);
}
