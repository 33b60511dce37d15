import type { Corpus } from '../core/corpus.js';
import { describeHelp } from '../core/describe-corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { ANSWERS_KEPT_DAYS } from '../core/kept-times.js';
import type { ServerSettings } from '../core/settings.js';
import { escapeText, shorten, small } from './markdown.js';
import type { View } from './view.js';

const MAX_EXAMPLE_CHARS = 200;
const MAX_OUTLETS_CHARS = 600;

/**
 * What the bot does and does not do, what it answers from, and what it keeps.
 *
 * @param settings - Of the server; `null` in direct messages.
 * @param gapsDays - How long a question without an answer is kept; 0: not at all.
 */
export function renderHelp(
  say: Sentences,
  corpusLoaded: Corpus,
  settings: ServerSettings | null,
  gapsDays: number,
): View {
  const { about, examples, outlets, corpus } = describeHelp(say, corpusLoaded);
  const list = examples.map((title) => `- ${escapeText(shorten(title, MAX_EXAMPLE_CHARS))}`);
  return {
    texts: [
      about.join('\n'),
      [
        `\`/ask\` ${say.askCommand}`,
        `\`/source\` ${say.sourceCommand}`,
        `\`/forget\` ${say.forgetCommand}`,
        ...(settings?.answersMentions ? [say.mentionHint] : []),
        ...(settings ? [say.findSourcesHint] : []),
      ].join('\n'),
      ...(list.length === 0 ? [] : [[say.tryAsking, ...list].join('\n')]),
      escapeText(shorten(outlets, MAX_OUTLETS_CHARS)),
      [say.keepsHeading, ...listKept(say, gapsDays).map((line) => `- ${line}`)].join('\n'),
      small(corpus),
    ],
    rows: [],
  };
}

function listKept(say: Sentences, gapsDays: number): string[] {
  return [
    say.keepsAnswers(ANSWERS_KEPT_DAYS),
    say.keepsVotes(ANSWERS_KEPT_DAYS),
    gapsDays === 0 ? say.keepsNoGaps : say.keepsGaps(gapsDays),
    say.keepsNoMore,
  ];
}
