import type { VoteReason } from '../../state.js';
import type { ENGLISH_VOTES } from '../english/votes.js';
import type { SameShape } from '../same-shape.js';

const REASONS: Readonly<Record<VoteReason, string>> = {
  'off-topic': 'Halihusu swali langu',
  'wrong-paragraph': 'Makala ni sahihi, lakini aya si sahihi',
  outdated: 'Limepitwa na wakati',
  other: 'Sababu nyingine',
};

export const SWAHILI_VOTES: SameShape<typeof ENGLISH_VOTES> = {
  votedUp: 'Kura yako ya kuunga mkono jibu hili imehesabiwa. Bonyeza kitufe kile kingine ili kuibadilisha.',
  votedDown:
    'Kura yako ya kupinga jibu hili imehesabiwa, na sababu yake imehifadhiwa. Bonyeza kitufe kile kingine ili kuibadilisha.',
  voteFormTitle: 'Jibu hili lina kasoro gani?',
  voteFormLabel: 'Sababu',
  voteFormHint: 'Kura yako imekwisha kuhesabiwa, hata ukifunga fomu hii.',
  voteReason: (reason) => REASONS[reason],
  formUnknown: 'Fomu hii ni ya toleo langu la zamani, kwa hivyo hakuna kilichofanyika. Tafadhali anza tena.',
};
