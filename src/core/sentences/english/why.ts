import type { Withdrawal } from '../../article.js';
import { ENGLISH_CITATIONS } from './citations.js';
import type { Gain } from '../../explain.js';
import type { TermOrigin } from '../../searched-question.js';
import type { Features } from '../../second-stage.js';

/** Why a passage was ranked where it was. */
export const ENGLISH_WHY = {
  whyHeading: 'Why these passages',
  whyScore: (number: number, score: number, decimals = 2) => `[${number}] scored ${score.toFixed(decimals)}:`,
  whyTerm: ({ word, text, origin }: Extract<Gain, { kind: 'term' }>) => TERM_ORIGINS[origin](word, text),
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
