import type { Language } from '../analysis.js';
import { ENGLISH } from './english/english.js';
import type { SameShape } from './same-shape.js';
import { SWAHILI } from './swahili/swahili.js';

/** Everything the bot says of its own, in one language; quotes come from the corpus alone. Plain text, no markup. */
export type Sentences = SameShape<typeof ENGLISH>;

const CATALOGUES: Readonly<Record<Language, Sentences>> = { en: ENGLISH, sw: SWAHILI };

export function sentencesIn(language: Language): Sentences {
  return CATALOGUES[language];
}
