import type { CorpusAction } from '../../state.js';
import type { DraftFacts } from '../../desk.js';

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

/** What moderators read while they look after the articles. */
export const ENGLISH_DESK = {
  confirm: 'Confirm',
  cancel: 'Cancel',
  add: 'Add',
  strike: 'Strike the quotes',
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
      ? '1 public answer of the last 30 days quoted it:'
      : `${count} public answers of the last 30 days quoted it:`,
  quotingNone: 'No public answer of the last 30 days quoted it.',
  quotingUnread: 'Which public answers quoted it cannot be read right now.',
  strikeOffer: 'Shall I strike the quotes there? The citations stay.',
  striking: (count: number) => `Striking the quotes in ${count === 1 ? '1 answer' : `${count} answers`} …`,
  struckQuote: (date: string, reason: string) => `Withdrawn on ${date}: ${reason}`,
  struck: (count: number) => `Answers whose quotes were struck: ${count}`,
  struckBefore: (count: number) => `Answers that quote it no longer: ${count}`,
  strikeGone: (count: number) => `Answers that have been deleted: ${count}`,
  strikeFailed: (count: number) => `Answers that Discord does not let me edit: ${count}`,

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
