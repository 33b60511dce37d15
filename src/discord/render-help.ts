import type { Corpus } from '../core/corpus.js';
import { pickExamples } from '../core/pick-examples.js';
import { ENGLISH as say } from '../core/sentences.js';
import { escapeText, shorten, small } from './markdown.js';
import type { View } from './view.js';

const EXAMPLES = 3;
const MAX_EXAMPLE_CHARS = 200;
const MAX_OUTLETS = 20;
const MAX_OUTLETS_CHARS = 1000;

/** What the bot does and does not do, and what it answers from. */
export function renderHelp({ articles, outlets, summary }: Corpus): View {
  const names = outlets
    .slice(0, MAX_OUTLETS)
    .map(({ outlet, articles: count }) => `${outlet ?? say.outletUnknown} (${count})`);
  const left = outlets.length - names.length;
  const list = [...names, ...(left > 0 ? [say.andMore(left)] : [])].join(', ');
  const examples = pickExamples(articles, EXAMPLES).map(
    (title) => `- ${escapeText(shorten(title, MAX_EXAMPLE_CHARS))}`,
  );
  return {
    texts: [
      [say.does, say.doesNot].join('\n'),
      [`\`/ask\` ${say.askCommand}`, `\`/source\` ${say.sourceCommand}`].join('\n'),
      ...(examples.length === 0 ? [] : [[say.tryAsking, ...examples].join('\n')]),
      `${say.outlets}: ${escapeText(shorten(list, MAX_OUTLETS_CHARS))}`,
      [small(say.keepsNothing), small(say.corpusLine(summary))].join('\n'),
    ],
    rows: [],
  };
}
