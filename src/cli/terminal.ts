/** Runs the bot in a terminal. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Answer, parseAskedOn, parseAskRequest, parseResults } from '../core/answering/answer.js';
import { findArticle, parseParagraph } from '../core/answering/find-article.js';
import { Fault } from '../core/model/fault.js';
import type { Services } from '../core/services.js';
import { ENGLISH as say } from '../core/locales/english.js';
import { sayFault } from '../core/locales/sentences.js';
import {
  explainAnswer,
  hintAtClosest,
  renderAnswerText,
  renderClosestText,
  renderHelpText,
  renderReloadText,
  renderSourceText,
  renderStatusText,
  type Style,
} from './render-text.js';

interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** True if a person types; a prompt is then shown. */
  readonly isInteractive: boolean;
  readonly style: Style;
  /** In ms since 1970. */
  readonly now: () => number;
}

const PROMPT = '> ';
const QUIT = /^\s*\/?(?:quit|exit)\s*$/iu;

/** Answers one command or question per line, until `/quit` or the end of the input. */
export async function runTerminal(services: Services, terminal: Terminal): Promise<void> {
  const { input, output, isInteractive } = terminal;
  const session: Session = { services, terminal, answer: null };
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
    if (line.trim() !== '') output.write(`${await answerLine(session, line)}\n\n`);
    if (isInteractive) lines.prompt();
  }
  lines.close();
}

/** What one run of the terminal remembers. */
interface Session {
  readonly services: Services;
  readonly terminal: Pick<Terminal, 'style' | 'now'>;
  /** To the last question; `null` before the first. */
  answer: Answer | null;
}

/** Faults become their sentences. */
async function answerLine(session: Session, line: string): Promise<string> {
  try {
    return await run(session, parseCommandLine(line));
  } catch (error) {
    if (error instanceof Fault) return sayFault(say, error);
    throw error;
  }
}

async function run(session: Session, { command, text, options }: CommandLine): Promise<string> {
  const { services, terminal } = session;
  const { style } = terminal;
  const loaded = services.loaded();
  switch (command) {
    case 'ask':
      return ask(session, text, options);
    case 'closest':
      return session.answer ? renderClosestText(session.answer, style) : say.noClosest;
    case 'source':
      return renderSourceText(
        loaded.corpus,
        findArticle(loaded.corpus, text, parseParagraph(options.paragraph), options.paragraph),
        style,
      );
    case 'corpus status':
      return renderStatusText(loaded);
    case 'corpus reload':
      return reload(services, options);
    case 'help':
      return renderHelpText(loaded.corpus, style);
  }
}

async function ask(session: Session, question: string, options: CommandLine['options']): Promise<string> {
  const { services, terminal } = session;
  const { style, now } = terminal;
  const loaded = services.loaded();
  parseSwitch('private', options.private);
  const why = parseSwitch('why', options.why);
  const readsFilters = parseSwitch('filters', options.filters, true);
  const results = parseResults(options.results);
  const askedOn = parseAskedOn(options.now, now());
  const asked = { ...options, question, results, askedOn, readsFilters };
  const request = parseAskRequest(asked, loaded.corpus.outlets, { readDates: services.readDates });
  const answer = await services.ask(loaded, request);
  session.answer = answer;
  const explanations = why ? await explainAnswer(services, loaded, answer) : [];
  return [
    renderAnswerText(answer, style, explanations, loaded.corpus.examples),
    ...hintAtClosest(answer, '/closest', style),
  ].join('\n\n');
}

async function reload(services: Services, { preview, accept }: CommandLine['options']): Promise<string> {
  const mode = parseSwitch('preview', preview) ? 'preview' : accept === undefined ? 'careful' : { accept };
  return renderReloadText(await services.changeCorpus([], { mode, by: null, action: 'reload' }), mode);
}

/** A line typed in the terminal, parsed as Discord parses a slash command. */
interface CommandLine {
  readonly command: CommandName;
  /** The line without its options: the question or the article. */
  readonly text: string;
  /** From `name:value` pairs, values without their quotation marks. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

const OPTIONS = {
  ask: ['question', 'results', 'outlet', 'since', 'until', 'now', 'private', 'filters', 'why'],
  closest: [],
  source: ['article', 'paragraph', 'private'],
  help: [],
  'corpus status': [],
  'corpus reload': ['preview', 'accept'],
} as const;

type CommandName = keyof typeof OPTIONS;
type OptionName = (typeof OPTIONS)[CommandName][number];

/**
 * Reads a line: `/ask who won? results:5 outlet:"The Star"`, `/source article-id paragraph:3`, or a bare
 * question, which is asked.
 *
 * @throws {Fault} `COMMAND_UNKNOWN` if it starts with `/` and names no command.
 */
export function parseCommandLine(line: string): CommandLine {
  const [, slash, rest = ''] = /^\s*(\/?)(.*)$/su.exec(line) ?? [];
  if (slash === '') return readOptions('ask', rest);
  const command = (Object.keys(OPTIONS) as CommandName[]).find((name) =>
    new RegExp(`^${name.replace(' ', '\\s+')}(?:\\s|$)`, 'iu').test(rest),
  );
  if (command === undefined) {
    throw new Fault('COMMAND_UNKNOWN', 'no such command', {
      facts: { command: `/${/^\S*/u.exec(rest)?.[0] ?? ''}` },
    });
  }
  return readOptions(command, rest.replace(new RegExp(`^${command.replace(' ', '\\s+')}`, 'iu'), ''));
}

function readOptions(command: CommandName, rest: string): CommandLine {
  const names: readonly OptionName[] = OPTIONS[command];
  const options: Partial<Record<OptionName, string>> = {};
  const pattern = new RegExp(`(?<!\\S)(${names.join('|')}):(?:["“]([^"”]*)["”]|(\\S+?)[?!,.]*(?!\\S))`, 'gu');
  const text = (names.length === 0 ? rest : rest.replace(pattern, takeOption)).replace(/\s+/gu, ' ').trim();
  return { command, text: options.question ?? options.article ?? text, options };

  function takeOption(_pair: string, name: OptionName, quoted?: string, bare?: string): string {
    options[name] = quoted ?? bare ?? '';
    return '';
  }
}

/**
 * @param text - The value of an on/off option; absent if it is not given.
 * @throws {Fault} `SWITCH_INVALID` if the value is neither.
 */
export function parseSwitch(option: string, text?: string, byDefault = false): boolean {
  if (text === undefined) return byDefault;
  if (/^(?:true|yes|on|1)$/iu.test(text)) return true;
  if (/^(?:false|no|off|0)$/iu.test(text)) return false;
  throw new Fault('SWITCH_INVALID', `${option} is not on or off`, { facts: { option, value: text } });
}
