import type { Corpus } from '../core/model/corpus.js';
import { ANSWER_RETENTION_DAYS } from '../core/model/limits.js';
import type { ServerSettings } from '../core/model/settings.js';
import { describeHelp } from '../core/texts/describe-corpus.js';
import type { Sentences } from '../core/texts/sentences.js';
import { fitsMessage } from './message/limits.js';
import { bold, escapeText, shorten, small } from './message/markdown.js';
import type { View } from './message/view.js';

const MAX_EXAMPLE_CHARS = 200;
const MAX_OUTLETS_CHARS = 600;

/** Who reads, and where. */
interface HelpOptions {
  /** Of the server; `null` in direct messages. */
  readonly settings: ServerSettings | null;
  /** How long a question without an answer is kept; 0: not at all. */
  readonly gapsDays: number;
  /** Markdown on what only they can do; absent for everyone else. */
  readonly forModerators?: string;
}

/** What the bot does and does not do, what it answers from, and what it keeps. */
export function renderHelp(
  say: Sentences,
  corpusLoaded: Corpus,
  { settings, gapsDays, forModerators }: HelpOptions,
): View {
  const { about, examples, outlets, corpus } = describeHelp(say, corpusLoaded);
  const list = examples.map((title) => `- ${escapeText(shorten(title, MAX_EXAMPLE_CHARS))}`);
  const write = (): string[] => [
    about.join('\n'),
    [
      `\`/ask\` ${say.askCommand}`,
      `\`/source\` ${say.sourceCommand}`,
      `\`/forget\` ${say.forgetCommand}`,
      ...(settings?.answersMentions ? [say.mentionHint] : []),
      ...(settings ? [say.findSourcesHint] : []),
    ].join('\n'),
    ...(forModerators === undefined ? [] : [forModerators]),
    ...(list.length === 0 ? [] : [[say.tryAsking, ...list].join('\n')]),
    escapeText(shorten(outlets, MAX_OUTLETS_CHARS)),
    [say.keepsHeading, ...listKept(say, gapsDays).map((line) => `- ${line}`)].join('\n'),
    small(corpus),
  ];
  while (list.length > 0 && !fitsMessage(write())) list.pop();
  return { texts: write(), rows: [] };
}

function listKept(say: Sentences, gapsDays: number): string[] {
  return [
    say.keepsAnswers(ANSWER_RETENTION_DAYS),
    say.keepsVotes(ANSWER_RETENTION_DAYS),
    gapsDays === 0 ? say.keepsNoGaps : say.keepsGaps(gapsDays),
    say.keepsNoMore,
  ];
}

/** The moderators' commands, a line each. @param mayChange - Whether all of them can be used here. */
export function renderDeskHelp(say: Sentences, mayChange: boolean): string {
  const all = Object.entries(say.commandHelp);
  const offered = mayChange ? all : all.filter(([name]) => name === 'status' || name === 'reload');
  return [bold(say.moderatorCommands), ...offered.map(([name, does]) => `\`/corpus ${name}\` ${does}`)].join(
    '\n',
  );
}
