import type { Problem } from './article.js';
import type { ParagraphRange } from './citation.js';
import type { CorpusSummary } from './corpus.js';
import type { FaultCode, FaultFacts } from './errors.js';
import { MAX_QUESTION_CHARS, MIN_RESULTS } from './limits.js';
import { formatDate } from './partial-date.js';

/** Everything the bot says of its own; quotes come from the corpus alone. Plain text, no markup. */
export const ENGLISH = {
  outletUnknown: 'outlet unknown',
  dateUnknown: 'date unknown',
  authorUnknown: 'author unknown',
  noLink: 'no link',
  linkTooLong: 'link too long to show',
  noHeadline: (title: string) => `${title} (no headline)`,
  paragraphs: ({ from, to, of }: ParagraphRange) =>
    from === to ? `¶${from} of ${of}` : `¶${from}–${to} of ${of}`,
  caution: (text: string) => `Caution: ${text}`,

  closest: 'Closest passages, perhaps not an answer:',
  nothingFound: 'I found nothing about that in the articles.',
  nothingLeft: 'No article is left after these options.',
  unknownTerms: (words: readonly string[]) => `The articles never mention: ${words.join(', ')}.`,
  nearest: 'Nearest headlines, not an answer:',
  undatedLeftOut: (count: number) =>
    count === 1 ? 'One undated article was left out.' : `${count} undated articles were left out.`,
  moreRanked: (count: number) =>
    count === 1 ? 'One more passage matches.' : `${count} more passages match.`,
  corpusLine: (summary: CorpusSummary) =>
    `Corpus ${summary.revision} · ${countArticles(summary.articles)} · ${formatSpan(summary)}`,
  spanLine: (summary: CorpusSummary) =>
    summary.from === null
      ? 'None of the articles is dated.'
      : `The articles are dated ${formatSpan(summary)}.`,

  askedBy: (who: string) => `Asked by ${who}`,
  askedAnew: (before: string, after: string) =>
    `The articles have changed since this was asked (${before} → ${after}), so it is asked anew.`,
  tooLong: 'This passage is too long to show here. Open it with /source.',
  passageChanged: 'A passage of this answer has changed since it was shown. Please ask again.',
  contextAnew: (before: string, after: string) =>
    `The articles have changed since this was asked (${before} → ${after}); the passages above have not.`,
  articleGone: 'This article is no longer among the articles.',
  noMore: 'There are no more passages for this question.',
  messageUnreadable: 'I can no longer read this message of mine. Please ask again.',
  commandUnknown: 'I no longer have this command. Type / to see those I have.',
  buttonUnknown: 'This button is from an older version of me. Please ask again.',
  onlyAskerDeletes: 'Only the member who asked, or one who may manage messages, can delete this.',
  onlyManagers: 'This needs the permission Manage Server.',
  onlyHomeServer: 'This command works only in the server that the bot is run from.',
  onlyOneServer:
    'I am in more than one server, so nobody can reload from Discord unless HOME_GUILD_ID names the server that may.',
  ourFault: 'Something went wrong on my side. Please try again; if it stays, tell whoever runs the bot.',
  open: 'open',
  context: (number: number) => `Context ${number}`,
  fold: (number: number) => `Fold ${number}`,
  widen: (number: number) => `Wider ${number}`,
  more: 'More',
  back: 'Back to first',
  delete: 'Delete',
  share: 'Share',
  shared: 'Shared',
  previousPage: 'Previous',
  nextPage: 'Next',

  countArticles,
  countPassages: (count: number) => (count === 1 ? '1 passage' : `${count} passages`),

  reloaded: 'Reloaded.',
  previewed: 'This is what a reload would change. Nothing has changed yet.',
  unchanged: 'No article has changed.',
  added: (count: number) => `Added: ${count}`,
  changed: (count: number) => `Changed: ${count}`,
  removed: (count: number) => `Removed: ${count}`,
  rejected: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  problem: ({ file, line, reason }: Problem) => `${file}${line === null ? '' : `, line ${line}`}: ${reason}`,
  restInFile: (lines: number) =>
    lines === 1
      ? '… and 1 more line; the file has them all.'
      : `… and ${lines} more lines; the file has them all.`,
  loadedAt: (when: string) => `Loaded ${when}`,
  revisions: (before: string, after: string) =>
    before === after ? `Corpus ${after}` : `Corpus ${before} → ${after}`,
  reloadFailed: 'The reload failed. What was loaded before still answers.',
  does: 'I answer questions by quoting news articles: I show the paragraphs that answer word for word, with the sentence that answers in bold, and say where each was printed.',
  doesNot:
    'I never write an answer of my own, translate a quote, or know anything that is not in the articles.',
  keepsNothing: 'I keep nothing of what you ask.',
  terminalHint: 'Type a question, or /help. End with /quit or Ctrl+C.',
  tryAsking: 'Try asking',
  commands: 'Commands',
  askCommand: 'answers a question with quotes',
  sourceCommand: 'opens an article, page by page or at a paragraph',
  statusCommand: 'says what is loaded',
  reloadCommand: 'loads the articles anew',
  helpCommand: 'says what I do',
  quitCommand: 'ends the terminal',

  outlets: 'Outlets',
  andMore: (count: number) => `and ${count} more`,
  undatedArticles: (count: number) => (count === 1 ? '1 of them undated' : `${count} of them undated`),
} as const;

/** One language's sentences. */
export type Sentences = typeof ENGLISH;

function countArticles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

function formatSpan({ from, to }: CorpusSummary): string {
  if (from === null || to === null) return 'dates unknown';
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

/** What a person reads about a fault: what to do, never the internal message. */
export const ENGLISH_FAULTS = {
  ARTICLE_UNKNOWN: ({ wanted = '', near = '' }) =>
    wanted === ''
      ? 'Please name an article by its title or id.'
      : `I know no article "${wanted}". ` +
        (near === '' ? 'No title or id is like it.' : `Did you mean one of these: ${near}?`),
  BUILD_FAILED: () => 'The articles could not be loaded because of a fault of mine; the log says more.',
  BUILD_STOPPED: () => 'I was stopped before the articles were loaded.',
  COMMAND_UNKNOWN: ({ command = '' }) => `There is no command ${command}. Type /help, or just your question.`,
  CONFIG_INVALID: ({ problems = '' }) => `The configuration is wrong. Correct it in .env: ${problems}.`,
  CORPUS_EMPTY: ({ detail = '' }) => `There is no article to answer from. ${detail}`.trim(),
  CORPUS_MISSING: ({ detail = '' }) => `The folder of articles is missing. ${detail}`.trim(),
  DATES_REVERSED: ({ since = '', until = '' }) =>
    `"since" (${since}) is after "until" (${until}). Please swap them.`,
  DATE_INVALID: ({ option = '', date = '' }) =>
    `"${date}" is not a date that "${option}" can take. Write 2023, 2023-08 or 2023-08-16.`,
  DISCORD_REFUSED: () =>
    'Discord refused the bot token. Copy it again from the Bot page of your application into DISCORD_TOKEN.',
  EVAL_SET_INVALID: ({ detail = '' }) => `The evaluation set cannot be read: ${detail}.`,
  OUTLET_UNKNOWN: ({ outlet = '', outlets = '', more = '' }) =>
    `No article is from "${outlet}". ` +
    (outlets === ''
      ? 'No article names its outlet.'
      : `The outlets are: ${outlets}${more === '' ? '.' : more}`),
  PARAGRAPH_UNKNOWN: ({ paragraph = '', paragraphs = '', title = '' }) =>
    `"${title}" has paragraphs 1 to ${paragraphs}, so there is no ${paragraph}.`,
  QUESTION_INVALID: () => `Please ask a question of 1 to ${MAX_QUESTION_CHARS} characters.`,
  QUOTE_MISMATCH: () =>
    'That passage could not be quoted word for word, so it is not shown. Please ask again.',
  RELOAD_RUNNING: () => 'A reload is already running. Please wait for it to end.',
  REPORT_LOST: () =>
    'The reload is done, but its report could not be shown. /corpus status says what is loaded.',
  RESULTS_INVALID: ({ results = '', most = '' }) =>
    `"${results}" is not a number of results. Choose ${MIN_RESULTS} to ${most}.`,
  SESSION_ENDED: ({ code = '' }) =>
    `Discord has ended the session for good (close code ${code}). Look the code up in Discord\'s documentation.`,
  SWITCH_INVALID: ({ option = '', value = '' }) =>
    `"${option}" is either true or false, so it cannot be "${value}".`,
} satisfies Record<FaultCode, (facts: FaultFacts) => string>;
