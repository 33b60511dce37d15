import type { ParagraphRange } from '../model/article.js';
import type { CorpusSummary } from '../model/corpus.js';
import type { DraftFacts, Duplicate } from '../model/desk.js';
import { ANSWER_RETENTION_DAYS } from '../model/limits.js';
import type { Progress } from '../model/log.js';
import { formatDate, type PartialDate } from '../model/partial-date.js';
import type { FileProblem } from '../model/problem.js';
import type { CorpusAction } from '../model/state.js';
import { EXAMPLES, formatCount, type ProblemSentences, sayProblem } from './catalogue.js';

const DETAILS: Readonly<Record<keyof DraftFacts, string>> = {
  title: 'Headline',
  outlet: 'Outlet',
  published: 'Date',
  url: 'Link',
  caution: 'Caution',
};

const ACTIONS: Readonly<Record<CorpusAction, string>> = {
  start: 'Started',
  reload: 'Reloaded',
  watch: 'Folder changed',
  add: 'Article added',
  edit: 'Article edited',
  withdraw: 'Article withdrawn',
  restore: 'Article restored',
  rollback: 'Went back',
  import: 'Articles imported',
  strike: 'Quotes struck',
  pin: 'Question pinned',
  unpin: 'Question taken off',
  settings: 'Settings changed',
};

/** Sentences for moderators who maintain the articles. */
export const ENGLISH_DESK = {
  confirm: 'Confirm',
  cancel: 'Cancel',
  add: 'Add',
  redact: 'Strike the quotes',
  changeDetails: 'Change details',
  reopen: 'Open the form again',
  cancelled: 'Cancelled. Nothing has changed.',
  draftUnkept:
    'My database cannot keep this right now, so it cannot be confirmed. Please try again later; if it stays, tell whoever runs the bot.',
  changeDone: 'Done.',
  changePreviewed: 'This is what would change. Nothing has changed yet.',
  changeFailed: 'The change failed. What was loaded before still answers.',

  pasteTitle: 'Add an article',
  pasteField: (part: number) => (part === 1 ? 'Text, headline first' : `Text, part ${part}`),
  detailsTitle: 'Details of the article',
  details: DETAILS,
  dateHint: '2023-08-16, 2023-08 or 2023',
  author: 'Author',
  addOnlyOne: 'Give either a link or a file, not both.',
  attachmentRefused: {
    'too-large': 'The file is over 5 MB. Send only the text of the article.',
    unreachable: 'I could not get the file from Discord. Please send it again.',
  },
  addPreview: 'This is how the article will look. Nothing has been added yet.',
  repeats: 'It repeats:',
  repeatsNow: 'Nothing has been added: since this was shown, an article was added that it repeats.',
  sameAddress: 'same address',
  sameText: (percent: number) => `${percent} % of the text alike`,

  editTitle: 'Edit the front matter',
  editField: 'Front matter',
  editHint: 'YAML: one key and its value a line',
  editTooLong: 'The front matter is over 4,000 characters, too long for a form. Edit it in its file.',
  editStale:
    'Nothing was saved: the front matter was changed while you edited it. Look at the article as it is now before you save again.',
  typedInFile: 'What you typed is in the file, since my database cannot keep it right now.',

  quoting: (count: number) =>
    count === 1
      ? `1 public answer of the last ${ANSWER_RETENTION_DAYS} days quoted it:`
      : `${count} public answers of the last ${ANSWER_RETENTION_DAYS} days quoted it:`,
  quotingNone: `No public answer of the last ${ANSWER_RETENTION_DAYS} days quoted it.`,
  quotingUnread: 'Which public answers quoted it cannot be read right now.',
  redactOffer: 'Shall I strike the quotes there? The citations stay.',
  redacting: (count: number) => `Striking the quotes in ${count === 1 ? '1 answer' : `${count} answers`} …`,
  redactedQuote: (date: string, reason: string) => `Withdrawn on ${date}: ${reason}`,
  redacted: (count: number) => `Answers whose quotes were struck: ${count}`,
  redactedBefore: (count: number) => `Answers that quote it no longer: ${count}`,
  redactGone: (count: number) => `Answers that have been deleted: ${count}`,
  redactFailed: (count: number) => `Answers that Discord does not let me edit: ${count}`,

  listEmpty: 'There is none.',
  historyHeading: 'States of the articles, newest first',
  loadedNow: 'loaded now',
  revisionKept: 'can be gone back to',
  revisionNotKept: 'no longer kept',
  pinsHeading: (count: number) => `Pinned questions: ${count}`,
  pinAnswered: 'answered',
  pinUnanswered: 'not answered',
  pinned: 'Pinned:',
  unpinned: 'Taken off:',
  pinMet: 'The article answers it now.',
  pinUnmet: 'The article does not answer it yet.',
  pinUnknown: 'There is no such pinned question. /corpus pins lists them.',
  gapsHeading: (days: number) =>
    days === 1
      ? 'What was asked in the last day and not answered'
      : `What was asked in the last ${days} days and not answered`,
  gapsOff: 'Questions without an answer are not kept: GAPS_DAYS is 0.',
  gapCounts: (asked: number, members: number, votedDown: number) =>
    `asked ${asked} times by ${members} members${votedDown === 0 ? '' : `, voted down ${votedDown === 1 ? 'once' : `${votedDown} times`}`}`,
  votesHeading: (up: number, down: number) => `Votes: ${up} up, ${down} down`,
  voteCounts: (up: number, down: number) => `${up} up, ${down} down`,
  logHeading: 'What was done last',
  byItself: 'the bot itself',
  changeHeld:
    'Not loaded, since something would be lost. /corpus reload shows it, and loads it once that is confirmed.',
  actions: ACTIONS,
  moderatorCommands: 'For moderators',
  commandHelp: {
    status: 'says what is loaded',
    reload: 'loads the folder anew',
    add: 'adds an article from a link, a file or a pasted text',
    edit: 'changes what an article says of itself',
    withdraw: 'takes an article out of all answers at once',
    restore: 'brings a withdrawn article back',
    history: 'lists the states that answered',
    rollback: 'goes back to one of them',
    pin: 'pins a question to the article that must answer it',
    unpin: 'takes a pinned question off',
    pins: 'lists the pinned questions',
    gaps: 'lists what was asked and not answered',
    votes: 'counts the votes',
    log: 'lists what was done last',
  },

  passageDiffers: 'What is struck is gone, what is bold is new:',
  passageGone: (number: number) => `[${number}] is no longer among the articles.`,
} as const;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const ENGLISH_CITATIONS = {
  date: (date: PartialDate) => formatDate(date, MONTHS),
  outletUnknown: 'outlet unknown',
  dateUnknown: 'date unknown',
  authorUnknown: 'author unknown',
  noLink: 'no link',
  linkTooLong: 'link too long to show',
  open: 'open',
  noHeadline: (title: string) => `${title} (no headline)`,
  paragraphs: ({ from, to, of }: ParagraphRange) =>
    from === to ? `¶${from} of ${of}` : `¶${from}–${to} of ${of}`,
  caution: (text: string) => `Caution: ${text}`,
} as const;

const ENTRY_SHAPE = `write each entry as \`- en: ${EXAMPLES['en']}\` and, below that, \`sw: ${EXAMPLES['sw']}\``;
const LINE_SHAPE = 'lines of the form `key: value`';

/** Sentences on what is wrong with a file, or a part of one, and what to do. */
export const ENGLISH_PROBLEMS: ProblemSentences = {
  CHARSET_UNKNOWN: ({ charset }) =>
    `The page says that it is ${charset}, which cannot be read: save it as UTF-8.`,
  ENTRY_INVALID: () => `An entry must be two lists: ${ENTRY_SHAPE}.`,
  ENTRY_LIST_EMPTY: ({ key }) => `\`${key}\` is empty: put a term into the list, or take the entry out.`,
  ENTRY_LIST_MISSING: ({ key }) => `The entry needs \`${key}: ${EXAMPLES[key]}\`, a list of terms.`,
  FILE_BINARY: () => 'The file is binary: save its text as UTF-8.',
  FILE_EMPTY: () => 'The file is empty: write the article into it or take it away.',
  FILE_NOT_UTF_8: () => 'The file is not UTF-8 here: save it as UTF-8.',
  FILE_TOO_LARGE: ({ size }) => `The file is over 5 MB (${size} MB): split it.`,
  FILE_UNREADABLE: ({ cause }) =>
    `The file cannot be read (${cause}): check that it is there, and its name and permissions.`,
  FILE_UTF_16: () => 'The file is UTF-16: save it as UTF-8.',
  FOLDER_UNREADABLE: ({ cause }) => `The folder cannot be read (${cause}): check its permissions.`,
  FORMAT_UNKNOWN: () => 'The file is not read: save it as .md, .txt or .html.',
  FRONT_MATTER_ENDS_EARLY: ({ known }) =>
    `A line of three dashes (---) ends the front matter too early, or it has none of the keys ${known}.`,
  FRONT_MATTER_INVALID: ({ cause }) =>
    `The front matter is not valid YAML (${cause}): a value with a colon, # or ! needs quotes.`,
  FRONT_MATTER_OPEN: () =>
    'The front matter that begins here has no end: close it with a line of three dashes (---).',
  FRONT_MATTER_TOO_DEEP: () => `The YAML is nested too deeply: write ${LINE_SHAPE}.`,
  FRONT_MATTER_UNEDITABLE: () =>
    'The front matter is written in a way that cannot be changed from here: change it in the file.',
  FRONT_MATTER_WITHOUT_KEYS: () => `The front matter must be ${LINE_SHAPE}.`,
  GLOSSARY_INVALID: ({ cause }) => `The glossary is not valid YAML (${cause}): ${ENTRY_SHAPE}.`,
  GLOSSARY_NO_LIST: () => `The glossary must be a list: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_DEEP: () => `The YAML is nested too deeply: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_LARGE: ({ size }) => `The glossary is over 200 kB (${size} kB): take entries out.`,
  GLOSSARY_UNREADABLE: ({ cause }) => `The glossary cannot be taken apart (${cause}): ${ENTRY_SHAPE}.`,
  ID_TAKEN: ({ id, file }) => `The article's id, ${id}, is that of ${file} already: rename one of them.`,
  KEY_UNKNOWN: ({ key, known }) => `Unknown key \`${key}\`; known keys are ${known}.`,
  LINK_BROKEN: ({ cause }) => `The link leads nowhere (${cause}): mend it or take it away.`,
  LINK_LEADS_OUT: () => 'The link leads out of the folder of articles: put a copy of the file here.',
  NOT_A_FILE: () => 'It is not a file: take it out of the folder of articles.',
  NOT_A_FILE_OR_FOLDER: () => 'It is neither a file nor a folder: take it out of the folder of articles.',
  NO_ARTICLE_TEXT: () => 'There is no text of an article in it: put that in, or take the file away.',
  NO_PARAGRAPH: () => 'There is no paragraph to quote: add the text of the article.',
  PAGE_TOO_DEEP: () => 'The page is nested too deeply: save its text as .txt.',
  PAGE_TOO_MANY_TAGS: () => 'The page has too many tags: save its text as .txt.',
  PAGE_TOO_SHORT: ({ words }) =>
    `The page holds only ${words} words of text: paste the article, or send it as a file.`,
  PARAGRAPH_TOO_MUCH_MARKUP: () =>
    'A paragraph has too much markup: take the *, _, [ and < off that are none.',
  PDF_BROKEN: () => 'The PDF is broken: save it again, or paste the article.',
  PDF_LOCKED: () => 'The PDF is locked with a password: save it without one.',
  PDF_TOO_LARGE: () => 'The PDF unpacks to more than can be read: send only the pages of the article.',
  PDF_TOO_LONG: ({ pages }) => `The PDF has over ${pages} pages: send only those of the article.`,
  PDF_WITHOUT_TEXT: () => 'The PDF holds no text, perhaps only a picture of it: paste the article.',
  TERM_NOT_TEXT: () => 'A term must be text: put quotes around it.',
  TERM_REPEATED: ({ term, line }) =>
    `"${term}" stands in the entry of line ${line} already: take it out of one of the two.`,
  TERM_TOO_LONG: ({ term, words, chars }) =>
    `"${term}" is too long: a term has at most ${words} words and ${chars} characters.`,
  TERM_WITHOUT_LETTERS: () => 'A term must have a letter or digit: write a word, or take it out.',
  TEXT_NOT_PLAIN: () => 'Its text cannot be written down without changing it: save it as plain text.',
  TEXT_TOO_DEEP: () => 'The text is nested too deeply: take the outer quote or list marks off.',
  TEXT_TOO_MANY_LINES: ({ most }) => `The text has over ${most} lines: split it.`,
  TEXT_UNREADABLE: ({ cause }) => `The text cannot be taken apart (${cause}): save it as plain text.`,
  VALUE_MISSING: ({ key }) => `\`${key}\` is missing: write it.`,
  VALUE_NO_ADDRESS: ({ key }) => `\`${key}\` must be an address that begins with https:// or http://.`,
  VALUE_NO_DATE: ({ key }) => `\`${key}\` must be a date such as 2023-08-16, 2023-08 or 2023.`,
  VALUE_NO_LANGUAGE: ({ key }) => `\`${key}\` must be a language tag such as en or sw.`,
  VALUE_NO_LIST: ({ key }) => `\`${key}\` must be a list of texts, or texts with commas between them.`,
  VALUE_NO_TEXT: ({ key }) => `\`${key}\` must be text.`,
  VALUE_NO_WITHDRAWAL: ({ key }) =>
    `\`${key}\` must have two lines of its own, such as \`  on: 2023-08-16\` and \`  reason: …\`.`,
  VALUE_TOO_LONG: ({ key, most }) => `\`${key}\` must have at most ${most} characters.`,
};

const STAGES: Readonly<Record<Progress['stage'], (progress: Progress) => string>> = {
  reading: ({ done, total }) => `Reading ${countOf(done, total)} …`,
  analysing: ({ done, total }) => `Analysing ${countOf(done, total)} …`,
  learning: ({ total }) => `Learning from ${formatCount(total)} articles …`,
};

/** Sentences about the loaded corpus and about reloads. */
export const ENGLISH_CORPUS = {
  corpusLine: (summary: CorpusSummary) =>
    `Corpus ${summary.revision} · ${countArticles(summary.articles)} · ${formatSpan(summary)}`,
  spanLine: (summary: CorpusSummary) =>
    summary.from === null
      ? 'None of the articles is dated.'
      : `The articles are dated ${formatSpan(summary)}.`,
  countArticles,
  countPassages: (count: number) => (count === 1 ? '1 passage' : `${count} passages`),
  undatedArticles: (count: number) => (count === 1 ? '1 of them undated' : `${count} of them undated`),
  withdrawnArticles: (count: number) => (count === 1 ? '1 more is withdrawn' : `${count} more are withdrawn`),
  outlets: 'Outlets',
  loadedAt: (when: string) => `Loaded ${when}`,

  progress: (progress: Progress) => STAGES[progress.stage](progress),
  reloaded: 'Reloaded.',
  previewed: 'This is what a reload would change. Nothing has changed yet.',
  held: 'Nothing has changed yet: something would be lost. Look at what is below before you go on.',
  unrecorded: 'But this could not be written to the audit log.',
  pinsUnread: 'The pinned questions could not be read, so they were not checked.',
  pinsKept: (count: number) => `Pinned questions kept: ${count}`,
  pinsLost: (count: number) => `Pinned questions lost: ${count}`,
  pinsUnmet: (count: number) => `Pinned questions answered neither before nor now: ${count}`,
  pin: (question: string, articleId: string) => `“${question}” → ${articleId}`,
  acceptHint: (revision: string) => `To go on all the same: /corpus reload accept:${revision}`,
  reloadFailed: 'The reload failed. What was loaded before still answers.',
  unchanged: 'No article has changed.',
  added: (count: number) => `Added: ${count}`,
  changed: (count: number) => `Changed: ${count}`,
  removed: (count: number) => `Removed: ${count}`,
  withdrawn: (count: number) => `Withdrawn: ${count}`,
  restored: (count: number) => `Restored: ${count}`,
  glossaryChanged: 'The glossary changed.',
  revisions: (before: string, after: string) =>
    before === after ? `Corpus ${after}` : `Corpus ${before} → ${after}`,
  rejected: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  problem: ({ file, line, hasFallback = false, ...problem }: FileProblem) =>
    `${sayPlace(file, line)}${sayProblem(ENGLISH_PROBLEMS, problem)}${hasFallback ? ' What could be read before stays.' : ''}`,
  restInFile: (lines: number) =>
    lines === 1
      ? '… and 1 more line; the file has them all.'
      : `… and ${lines} more lines; the file has them all.`,
} as const;

function countOf(done: number, total: number): string {
  return `${formatCount(done)} of ${formatCount(total)} articles`;
}

function countArticles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

function formatSpan({ from, to }: CorpusSummary): string {
  if (from === null || to === null) return 'dates unknown';
  return from === to
    ? ENGLISH_CITATIONS.date(from)
    : `${ENGLISH_CITATIONS.date(from)} – ${ENGLISH_CITATIONS.date(to)}`;
}

/** Leaves out the file of a text that has none yet. */
function sayPlace(file: string, line: number | null): string {
  if (file === '') return line === null ? '' : `Line ${line}: `;
  return line === null ? `${file}: ` : `${file}, line ${line}: `;
}

/** The report of an import in the terminal. */
export const IMPORT_REPORT = {
  added: (count: number) => `Added: ${count}`,
  wouldAdd: (count: number) => `Would be added: ${count}`,
  addedAs: (file: string, title: string, source: string) => `${file}: ${title} (from ${source})`,
  skipped: (count: number) => `Left out, because they are there already: ${count}`,
  skippedFor: (source: string, { article, why, likeness }: Duplicate) =>
    why === 'same-address'
      ? `${source}: ${article.id} has the same address`
      : `${source}: ${article.id} has the same text (${Math.round(likeness * 100)} % alike)`,
  refused: (count: number) => `Refused: ${count}`,
  refusedFor: (source: string, reason: string) => `${source}: ${reason}`,
  stopped: (left: number) =>
    `Stopped before the end: ${left} left. What was added stays; start again for the rest.`,
  reload: 'A bot that is running takes them up with /corpus reload.',
} as const;
