import type { ENGLISH_KEEPING } from '../english/keeping.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_KEEPING: SameShape<typeof ENGLISH_KEEPING> = {
  keepsNothing: 'Sihifadhi chochote unachouliza.',
  keepsHeading: 'Ninachohifadhi, na kwa muda gani:',
  keepsAnswers: (days) =>
    `Majibu ya wazi katika seva: aliyeuliza, swali na vifungu vilivyonukuliwa, ${countDays(days)}, ili nukuu iweze kufutwa iwapo makala yake itaondolewa.`,
  keepsVotes: (days) =>
    `Kura: aliyepiga, jibu lililopigiwa, kura yenyewe na sababu yake, ${countDays(days)}.`,
  keepsGaps: (days) =>
    `Maswali ambayo hayakupata chochote, au ambayo majibu yake yalipigiwa kura ya kupinga, pamoja na aliyeuliza: ${countDays(days)}. Wasimamizi huyaona bila majina, na yale tu yaliyoulizwa na wanachama wawili au zaidi.`,
  keepsNoGaps: 'Maswali ambayo hayakupata chochote: sihifadhi.',
  keepsNoMore: 'Mengine unayouliza, na majibu ya faragha: sihifadhi chochote.',
  forgetCommand: 'hufuta ninachohifadhi kuhusu ulichouliza na kura ulizopiga',
  nothingKept: 'Hakuna cha kufuta: sihifadhi chochote kuhusu ulichouliza wala kura ulizopiga.',
  forgotten: (questions, votes) =>
    `Nimefuta kuhusu ulichouliza: ${questions}; kuhusu kura zako: ${votes}. Majibu yaliyo katika vituo yatabaki hadi yafutwe.`,
};

function countDays(days: number): string {
  return `siku ${days}`;
}
