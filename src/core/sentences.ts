import type { Respelling } from './answer.js';
import type { Problem, Withdrawal } from './article.js';
import type { ParagraphRange } from './citation.js';
import type { CorpusSummary } from './corpus.js';
import type { FaultCode, FaultFacts } from './errors.js';
import type { Gain } from './explain.js';
import { MAX_QUESTION_CHARS, MIN_RESULTS } from './limits.js';
import { formatDate, parsePartialDate } from './partial-date.js';
import type { Progress } from './progress.js';
import type { TermOrigin } from './searched-question.js';
import type { Features } from './second-stage.js';

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
  respelled: (respellings: readonly Respelling[], left = 0) =>
    `Searched for: ${joinSome(
      respellings.map(({ word, searched }) => `${searched} (for ${word})`),
      left,
    )}.`,
  searchedAlso: (phrases: readonly string[], left = 0) => `Searched also: ${joinSome(phrases, left)}.`,
  alsoIn: 'Also in:',
  otherFigures: 'Other figures in:',
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
  whyWithdrawn: (number: number, withdrawal: Withdrawal) =>
    `[${number}] is from an article that was withdrawn on ${formatDate(withdrawal.on)}: ${withdrawal.reason}`,
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
  why: 'Why',
  whyHeading: 'Why these passages',
  whyScore: (number: number, score: number, decimals = 2) => `[${number}] scored ${score.toFixed(decimals)}:`,
  whyTerm: ({ word, text, origin }: TermGain) => TERM_ORIGINS[origin](word, text),
  whyFeature: (feature: keyof Features) => FEATURES[feature],
  whyValue: (value: number) => `${value.toFixed(2)} of 1`,
  whySmaller: (count: number) => `${count} smaller ones`,
  whyShare: (share: number) => `${Math.round(share * 100)} %`,
  whyMoved: (number: number) => `[${number}] is no longer among the first passages for this question.`,
  whyAnew: (before: string, after: string) =>
    `The articles have changed since this was asked (${before} → ${after}); this is how they rank now.`,
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

  progress: (progress: Progress) => STAGES[progress.stage](progress),
  reloaded: 'Reloaded.',
  previewed: 'This is what a reload would change. Nothing has changed yet.',
  unchanged: 'No article has changed.',
  added: (count: number) => `Added: ${count}`,
  changed: (count: number) => `Changed: ${count}`,
  removed: (count: number) => `Removed: ${count}`,
  withdrawn: (count: number) => `Withdrawn: ${count}`,
  restored: (count: number) => `Restored: ${count}`,
  glossaryChanged: 'The glossary changed.',
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
  andMore,
  undatedArticles: (count: number) => (count === 1 ? '1 of them undated' : `${count} of them undated`),
  withdrawnArticles: (count: number) => (count === 1 ? '1 more is withdrawn' : `${count} more are withdrawn`),
} as const;

type TermGain = Extract<Gain, { kind: 'term' }>;

const TERM_ORIGINS: Readonly<Record<TermOrigin, (word: string, text: string) => string>> = {
  question: (word) => `“${word}”`,
  spelling: (word, text) => `“${text}”, as a spelling of “${word}”`,
  relative: (word, text) => `“${text}”, as a form of “${word}”`,
  acronym: (word, text) => `“${text}”, which the articles use for “${word}”`,
  glossary: (word, text) => `“${text}”, which the glossary gives for “${word}”`,
};

const FEATURES: Readonly<Record<keyof Features, string>> = {
  headline: 'how much of the headline the question names',
  pairs: 'how much of the question stands together there, too',
  sentence: 'how much of the question its best sentence holds',
  lead: 'how much of the question its first sentence holds',
  names: 'how much of the names in the question it holds',
  answerType: 'how well it holds what is asked for (who, where, when, how many)',
  article: 'how well another passage of the article matches',
};

const STAGES: Readonly<Record<Progress['stage'], (progress: Progress) => string>> = {
  reading: ({ done, total }) => `Reading ${countOf(done, total)} …`,
  analysing: ({ done, total }) => `Analysing ${countOf(done, total)} …`,
  learning: ({ total }) => `Learning from ${formatCount(total)} articles …`,
};

function countOf(done: number, total: number): string {
  return `${formatCount(done)} of ${formatCount(total)} articles`;
}

/** With a comma after every three digits. */
function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** One language's sentences. */
export type Sentences = typeof ENGLISH;

function andMore(count: number): string {
  return `and ${count} more`;
}

/** @param left - How many are not named. */
function joinSome(names: readonly string[], left: number): string {
  return [...names, ...(left === 0 ? [] : [andMore(left)])].join(', ');
}

function countArticles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

function formatSpan({ from, to }: CorpusSummary): string {
  if (from === null || to === null) return 'dates unknown';
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

/** A date among the facts of a fault. */
function formatDay(text: string): string {
  const date = parsePartialDate(text);
  return date === null ? text : formatDate(date);
}

/** What a person reads about a fault: what to do, never the internal message. */
export const ENGLISH_FAULTS = {
  ARTICLE_UNKNOWN: ({ wanted = '', near = '' }) =>
    wanted === ''
      ? 'Please name an article by its title or id.'
      : `I know no article "${wanted}". ` +
        (near === '' ? 'No title or id is like it.' : `Did you mean one of these: ${near}?`),
  ARTICLE_UNREADABLE: ({ detail = '' }) => `No article can be made of that: ${detail}.`,
  ARTICLE_WITHDRAWN: ({ title = '', on = '', reason = '' }) =>
    `"${title}" was withdrawn on ${formatDay(on)} and is no longer quoted. The reason: ${reason}`,
  BUILD_FAILED: () => 'The articles could not be loaded because of a fault of mine; the log says more.',
  BUILD_STOPPED: () => 'I was stopped before the articles were loaded.',
  CHANGE_STALE: () =>
    'The articles have changed since this was shown, so nothing was done. Please start again.',
  CHANGE_UNWRITTEN: ({ detail = '' }) =>
    `The change could not be written (${detail}), so nothing has changed. Check that the folder of articles can be written and has room.`,
  COMMAND_UNKNOWN: ({ command = '' }) => `There is no command ${command}. Type /help, or just your question.`,
  CONFIG_INVALID: ({ problems = '' }) => `The configuration is wrong. Correct it in .env: ${problems}.`,
  CORPUS_EMPTY: ({ detail = '' }) => `There is no article to answer from. ${detail}`.trim(),
  CORPUS_MISSING: ({ detail = '' }) => `The folder of articles is missing. ${detail}`.trim(),
  CORPUS_TOO_LARGE: () =>
    'There are more articles than fit into memory. Take some out of the folder, or start with NODE_OPTIONS=--max-old-space-size=8192.',
  DATES_REVERSED: ({ since = '', until = '' }) =>
    `"since" (${since}) is after "until" (${until}). Please swap them.`,
  DATE_INVALID: ({ option = '', date = '' }) =>
    `"${date}" is not a date that "${option}" can take. Write 2023, 2023-08 or 2023-08-16.`,
  DISCORD_REFUSED: () =>
    'Discord refused the bot token. Copy it again from the Bot page of your application into DISCORD_TOKEN.',
  DRAFT_GONE: () => 'This has been confirmed or cancelled already, or is too old. Please start again.',
  EVAL_SET_INVALID: ({ detail = '' }) => `The evaluation set cannot be read: ${detail}.`,
  FETCH_REFUSED: ({ why = '' }) => `I cannot take that page: ${why}.`,
  FORMAT_UNKNOWN: ({ name = '' }) =>
    `"${name}" is of no kind that I can read. Send a web page, Markdown, plain text or a PDF.`,
  FRONT_MATTER_INVALID: ({ problems = '' }) => `That cannot be saved, so nothing has changed: ${problems}`,
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
  REVISION_UNKNOWN: ({ revision = '' }) =>
    `I keep no revision ${revision}. /corpus history lists those that I keep.`,
  SESSION_ENDED: ({ code = '' }) =>
    `Discord has ended the session for good (close code ${code}). Look the code up in Discord\'s documentation.`,
  STATE_UNAVAILABLE: ({ cause = '' }) =>
    cause === 'full'
      ? 'My disk is full, so that could not be kept. Questions are answered all the same; please tell whoever runs the bot.'
      : cause === 'read-only'
        ? 'I may not write to my database, so that could not be kept. Questions are answered all the same; please tell whoever runs the bot.'
        : 'My database cannot be used right now, so that could not be kept. Questions are answered all the same.',
  SWITCH_INVALID: ({ option = '', value = '' }) =>
    `"${option}" is either true or false, so it cannot be "${value}".`,
  TOO_MANY_QUESTIONS: ({ seconds = '' }) =>
    `That is too many questions at once. Please ask again in ${seconds === '1' ? '1 second' : `${seconds} seconds`}.`,
} satisfies Record<FaultCode, (facts: FaultFacts) => string>;
