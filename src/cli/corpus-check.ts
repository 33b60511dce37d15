import { renderStatusText } from './render-corpus-text.js';
import { defineProgram, runProgram, withApp } from './run-program.js';

const EXIT_CLEAN = 0;
const EXIT_PROBLEMS = 1;

await runProgram(async () => {
  const program = defineProgram('corpus:check', 'Prints every problem of a folder of articles.')
    .argument('[dir]', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .parse();

  return withApp(program.args[0], ({ services }) => {
    const loaded = services.loaded();
    process.stdout.write(`${renderStatusText(loaded)}\n`);
    return Promise.resolve(loaded.problems.length === 0 ? EXIT_CLEAN : EXIT_PROBLEMS);
  });
});
