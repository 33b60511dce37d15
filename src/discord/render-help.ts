import type { Corpus } from '../core/corpus.js';
import { describeHelp } from '../core/describe-corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { fitsMessage } from './limits.js';
import { escapeText, shorten, small } from './markdown.js';
import type { View } from './view.js';

const MAX_EXAMPLE_CHARS = 200;
const MAX_OUTLETS_CHARS = 1000;

/**
 * What the bot does and does not do, and what it answers from.
 *
 * @param forModerators - Markdown on what only they can do; absent for everyone else.
 */
export function renderHelp(say: Sentences, corpusLoaded: Corpus, forModerators?: string): View {
  const { about, examples, outlets, corpus, kept } = describeHelp(say, corpusLoaded);
  const list = examples.map((title) => `- ${escapeText(shorten(title, MAX_EXAMPLE_CHARS))}`);
  const write = (): string[] => [
    about.join('\n'),
    [`\`/ask\` ${say.askCommand}`, `\`/source\` ${say.sourceCommand}`].join('\n'),
    ...(forModerators === undefined ? [] : [forModerators]),
    ...(list.length === 0 ? [] : [[say.tryAsking, ...list].join('\n')]),
    escapeText(shorten(outlets, MAX_OUTLETS_CHARS)),
    [small(kept), small(corpus)].join('\n'),
  ];
  while (list.length > 0 && !fitsMessage(write())) list.pop();
  return { texts: write(), rows: [] };
}
