import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Fault } from '../core/errors.js';
import { findArticle } from '../core/find-article.js';
import { parseAskRequest } from '../core/parse-ask-request.js';
import { parseCommandLine, parseSwitch, type CommandLine } from '../core/parse-command-line.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { sayFault } from '../core/sentences/say-fault.js';
import type { Services } from '../core/services.js';
import { explainAnswer } from './explain-answer.js';
import { renderAnswerText } from './render-answer-text.js';
import { renderReloadText, renderStatusText } from './render-corpus-text.js';
import { renderHelpText } from './render-help-text.js';
import { renderSourceText } from './render-source-text.js';
import type { Style } from './style.js';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person types: a prompt is shown then. */
  readonly isInteractive: boolean;
  readonly style: Style;
}

const PROMPT = '> ';
const QUIT = /^\s*\/?(?:quit|exit)\s*$/iu;

/** The bot in a terminal: one command or question a line, until `/quit` or the end of the input. */
export async function runTerminal(services: Services, terminal: Terminal): Promise<void> {
  const { input, output, isInteractive, style } = terminal;
  output.write(`${renderStatusText(services.loaded())}\n\n`);
  const lines = createInterface({
    input,
    ...(isInteractive ? { output, prompt: PROMPT, terminal: true } : {}),
  });
  lines.once('SIGINT', () => {
    lines.close();
  });
  if (isInteractive) {
    output.write(`${say.terminalHint}\n\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    if (QUIT.test(line)) break;
    if (line.trim() !== '') output.write(`${await answerLine(services, line, style)}\n\n`);
    if (isInteractive) lines.prompt();
  }
  lines.close();
}

/** What the terminal prints for one line. Faults become their sentences. */
export async function answerLine(services: Services, line: string, style: Style): Promise<string> {
  try {
    return await run(services, parseCommandLine(line), style);
  } catch (error) {
    if (error instanceof Fault) return sayFault(say, error);
    throw error;
  }
}

async function run(
  services: Services,
  { command, text, options }: CommandLine,
  style: Style,
): Promise<string> {
  const loaded = services.loaded();
  switch (command) {
    case 'ask': {
      parseSwitch('private', options.private);
      const why = parseSwitch('why', options.why);
      const request = parseAskRequest({ ...options, question: text }, loaded.corpus.outlets);
      const answer = await services.ask(loaded, request);
      return renderAnswerText(answer, style, why ? await explainAnswer(services, loaded, answer) : []);
    }
    case 'source':
      return renderSourceText(loaded.corpus, findArticle(loaded.corpus, text, options.paragraph), style);
    case 'corpus status':
      return renderStatusText(loaded);
    case 'corpus reload':
      return reload(services, options);
    case 'help':
      return renderHelpText(loaded.corpus, style);
  }
}

async function reload(services: Services, { preview, accept }: CommandLine['options']): Promise<string> {
  const mode = parseSwitch('preview', preview) ? 'preview' : accept === undefined ? 'careful' : { accept };
  return renderReloadText(await services.changeCorpus([], { mode, by: null, action: 'reload' }), mode);
}
