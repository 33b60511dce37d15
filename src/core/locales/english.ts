import type { MissingWord, Respelling } from '../answering/answer.js';
import type { TermOrigin } from '../answering/expand-question.js';
import type { Contribution } from '../answering/explain.js';
import type { Features } from '../answering/features.js';
import type { Withdrawal } from '../model/article.js';
import type { VoteReason } from '../model/state.js';
import { joinWords, type SameShape } from './catalogue.js';
import { ENGLISH_CITATIONS, ENGLISH_CORPUS, ENGLISH_DESK, ENGLISH_PROBLEMS } from './english-corpus.js';
import { ENGLISH_FAULTS } from './english-faults.js';

/** Sentences around the quotes of an answer. */
export const ENGLISH_ANSWERS = {
  closest: 'I am not sure these answer your question, but they come closest:',
  nothingFound: 'I found nothing about that in the articles.',
  nothingLeft: 'No article matches these filters.',
  greeting: (example: string | null) =>
    `Hello! Ask me about what the articles say${example === null ? '.' : `, for example: “${example}”`}`,
  missing: (words: readonly MissingWord[], left = 0) =>
    [
      ...sayNowhere(words.filter(({ reason }) => reason === 'nowhere')),
      ...sayNotQuoted(words.filter(({ reason }) => reason === 'not in this passage')),
      ...(left === 0 ? [] : [left === 1 ? 'One more word is missing.' : `${left} more words are missing.`]),
    ].join(' '),
  respelled: (respellings: readonly Respelling[], left = 0) =>
    `Showing results for ${joinSome(
      respellings.map(({ word, searched }) => `“${searched}” (you typed “${word}”)`),
      left,
    )}.`,
  searchedAlso: (phrases: readonly string[], left = 0) => `Also searched for: ${joinSome(phrases, left)}.`,
  searchedOnly: (filters: readonly string[]) => `Searched only: ${filters.join(' · ')}`,
  searchedAll: (filters: readonly string[]) =>
    `Nothing in these articles answers (${filters.join(' · ')}), so I searched everything.`,
  byAuthor: (author: string) => `by ${author}`,
  tagged: (tag: string) => `tagged ${tag}`,
  sinceDate: (date: string) => `since ${date}`,
  untilDate: (date: string) => `until ${date}`,
  alsoIn: 'Also in:',
  otherFigures: 'Other figures in:',
  andMore,
  nearest: 'Articles that may be related:',
  undatedLeftOut: (count: number) =>
    count === 1 ? 'One undated article was left out.' : `${count} undated articles were left out.`,
  moreRanked: (count: number) =>
    count === 1 ? 'One more passage matches.' : `${count} more passages match.`,
  askedBy: (who: string) => `Asked by ${who}`,
  askedAnew: (before: string, after: string) =>
    `The articles have changed since this was asked (${before} → ${after}), so it is asked anew.`,
  contextAnew: (before: string, after: string) =>
    `The articles have changed since this was asked (${before} → ${after}); the passages above have not.`,
  tooLong: 'This passage is too long to show here. Open it with /source.',
} as const;

const TERM_ORIGINS: Readonly<Record<TermOrigin, (word: string, text: string) => string>> = {
  question: (word) => `“${word}”`,
  spelling: (word, text) => `“${text}”, as a spelling of “${word}”`,
  compound: (word, text) => `“${text}”, for “${word}”`,
  relative: (word, text) => `“${text}”, as a form of “${word}”`,
  synonym: (word, text) => `“${text}”, which says the same as “${word}”`,
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
  dates: "how well it agrees with the question's dates",
  phrases: 'whether it holds the words in quotation marks, in order',
  facts: 'how much of the question its author and tags hold',
  follows: 'how much of the question the paragraph before holds',
  order: 'how near it comes to the newest or the oldest, as asked',
  denial: 'whether it affirms or denies, as the question does',
};

/** Explanations of a passage's score. */
export const ENGLISH_WHY = {
  whyHeading: 'Why these passages',
  whyScore: (number: number, score: number, decimals = 2) => `[${number}] scored ${score.toFixed(decimals)}:`,
  whyTerm: ({ word, text, origin }: Extract<Contribution, { kind: 'term' }>) =>
    TERM_ORIGINS[origin](word, text),
  whyFeature: (feature: keyof Features) => FEATURES[feature],
  whyValue: (value: number) => `${value.toFixed(2)} of 1`,
  whySmaller: (count: number) => `${count} smaller ones`,
  whyShare: (share: number) => `${Math.round(share * 100)} %`,
  whyMoved: (number: number) => `[${number}] is no longer among the first passages for this question.`,
  whyAnew: (before: string, after: string) =>
    `The articles have changed since this was asked (${before} → ${after}); this is how they rank now.`,
  whyWithdrawn: (number: number, { on, reason }: Withdrawal) =>
    `[${number}] is from an article that was withdrawn on ${ENGLISH_CITATIONS.date(on)}: ${reason}`,
} as const;

/** Sentences around the results of Find sources. */
export const ENGLISH_FIND_SOURCES = {
  wordForWord: 'Quoted word for word:',
  nearly: 'Quoted nearly. In bold is what the article says, struck through what the message says:',
  nearlyBrief: 'Quoted nearly:',
  notQuoted: 'Not in the articles:',
  alsoQuotedIn: (articles: number) =>
    articles === 1 ? 'also in 1 other article' : `also in ${articles} other articles`,
  bearing: 'Passages that bear on the message:',
  noneBears: 'No other passage of the articles bears on the message.',
  nothingBears: 'I found nothing in the articles that bears on this message.',
  noText: 'This message has no words that I could look for.',
} as const;

export const ENGLISH_HELP = {
  does: 'I answer questions by quoting news articles: I show the paragraphs that answer word for word, with the sentence that answers in bold, and say where each was printed.',
  doesNot:
    'I never write an answer of my own, translate a quote, or know anything that is not in the articles.',
  tryAsking: 'Try asking',
  commands: 'Commands',
  askCommand: 'answers a question with quotes',
  closestCommand: 'shows the passages that come closest to the last question',
  sourceCommand: 'opens an article, page by page or at a paragraph',
  statusCommand: 'says what is loaded',
  reloadCommand: 'loads the articles anew',
  helpCommand: 'says what I do',
  quitCommand: 'ends the terminal',
  closestHint: (command: string) => `${command} shows the passages that come closest.`,
  terminalHint: 'Type a question, or /help. End with /quit or Ctrl+C.',
} as const;

export const ENGLISH_MENTIONS = {
  mentionedWithoutQuestion: 'What would you like to know? Mention me with your question, or use /ask.',
  mentionHint: 'In a channel you can also mention me with your question.',
} as const;

/** Labels of buttons, and replies to presses and commands that cannot be carried out. */
export const ENGLISH_BUTTONS = {
  why: 'Why',
  context: (number: number) => `Context ${number}`,
  fold: (number: number) => `Fold ${number}`,
  widen: (number: number) => `Wider ${number}`,
  more: 'More',
  showClosest: 'Show closest passages',
  searchWithoutFilters: 'Search without filters',
  back: 'Back to first',
  delete: 'Delete',
  share: 'Share',
  shared: 'Shared',
  previousPage: 'Previous',
  nextPage: 'Next',

  passageChanged: 'A passage of this answer has changed since it was shown. Please ask again.',
  articleGone: 'This article is no longer among the articles.',
  noClosest: 'There are no closest passages to show.',
  noMore: 'There are no more passages for this question.',
  messageUnreadable: 'I can no longer read this message of mine. Please ask again.',
  commandUnknown: 'I no longer have this command. Type / to see those I have.',
  buttonUnknown: 'This button is from an older version of me. Please ask again.',
  onlyAskerDeletes: 'Only the member who asked, or one who may manage messages, can delete this.',
  onlyManagers: 'This needs the permission Manage Server.',
  onlyModerators: 'Only moderators can do this: members with Manage Server, or with a moderator role.',
  onlyWithHomeServer:
    'The articles can be changed from Discord only once HOME_GUILD_ID names the server that moderators work from.',
  onlyHomeServer: 'This command works only in the server that the bot is run from.',
  onlyOneServer:
    'I am in more than one server, so nobody can reload from Discord unless HOME_GUILD_ID names the server that may.',
  ourFault: 'Something went wrong on my side. Please try again; if it stays, tell whoever runs the bot.',
} as const;

export const ENGLISH_SETTINGS = {
  settingsHeading: 'Settings of this server',
  settingsSaved: 'Saved. Settings of this server:',
  settingLanguage: (language: string) => `Language of my own sentences: ${language}`,
  settingPrivate: (isPrivate: boolean) =>
    isPrivate
      ? 'Answers: to the asker alone, unless the question says otherwise'
      : 'Answers: to everyone, unless the question says otherwise',
  settingVotes: (isOn: boolean) => `Votes under public answers: ${isOn ? 'on' : 'off'}`,
  settingMentions: (isOn: boolean) => `Questions by mention: ${isOn ? 'on' : 'off'}`,
  settingResults: (results: number) => `Passages in an answer: at most ${results}`,
  settingMemberLimit: (count: number) => `Questions a minute, of one member: at most ${count}`,
  settingServerLimit: (count: number) => `Questions a minute, of the server: at most ${count}`,
  languageName: 'English',
} as const;

const REASONS: Readonly<Record<VoteReason, string>> = {
  'off-topic': 'It is not about my question',
  'wrong-paragraph': 'The right article, but the wrong paragraph',
  outdated: 'It is out of date',
  other: 'Something else',
};

/** Votes on public answers, and the form that asks for the reason of a vote down. */
export const ENGLISH_VOTES = {
  votedUp: 'Your vote for this answer counts. Press the other button to change it.',
  votedDown:
    'Your vote against this answer counts, and its reason is kept. Press the other button to change it.',
  voteFormTitle: 'What is wrong with this answer?',
  voteFormLabel: 'Reason',
  voteFormHint: 'Your vote counts already, even if you close this.',
  voteReason: (reason: VoteReason) => REASONS[reason],
  formUnknown: 'This form is from an older version of me, so nothing was done. Please start again.',
} as const;

/** Which questions and votes of members are stored, for how long, and how to remove them. */
export const ENGLISH_RETENTION = {
  keepsNothing: 'I keep nothing of what you ask.',
  keepsHeading: 'What I keep, and for how long:',
  keepsAnswers: (days: number) =>
    `Public answers in servers: who asked, the question and what was quoted, ${countDays(days)}, so that a quote can be struck out if its article is withdrawn.`,
  keepsVotes: (days: number) => `Votes: who voted on which answer, how and why, ${countDays(days)}.`,
  keepsGaps: (days: number) =>
    `Questions that found nothing, or whose answer was voted down, and who asked: ${countDays(days)}. Moderators see them without names, and only those that two members or more asked.`,
  keepsNoGaps: 'Questions that found nothing: not at all.',
  keepsNoMore: 'Of what else you ask, nothing; of private answers, nothing.',
  forgetCommand: 'removes what I keep of what you asked and voted',
  nothingKept: 'There is nothing to remove: I keep nothing of what you asked or voted.',
  forgotten: (questions: number, votes: number) =>
    `Removed of what you asked: ${questions}; of what you voted: ${votes}. Answers that stand in channels stay there until they are deleted.`,
} as const;

/** Find sources: the private result, and the result once shared. */
export const ENGLISH_SHARING = {
  openArticle: 'Open an article',
  sourcesSharedBy: (who: string) => `Sources found by ${who}`,
  sourcesSharedFor: (who: string, message: string) => `Sources found by ${who} for ${message}`,
  thisMessage: 'this message',
  sourcesChanged:
    'An article among these sources has changed since they were found, so they are not shared. Please use Find sources again.',
  findSourcesHint:
    'To check what a message says and quotes, open its menu, then Apps, then Find sources: the answer is for you alone until you share it.',
} as const;

export const ENGLISH = {
  ...ENGLISH_CITATIONS,
  ...ENGLISH_ANSWERS,
  ...ENGLISH_WHY,
  ...ENGLISH_CORPUS,
  ...ENGLISH_DESK,
  ...ENGLISH_FIND_SOURCES,
  ...ENGLISH_HELP,
  ...ENGLISH_MENTIONS,
  ...ENGLISH_BUTTONS,
  ...ENGLISH_SETTINGS,
  ...ENGLISH_VOTES,
  ...ENGLISH_RETENTION,
  ...ENGLISH_SHARING,
  faults: ENGLISH_FAULTS,
  problems: ENGLISH_PROBLEMS,
} as const;

/** All of the bot's own sentences in one language, as plain text without markup; quotes come only from the corpus. */
export type Sentences = SameShape<typeof ENGLISH>;

function andMore(count: number): string {
  return `and ${count} more`;
}

/** @param left - The number of names that are not listed. */
function joinSome(names: readonly string[], left: number): string {
  return [...names, ...(left === 0 ? [] : [andMore(left)])].join(', ');
}

/** Says which words no article mentions; `[]` if there are none. */
function sayNowhere(words: readonly MissingWord[]): string[] {
  if (words.length === 0) return [];
  const others = words.flatMap(({ instead }) => (instead === null ? [] : `“${instead}”`));
  const said = others.length === 0 ? '' : `; the first quote says ${joinWords(others, 'and')} instead`;
  return [
    `No article mentions ${joinWords(
      words.map(({ word }) => `“${word}”`),
      'or',
    )}${said}.`,
  ];
}

/** Says which words the first quote lacks; `[]` if there are none. */
function sayNotQuoted(words: readonly MissingWord[]): string[] {
  if (words.length === 0) return [];
  const named = words.map(({ word, instead }) =>
    instead === null ? `“${word}”` : `“${word}” (it says “${instead}”)`,
  );
  return [`The first quote does not mention ${joinWords(named, 'or')}.`];
}

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
