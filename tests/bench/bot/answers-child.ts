import { startApp } from '../../../src/app.js';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { ENGLISH as say } from '../../../src/core/locales/english.js';
import { renderAnswer } from '../../../src/discord/answers/render-answer.js';
import { toMessage } from '../../../src/discord/message/respond.js';
import type { AnswersTask, AnswersTimed } from './time-answers.js';

/** Answers the questions in the first argument one after the other, and sends the duration of each to the parent. */
const { corpusDir, dataDir, warmUp, questions } = JSON.parse(process.argv[2] ?? '') as AnswersTask;

let noteChecked: () => void = () => undefined;
const checked = new Promise<void>((resolve) => (noteChecked = resolve));
const app = await startApp({
  corpusDir,
  dataDir,
  log: { info: noteChecked, warn: noteChecked, error: noteChecked },
});
const { services } = app;

const answer = async (question: string): Promise<number> => {
  const start = performance.now();
  const loaded = services.loaded();
  const request = parseAskRequest({ question }, loaded.corpus.outlets);
  const answered = await services.ask(loaded, request);
  const { view } = renderAnswer(say, loaded.corpus, answered, {
    kind: 'public',
    askerId: '1',
    hasVotes: true,
  });
  JSON.stringify(toMessage(view));
  return performance.now() - start;
};

for (const question of warmUp) await answer(question);
// The files are checked against the snapshot in another thread after the first answer.
await checked;
const answerMs: number[] = [];
for (const question of questions) answerMs.push(await answer(question));
await app.close();
process.send?.({ answerMs } satisfies AnswersTimed);
process.disconnect();
