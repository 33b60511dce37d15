import { Fault } from '../core/errors.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { describeFault } from './describe-fault.js';
import { renderStatusText } from './render-corpus-text.js';
import { defineProgram, runProgram, withApp } from './run-program.js';

const EXIT_CLEAN = 0;
const EXIT_PROBLEMS = 1;

await runProgram(async () => {
  const program = defineProgram('corpus:check', 'Prints every problem of a folder of articles.')
    .argument('[dir]', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .parse();
  try {
    return await withApp({ corpusDir: program.args[0], isFresh: true }, ({ services }) => {
      const loaded = services.loaded();
      process.stdout.write(`${renderStatusText(loaded)}\n`);
      return Promise.resolve(loaded.problems.length === 0 ? EXIT_CLEAN : EXIT_PROBLEMS);
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'CORPUS_EMPTY') throw error;
    const problems = error.problems.map(say.problem);
    process.stdout.write(`${[describeFault(error), ...problems].join('\n')}\n`);
    return EXIT_PROBLEMS;
  }
});
