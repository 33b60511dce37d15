import type { Respelling } from '../../answer.js';

/** What stands around the quotes of an answer. */
export const ENGLISH_ANSWERS = {
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
  andMore,
  nearest: 'Nearest headlines, not an answer:',
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

function andMore(count: number): string {
  return `and ${count} more`;
}

/** @param left - How many are not named. */
function joinSome(names: readonly string[], left: number): string {
  return [...names, ...(left === 0 ? [] : [andMore(left)])].join(', ');
}
