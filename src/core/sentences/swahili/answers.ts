import type { ENGLISH_ANSWERS } from '../english/answers.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_ANSWERS: SameShape<typeof ENGLISH_ANSWERS> = {
  closest: 'Vifungu vilivyo karibu zaidi, huenda si jibu:',
  nothingFound: 'Sikupata chochote kuhusu hilo katika makala.',
  nothingLeft: 'Hakuna makala iliyobaki baada ya masharti haya.',
  unknownTerms: (words) => `Makala hazitaji kamwe: ${words.join(', ')}.`,
  respelled: (respellings, left = 0) =>
    `Nimetafuta: ${joinSome(
      respellings.map(({ word, searched }) => `${searched} (badala ya ${word})`),
      left,
    )}.`,
  searchedAlso: (phrases, left = 0) => `Nimetafuta pia: ${joinSome(phrases, left)}.`,
  alsoIn: 'Pia katika:',
  otherFigures: 'Takwimu tofauti katika:',
  andMore,
  nearest: 'Vichwa vya habari vilivyo karibu zaidi, si jibu:',
  undatedLeftOut: (count) =>
    count === 1 ? 'Makala moja isiyo na tarehe imeachwa.' : `Makala ${count} zisizo na tarehe zimeachwa.`,
  moreRanked: (count) =>
    count === 1 ? 'Kifungu kimoja zaidi kinalingana.' : `Vifungu ${count} zaidi vinalingana.`,
  askedBy: (who) => `Swali la ${who}`,
  askedAnew: (before, after) =>
    `Makala zimebadilika tangu swali hili liulizwe (${before} → ${after}), kwa hivyo limeulizwa upya.`,
  contextAnew: (before, after) =>
    `Makala zimebadilika tangu swali hili liulizwe (${before} → ${after}); vifungu vilivyo hapo juu havijabadilika.`,
  tooLong: 'Kifungu hiki ni kirefu mno kuonyeshwa hapa. Kifungue kwa /source.',
};

function andMore(count: number): string {
  return `na ${count} zaidi`;
}

function joinSome(names: readonly string[], left: number): string {
  return [...names, ...(left === 0 ? [] : [andMore(left)])].join(', ');
}
