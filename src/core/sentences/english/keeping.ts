/** What is kept of what members ask and vote, for how long, and how it is removed. */
export const ENGLISH_KEEPING = {
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

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
