import type { Corpus } from '../core/corpus.js';
import { describeHelp } from '../core/describe-corpus.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { indent, type Style } from './style.js';

const COMMANDS = [
  ['/ask <question> [results:5] [outlet:"…"] [since:2023-08] [until:2023] [why:true]', say.askCommand],
  ['/source <article> [paragraph:3]', say.sourceCommand],
  ['/corpus status', say.statusCommand],
  ['/corpus reload [preview:true] [accept:0a1b2c3]', say.reloadCommand],
  ['/help', say.helpCommand],
  ['/quit', say.quitCommand],
] as const;

export function renderHelpText(corpusLoaded: Corpus, style: Style): string {
  const { about, examples, outlets, corpus } = describeHelp(say, corpusLoaded);
  return [
    about.join('\n'),
    say.keepsNothing,
    [say.commands, ...COMMANDS.map(([usage, meaning]) => indent(`${style.bold(usage)}  ${meaning}`))].join(
      '\n',
    ),
    ...(examples.length === 0 ? [] : [[say.tryAsking, ...examples.map(indent)].join('\n')]),
    outlets,
    corpus,
  ].join('\n\n');
}
