import type { Language } from '../model/analyzer.js';
import type { Fault } from '../model/fault.js';
import { ENGLISH, type Sentences } from './english.js';
import { SWAHILI } from './swahili.js';

export type { Sentences };

const CATALOGUES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, sw: SWAHILI };

export function sentencesIn(language: Language): Sentences {
  return CATALOGUES[language];
}

/** What a person reads about a fault, never its internal message. */
export function sayFault(say: Sentences, { code, facts, problems }: Fault): string {
  return say.faults[code](facts, problems);
}
