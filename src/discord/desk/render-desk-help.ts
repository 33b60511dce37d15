import type { Sentences } from '../../core/sentences/sentences.js';
import { bold } from '../markdown.js';

/** The moderators' commands, a line each. @param mayChange - Whether all of them can be used here. */
export function renderDeskHelp(say: Sentences, mayChange: boolean): string {
  const all = Object.entries(say.commandHelp);
  const offered = mayChange ? all : all.filter(([name]) => name === 'status' || name === 'reload');
  return [bold(say.moderatorCommands), ...offered.map(([name, does]) => `\`/corpus ${name}\` ${does}`)].join(
    '\n',
  );
}
