import type { Command } from '../src/discord/command.js';
import { ask } from './ask.js';
import { corpus } from './corpus.js';
import { help } from './help.js';
import { source } from './source.js';

/** Every slash command. */
export const commands: readonly Command[] = [ask, corpus, help, source];
