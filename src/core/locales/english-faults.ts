import type { FetchRefusal } from '../model/fetch-page.js';
import { MAX_PROBLEMS_LISTED, MAX_QUESTION_CHARS, MIN_RESULTS } from '../model/limits.js';
import type { FaultSentences } from './catalogue.js';
import { ENGLISH_CITATIONS, ENGLISH_CORPUS } from './english-corpus.js';

export const ENGLISH_FETCH_REFUSALS = {
  'address-invalid': 'That is no web address. Copy it from the browser, with https:// before it.',
  'not-web': 'I open only addresses that begin with https:// or http://.',
  credentials: 'I open no address with a user name or password in it. Take that part out.',
  port: 'I open web pages only on the ports 80, 443, 8080 and 8443.',
  'private-address': 'That address leads into a private network, so I do not open it.',
  'host-unknown': 'There is no site of that name. Check the spelling of the address.',
  unreachable: 'The site cannot be reached right now. Try again later, or send the article as a file.',
  certificate: 'The site cannot prove that it is the one it says it is, so I do not open it.',
  'redirect-loop': 'The page only leads back to itself. Send the article as a file.',
  'too-many-redirects': 'The page leads on to other pages too many times. Send the address of the last one.',
  downgrade: 'The page leads from an https:// address to one that is not encrypted, so I do not follow it.',
  'too-slow': 'The page took longer than 10 seconds. Try again later, or send the article as a file.',
  'too-large': 'The page is larger than 5 MB. Send only the text of the article.',
  'wrong-type': 'That is neither a web page nor Markdown, plain text or a PDF.',
  garbled: 'The site sent something that cannot be read. Try again later, or send the article as a file.',
  'not-found': 'There is no such page. Check the address.',
  forbidden: 'The site does not let me see that page. Send the article as a file.',
  busy: 'The site wants no more requests for now. Try again later.',
  refused: 'The site refused to show that page. Send the article as a file.',
  'server-error': 'The site has a fault of its own right now. Try again later.',
  paywall: 'The page shows its article only to subscribers. Send the text as a file if you may share it.',
  'consent-wall': 'The page shows a question about cookies in place of its article. Send the text as a file.',
} as const satisfies Record<FetchRefusal, string>;

/** Sentences that users read about faults: what to do, never the internal message. */
export const ENGLISH_FAULTS: FaultSentences = {
  ARTICLE_UNKNOWN: ({ wanted, near }) =>
    wanted === ''
      ? 'Please name an article by its title or id.'
      : `I know no article "${wanted}". ` +
        (near.length === 0 ? 'No title or id is like it.' : `Did you mean one of these: ${near.join(', ')}?`),
  ARTICLE_UNREADABLE: (_facts, problems) =>
    ['No article can be made of that.', ...problems.map(ENGLISH_CORPUS.problem)].join(' '),
  ARTICLE_WITHDRAWN: ({ title, on, reason }) =>
    `"${title}" was withdrawn on ${ENGLISH_CITATIONS.date(on)} and is no longer quoted. The reason: ${reason}`,
  BUILD_FAILED: () => 'The articles could not be loaded because of a fault of mine; the log says more.',
  BUILD_STOPPED: () => 'I was stopped before the articles were loaded.',
  CHANGE_STALE: () =>
    'The articles have changed since this was shown, so nothing was done. Please start again.',
  CHANGE_UNWRITTEN: ({ detail }) =>
    `The change could not be written (${detail}), so nothing has changed. Check that the folder of articles can be written and has room.`,
  COMMAND_UNKNOWN: ({ command }) => `There is no command ${command}. Type /help, or just your question.`,
  CONFIG_INVALID: ({ problems }) => `The configuration is wrong. Correct it in .env: ${problems}.`,
  CORPUS_EMPTY: ({ dir, tried }, problems) =>
    [
      'There is no article to answer from.',
      `No article could be read from ${dir}; ${tried === 1 ? '1 file was' : `${tried} files were`} tried.`,
      ...problems.slice(0, MAX_PROBLEMS_LISTED).map(ENGLISH_CORPUS.problem),
      'Put articles there as .md, .txt or .html files.',
    ].join(' '),
  CORPUS_MISSING: ({ dir, cause }) =>
    'The folder of articles is missing. ' +
    (cause === null ? `${dir} is not a folder.` : `${dir} cannot be opened (${cause}).`) +
    ' Make it, or set CORPUS_DIR to the folder of articles.',
  CORPUS_TOO_LARGE: () =>
    'There are more articles than fit into memory (4 GB hold about 600,000 passages). Take some out of the folder, or start with NODE_OPTIONS=--max-old-space-size=8192.',
  DATES_REVERSED: ({ since, until }) => `"since" (${since}) is after "until" (${until}). Please swap them.`,
  DATE_INVALID: ({ option, date }) =>
    `"${date}" is not a date that "${option}" can take. Write 2023, 2023-08, 2023-08-16, or words such as "20 Nov 2026" or "last week".`,
  DISCORD_REFUSED: () =>
    'Discord refused the bot token. Copy it again from the Bot page of your application into DISCORD_TOKEN.',
  DRAFT_GONE: () => 'This has been confirmed or cancelled already, or is too old. Please start again.',
  EVAL_SET_INVALID: ({ detail }) => `The evaluation set cannot be read: ${detail}.`,
  FETCH_REFUSED: ({ why }) => ENGLISH_FETCH_REFUSALS[why],
  FORMAT_UNKNOWN: ({ name }) =>
    `"${name}" is of no kind that I can read. Send a web page, Markdown, plain text or a PDF.`,
  FRONT_MATTER_INVALID: (_facts, problems) =>
    ['That cannot be saved, so nothing has changed.', ...problems.map(ENGLISH_CORPUS.problem)].join(' '),
  HTTP_UNAVAILABLE: ({ detail }) =>
    `Health and metrics cannot be served on ${detail}. Choose another HTTP_PORT or HTTP_HOST in .env.`,
  OUTLET_UNKNOWN: ({ outlet, outlets, hasMore }) =>
    `No article is from "${outlet}". ` +
    (outlets.length === 0
      ? 'No article names its outlet.'
      : `The outlets are: ${outlets.join(', ')}${hasMore ? ', …' : '.'}`),
  PARAGRAPH_UNKNOWN: ({ paragraph, paragraphs, title }) =>
    `"${title}" has paragraphs 1 to ${paragraphs}, so there is no ${paragraph}.`,
  QUESTION_INVALID: () => `Please ask a question of 1 to ${MAX_QUESTION_CHARS} characters.`,
  QUOTE_MISMATCH: () =>
    'That passage could not be quoted word for word, so it is not shown. Please ask again.',
  RELOAD_RUNNING: () => 'A reload is already running. Please wait for it to end.',
  REPORT_LOST: () => 'It is done, but its report could not be shown. /corpus status says what is loaded.',
  RESULTS_INVALID: ({ results, most }) =>
    `"${results}" is not a number of results. Choose ${MIN_RESULTS} to ${most}.`,
  REVISION_UNKNOWN: ({ revision }) =>
    `I keep no revision ${revision}. /corpus history lists those that I keep.`,
  SESSION_ENDED: ({ code }) =>
    `Discord has ended the session for good (close code ${code}). Look the code up in Discord\'s documentation.`,
  STATE_UNAVAILABLE: ({ cause }) =>
    cause === 'full'
      ? 'My disk is full, so that could not be kept. Questions are answered all the same; please tell whoever runs the bot.'
      : cause === 'read-only'
        ? 'I may not write to my database, so that could not be kept. Questions are answered all the same; please tell whoever runs the bot.'
        : 'My database cannot be used right now, so that could not be kept. Questions are answered all the same.',
  SWITCH_INVALID: ({ option, value }) => `"${option}" is either true or false, so it cannot be "${value}".`,
  TIME_INVALID: ({ time }) => `"${time}" is not a time. Write 2023-08-16 or 2023-08-16T09:00.`,
  TOO_MANY_QUESTIONS: ({ seconds }) =>
    `That is too many questions at once. Please ask again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
};
