import { defineProgram, runProgram } from '../cli/run-program.js';
import { createProgressBar } from '../cli/start-in-terminal.js';
import { readBeir } from './beir.js';
import { measureRefusals } from './measure-refusals.js';

await runProgram(async () => {
  const program = defineProgram('eval:refusals', 'Measures what is refused when passages are taken away.')
    .argument('<dir>', 'folder with corpus.jsonl, queries.jsonl and qrels/test.tsv')
    .option('--json', 'print one JSON object')
    .parse();
  const set = await readBeir(program.args[0] ?? '');
  const figures = await measureRefusals(set, createProgressBar(process.stderr));
  process.stdout.write(`${JSON.stringify(figures, null, program.opts()['json'] === true ? undefined : 2)}\n`);
  return 0;
});
