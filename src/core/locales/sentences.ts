import type { Language } from '../model/analyzer.js';
import type { FaultCode, FaultContent } from '../model/fault.js';
import type { FaultSentences } from './catalogue.js';
import { ENGLISH, type Sentences } from './english.js';
import { SWAHILI } from './swahili.js';

export type { Sentences };

const CATALOGUES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, sw: SWAHILI };

export function sentencesIn(language: Language): Sentences {
  return CATALOGUES[language];
}

/** Returns the sentence that users read about a fault, never its internal message. */
export function sayFault<Code extends FaultCode>(
  say: Sentences,
  { code, facts, problems }: FaultContent<Code>,
): string {
  const sentences: FaultSentences = say.faults;
  return sentences[code](facts, problems);
}
