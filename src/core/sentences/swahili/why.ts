import { SWAHILI_CITATIONS } from './citations.js';
import type { Features } from '../../second-stage.js';
import type { TermOrigin } from '../../searched-question.js';
import type { ENGLISH_WHY } from '../english/why.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_WHY: SameShape<typeof ENGLISH_WHY> = {
  whyHeading: 'Kwa nini vifungu hivi',
  whyScore: (number, score, decimals = 2) => `[${number}] kimepata alama ${score.toFixed(decimals)}:`,
  whyTerm: ({ word, text, origin }) => TERM_ORIGINS[origin](word, text),
  whyFeature: (feature) => FEATURES[feature],
  whyValue: (value) => `${value.toFixed(2)} kati ya 1`,
  whySmaller: (count) => `nyingine ${count} ndogo`,
  whyShare: (share) => `${Math.round(share * 100)} %`,
  whyMoved: (number) => `[${number}] hakimo tena kati ya vifungu vya kwanza vya swali hili.`,
  whyAnew: (before, after) =>
    `Makala zimebadilika tangu swali hili liulizwe (${before} → ${after}); hivi ndivyo vifungu vinavyopangwa sasa.`,
  whyWithdrawn: (number, { on, reason }) =>
    `[${number}] inatoka katika makala iliyotenguliwa tarehe ${SWAHILI_CITATIONS.date(on)}: ${reason}`,
};

const TERM_ORIGINS: Readonly<Record<TermOrigin, (word: string, text: string) => string>> = {
  question: (word) => `“${word}”`,
  spelling: (word, text) => `“${text}”, kama tahajia ya “${word}”`,
  relative: (word, text) => `“${text}”, kama umbo la “${word}”`,
  acronym: (word, text) => `“${text}”, ambayo makala hutumia kwa “${word}”`,
  glossary: (word, text) => `“${text}”, ambayo faharasa inatoa kwa “${word}”`,
};

const FEATURES: Readonly<Record<keyof Features, string>> = {
  headline: 'kiasi cha kichwa cha habari kinachotajwa na swali',
  pairs: 'kiasi cha swali ambacho maneno yake yako pamoja humo pia',
  sentence: 'kiasi cha swali kilicho katika sentensi yake bora',
  lead: 'kiasi cha swali kilicho katika sentensi yake ya kwanza',
  names: 'kiasi cha majina ya swali kilicho ndani yake',
  answerType: 'jinsi kinavyobeba kinachoulizwa (nani, wapi, lini, ngapi)',
  article: 'jinsi kifungu kingine cha makala hiyo kinavyolingana',
};
