import type { Corpus } from '../core/corpus.js';
import { pickExamples } from '../core/pick-examples.js';
import { ENGLISH as say } from '../core/sentences.js';
import { indent, type Style } from './style.js';

const COMMANDS = [
  ['/ask <question> [results:5] [outlet:"…"] [since:2023-08] [until:2023]', say.askCommand],
  ['/source <article> [paragraph:3]', say.sourceCommand],
  ['/corpus status', say.statusCommand],
  ['/corpus reload [preview:true]', say.reloadCommand],
  ['/help', say.helpCommand],
  ['/quit', say.quitCommand],
] as const;

const EXAMPLES = 3;

export function renderHelpText(corpus: Corpus, style: Style): string {
  const examples = pickExamples(corpus.articles, EXAMPLES);
  return [
    say.does,
    say.doesNot,
    say.keepsNothing,
    [say.commands, ...COMMANDS.map(([usage, meaning]) => indent(`${style.bold(usage)}  ${meaning}`))].join(
      '\n',
    ),
    ...(examples.length === 0 ? [] : [[say.tryAsking, ...examples.map(indent)].join('\n')]),
  ].join('\n\n');
}
