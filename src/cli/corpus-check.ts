import type { Config } from '../config.js';
import { checkPins, type PinReport } from '../core/changes/change-corpus.js';
import { Fault } from '../core/model/fault.js';
import type { Services } from '../core/services.js';
import { describePins } from '../core/locales/describe-corpus.js';
import { ENGLISH as say } from '../core/locales/english.js';
import { readPins } from '../desk/read-pins.js';
import { renderStatusText } from './render-text.js';
import { defineProgram, runProgram, withApp } from './run-program.js';
import { describeFault } from './start-in-terminal.js';

const EXIT_CLEAN = 0;
const EXIT_PROBLEMS = 1;

await runProgram(async () => {
  const program = defineProgram('corpus:check', 'Prints every problem of a folder of articles.')
    .argument('[dir]', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .parse();
  try {
    return await withApp({ corpusDir: program.args[0], isFresh: true }, async ({ services }, config) => {
      const loaded = services.loaded();
      const pins = await checkStoredPins(services, config);
      const lines = [renderStatusText(loaded), ...describePins(say, pins)];
      process.stdout.write(`${lines.join('\n')}\n`);
      const isClean = loaded.problems.length === 0 && pins !== null && pins.unmet.length === 0;
      return isClean ? EXIT_CLEAN : EXIT_PROBLEMS;
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'CORPUS_EMPTY') throw error;
    const problems = error.problems.map(say.problem);
    process.stdout.write(`${[describeFault(error), ...problems].join('\n')}\n`);
    return EXIT_PROBLEMS;
  }
});

/** @returns `null` if the pinned questions cannot be read. */
async function checkStoredPins(services: Services, { databaseUrl }: Config): Promise<PinReport | null> {
  const pins = await readPins(databaseUrl);
  return pins && checkPins(services.ask, pins, null, services.loaded());
}
