import type { Corpus } from '../core/corpus.js';
import { describeHelp } from '../core/describe-corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import type { ServerSettings } from '../core/settings.js';
import { escapeText, shorten, small } from './markdown.js';
import type { View } from './view.js';

const MAX_EXAMPLE_CHARS = 200;
const MAX_OUTLETS_CHARS = 1000;

/**
 * What the bot does and does not do, and what it answers from.
 *
 * @param settings - Of the server; `null` in direct messages.
 */
export function renderHelp(say: Sentences, corpusLoaded: Corpus, settings: ServerSettings | null): View {
  const { about, examples, outlets, corpus, kept } = describeHelp(say, corpusLoaded);
  const list = examples.map((title) => `- ${escapeText(shorten(title, MAX_EXAMPLE_CHARS))}`);
  return {
    texts: [
      about.join('\n'),
      [
        `\`/ask\` ${say.askCommand}`,
        `\`/source\` ${say.sourceCommand}`,
        ...(settings?.answersMentions ? [say.mentionHint] : []),
        ...(settings ? [say.findSourcesHint] : []),
      ].join('\n'),
      ...(list.length === 0 ? [] : [[say.tryAsking, ...list].join('\n')]),
      escapeText(shorten(outlets, MAX_OUTLETS_CHARS)),
      [small(kept), small(corpus)].join('\n'),
    ],
    rows: [],
  };
}
