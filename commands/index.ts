import type { Command } from '../src/discord/command.js';
import { ask } from './ask.js';
import { createCorpusCommand, type DeskPlace } from './corpus.js';
import { findSources } from './find-sources.js';
import { forget } from './forget.js';
import { help } from './help.js';
import { settings } from './settings.js';
import { source } from './source.js';

export function listCommands(desk: DeskPlace): readonly Command[] {
  return [ask, createCorpusCommand(desk), findSources, forget, help, settings, source];
}
