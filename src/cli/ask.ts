import { type AskOptions, parseAskedOn, parseAskRequest, parseResults } from '../core/answering/answer.js';
import type { LoadedCorpus } from '../core/model/corpus.js';
import { MAX_RANKED } from '../core/model/limits.js';
import type { Services } from '../core/services.js';
import { answerLines, type AnswerLine } from './answer-lines.js';
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
  readonly now?: string;
  readonly batch?: boolean;
  readonly filters: boolean;
  readonly closest?: boolean;
  readonly why?: boolean;
  readonly json?: boolean;
}

/** Stands in where the options are checked before a question is known. */
const ANY_QUESTION = '?';

await runProgram(async () => {
  const program = defineProgram('ask', 'Answers questions from the articles, with quotes and citations.')
    .argument('[question...]', 'the question, unless --batch is given')
    .option('--corpus <dir>', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .option('--limit <n>', `passages shown, 1 to ${MAX_RANKED} (default: 3)`)
    .option('--outlet <name>', 'only articles of this outlet')
    .option('--since <date>', 'only articles from this date on: 2023, 2023-08-16, "last week"')
    .option('--until <date>', 'only articles up to this date')
    .option('--now <time>', 'day or time of asking, from which "yesterday" counts (default: the clock)')
    .option('--batch', 'read one question a line from the standard input')
    .option('--no-filters', 'search for every word; read no outlet, author, tag or date in the question')
    .option('--closest', 'if nothing is found, show the passages that come closest')
    .option('--why', 'show how each passage came by its score')
    .option('--json', 'print one JSON object a question')
    .parse();
  const { corpus, batch = false, ...flags } = program.opts<Flags>();
  const hasQuestion = program.args.length > 0;
  if (batch && hasQuestion) program.error('error: --batch reads the questions from the standard input');
  if (!batch && !hasQuestion) program.error('error: a question is missing');
  const options = {
    results: parseResults(flags.limit, MAX_RANKED),
    outlet: flags.outlet,
    since: flags.since,
    until: flags.until,
    askedOn: parseAskedOn(flags.now, Date.now()),
    readsFilters: flags.filters,
  };

  return withApp({ corpusDir: corpus }, async ({ services }) => {
    const loaded = services.loaded();
    const answerOne = createAnswerOne(services, loaded, options, flags);
    if (batch) {
      parseOptions(services, loaded, { ...options, question: ANY_QUESTION });
      await answerLines(process.stdin, process.stdout, answerOne, flags.json ?? false);
      return EXIT_FOUND;
    }
    const { text, isFound } = await answerOne(program.args.join(' '));
    process.stdout.write(`${text}\n`);
    return isFound ? EXIT_FOUND : EXIT_NOTHING_FOUND;
  });
});

/** Creates what answers a question, as text or as JSON. */
function createAnswerOne(
  services: Services,
  loaded: LoadedCorpus,
  options: Omit<AskOptions, 'question'>,
  { closest = false, why = false, json = false }: Flags,
): AnswerLine {
  const style = chooseStyle(process.stdout.isTTY, process.env);
  return async (question) => {
    const answer = await services.ask(loaded, parseOptions(services, loaded, { ...options, question }));
    const explanations = why ? await explainAnswer(services, loaded, answer) : [];
    const text = json
      ? JSON.stringify(toAnswerJson(answer, explanations))
      : closest && answer.closest.length > 0
        ? renderClosestText(answer, style, explanations)
        : [
            renderAnswerText(answer, style, explanations, loaded.corpus.examples),
            ...hintAtClosest(answer, '--closest', style),
          ].join('\n\n');
    return { text, isFound: answer.kind === 'found' };
  };
}

function parseOptions(
  { readDates }: Services,
  { corpus }: LoadedCorpus,
  options: AskOptions,
): ReturnType<typeof parseAskRequest> {
  return parseAskRequest(options, corpus.outlets, { maxResults: MAX_RANKED, readDates });
}
