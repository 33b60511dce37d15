import type { Corpus } from '../core/model/corpus.js';
import { ANSWER_RETENTION_DAYS } from '../core/model/limits.js';
import type { ServerSettings } from '../core/model/settings.js';
import { describeHelp } from '../core/locales/describe-corpus.js';
import type { Sentences } from '../core/locales/sentences.js';
import { fitsMessage } from './message/limits.js';
import { bold, escapeText, shorten, small } from './message/markdown.js';
import type { View } from './message/view.js';

const MAX_EXAMPLE_CHARS = 200;
const MAX_OUTLETS_CHARS = 600;

interface HelpOptions {
  /** `null` in direct messages. */
  readonly settings: ServerSettings | null;
  /** The retention of questions without an answer, in days; 0 means that none is stored. */
  readonly gapsDays: number;
  /** Markdown that lists the moderators' commands; absent for everyone else. */
  readonly forModerators?: string;
}

/** Renders what the bot does and does not do, what it answers from, and what it stores. */
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
    [say.keepsHeading, ...listStored(say, gapsDays).map((line) => `- ${line}`)].join('\n'),
    small(corpus),
  ];
  while (list.length > 0 && !fitsMessage(write())) list.pop();
  return { texts: write(), rows: [] };
}

function listStored(say: Sentences, gapsDays: number): string[] {
  return [
    say.keepsAnswers(ANSWER_RETENTION_DAYS),
    say.keepsVotes(ANSWER_RETENTION_DAYS),
    gapsDays === 0 ? say.keepsNoGaps : say.keepsGaps(gapsDays),
    say.keepsNoMore,
  ];
}

/**
 * Lists the moderators' commands as Markdown, one per line.
 *
 * @param mayChange - True if all of them can be used here; otherwise only `status` and `reload` are listed.
 */
export function renderDeskHelp(say: Sentences, mayChange: boolean): string {
  const all = Object.entries(say.commandHelp);
  const offered = mayChange ? all : all.filter(([name]) => name === 'status' || name === 'reload');
  return [bold(say.moderatorCommands), ...offered.map(([name, does]) => `\`/corpus ${name}\` ${does}`)].join(
    '\n',
  );
}
