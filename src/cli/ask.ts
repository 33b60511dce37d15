import { parseAskRequest, parseResults } from '../core/answering/answer.js';
import { MAX_RANKED } from '../core/model/limits.js';
import { toAnswerJson } from './answer-json.js';
import {
  chooseStyle,
  explainAnswer,
  hintAtClosest,
  renderAnswerText,
  renderClosestText,
} from './render-text.js';
import { defineProgram, EXIT_FOUND, EXIT_NOTHING_FOUND, runProgram, withApp } from './run-program.js';

interface Flags {
  readonly corpus?: string;
  readonly limit?: string;
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly filters: boolean;
  readonly closest?: boolean;
  readonly why?: boolean;
  readonly json?: boolean;
}

await runProgram(async () => {
  const program = defineProgram('ask', 'Answers one question from the articles, with quotes and citations.')
    .argument('<question...>', 'the question')
    .option('--corpus <dir>', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .option('--limit <n>', `passages shown, 1 to ${MAX_RANKED} (default: 3)`)
    .option('--outlet <name>', 'only articles of this outlet')
    .option('--since <date>', 'only articles from this year, month or day on')
    .option('--until <date>', 'only articles up to this year, month or day')
    .option('--no-filters', 'search for every word; read no outlet, author, tag or date in the question')
    .option('--closest', 'if nothing is found, show the passages that come closest')
    .option('--why', 'show how each passage came by its score')
    .option('--json', 'print one JSON object')
    .parse();
  const { corpus, limit, outlet, since, until, filters, closest, why, json } = program.opts<Flags>();

  return withApp({ corpusDir: corpus }, async ({ services }) => {
    const loaded = services.loaded();
    const request = parseAskRequest(
      {
        question: program.args.join(' '),
        results: parseResults(limit, MAX_RANKED),
        outlet,
        since,
        until,
        readsFilters: filters,
      },
      loaded.corpus.outlets,
      MAX_RANKED,
    );
    const answer = await services.ask(loaded, request);
    const explanations = why ? await explainAnswer(services, loaded, answer) : [];
    const style = chooseStyle(process.stdout.isTTY, process.env);
    const text = json
      ? JSON.stringify(toAnswerJson(answer, explanations))
      : closest && answer.closest.length > 0
        ? renderClosestText(answer, style, explanations)
        : [
            renderAnswerText(answer, style, explanations, loaded.corpus.examples),
            ...hintAtClosest(answer, '--closest', style),
          ].join('\n\n');
    process.stdout.write(`${text}\n`);
    return answer.kind === 'found' ? EXIT_FOUND : EXIT_NOTHING_FOUND;
  });
});
