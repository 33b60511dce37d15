import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface AnswersTask {
  readonly corpusDir: string;
  /** Holds the snapshot of the corpus. */
  readonly dataDir: string;
  readonly warmUp: readonly string[];
  readonly questions: readonly string[];
}

export interface AnswersTimed {
  /** From each question to the message that Discord would get. */
  readonly answerMs: readonly number[];
}

const CHILD = new URL('./answers-child.js', import.meta.url);

/** Times whole answers in a process of their own, without Discord. */
export async function timeAnswers(task: AnswersTask): Promise<AnswersTimed> {
  const child = fork(CHILD, [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that answers ended early with ${String(code)}`);
  });
  const [timed] = (await Promise.race([once(child, 'message'), ended])) as [AnswersTimed];
  await ended.catch(() => undefined);
  return timed;
}
