import type { Language } from '../model/analyzer.js';
import type { Fault } from '../model/fault.js';
import type { SameShape } from './catalogue.js';
import { ENGLISH } from './english.js';
import { SWAHILI } from './swahili.js';

/** Everything the bot says of its own, in one language; quotes come from the corpus alone. Plain text, no markup. */
export type Sentences = SameShape<typeof ENGLISH>;

const CATALOGUES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, sw: SWAHILI };

export function sentencesIn(language: Language): Sentences {
  return CATALOGUES[language];
}

/** What a person reads about a fault, never its internal message. */
export function sayFault(say: Sentences, { code, facts, problems }: Fault): string {
  return say.faults[code](facts, problems);
}
