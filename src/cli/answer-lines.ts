import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ENGLISH as say } from '../core/locales/english.js';
import { sayFault } from '../core/locales/sentences.js';
import { Fault } from '../core/model/fault.js';

/** Answers one question. @throws {Fault} For a question that cannot be asked. */
export type AnswerLine = (question: string) => Promise<{ readonly text: string; readonly isFound: boolean }>;

/**
 * Answers one question a line, in order, each before the next is read. A line that cannot be asked is answered with
 * its fault: `{ question, error: { code, sentence } }` as JSON, otherwise the sentence. Ends with the input, or when
 * the reader of the output is gone.
 *
 * @param asJson - True for one line an answer; otherwise a blank line follows each.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: AnswerLine,
  asJson: boolean,
): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  const pipe = watchPipe(output, () => {
    lines.close();
  });
  const separator = asJson ? '\n' : '\n\n';
  for await (const line of lines) {
    const { text } = await answer(line).catch((error: unknown) => ({
      text: renderError(line, error, asJson),
    }));
    if (pipe.isClosed || !(await pipe.write(text + separator))) break;
  }
  lines.close();
  if (pipe.error) throw pipe.error;
}

/** @throws What is no fault. */
function renderError(question: string, error: unknown, asJson: boolean): string {
  if (!(error instanceof Fault)) throw error;
  const sentence = sayFault(say, error);
  return asJson ? JSON.stringify({ question, error: { code: error.code, sentence } }) : sentence;
}

interface Pipe {
  /** True once the output can no longer be written. */
  readonly isClosed: boolean;
  /** Why, unless its reader is gone. */
  readonly error: Error | undefined;
  /** Resolves when the text is with the system; false if the output is closed. */
  write(text: string): Promise<boolean>;
}

function watchPipe(output: Writable, onClose: () => void): Pipe {
  let isClosed = false;
  let failure: Error | undefined;
  output.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code !== 'EPIPE') failure = error;
    onClose();
  });
  return {
    get isClosed() {
      return isClosed;
    },
    get error() {
      return failure;
    },
    write: (text) =>
      new Promise((resolve) => {
        output.write(text, (error) => {
          resolve(!error);
        });
      }),
  };
}
