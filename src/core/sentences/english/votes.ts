import type { VoteReason } from '../../state.js';

const REASONS: Readonly<Record<VoteReason, string>> = {
  'off-topic': 'It is not about my question',
  'wrong-paragraph': 'The right article, but the wrong paragraph',
  outdated: 'It is out of date',
  other: 'Something else',
};

/** Votes on public answers, and the form that asks for the reason of one down. */
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
