import { Fault } from './errors.js';

/** A line typed on the terminal, taken apart as Discord takes apart a slash command. */
export interface CommandLine {
  /** `ask`, `source`, `help`, `corpus status` or `corpus reload`. */
  readonly command: CommandName;
  /** What is left without the options: the question, or the article. */
  readonly text: string;
  /** `name:value` pairs, value without its quotation marks. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

const OPTIONS = {
  ask: ['question', 'results', 'outlet', 'since', 'until', 'private', 'why'],
  source: ['article', 'paragraph', 'private'],
  help: [],
  'corpus status': [],
  'corpus reload': ['preview', 'accept'],
} as const;

export type CommandName = keyof typeof OPTIONS;
type OptionName = (typeof OPTIONS)[CommandName][number];

/**
 * Reads a line: `/ask who won? results:5 outlet:"The Star"`, `/source article-id paragraph:3`, or a bare
 * question, which is asked.
 *
 * @throws {Fault} `COMMAND_UNKNOWN` when it starts with `/` and no such command is there.
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

/** @throws {Fault} `SWITCH_INVALID` when an option that is on or off is given anything else. */
export function parseSwitch(option: string, text = 'false'): boolean {
  if (/^(?:true|yes|on|1)$/iu.test(text)) return true;
  if (/^(?:false|no|off|0)$/iu.test(text)) return false;
  throw new Fault('SWITCH_INVALID', `${option} is not on or off`, { facts: { option, value: text } });
}
