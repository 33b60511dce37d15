const MIN_CHARS = 7;
const LOCATIVE = /ni$/u;
const NOUN_CLASS = /^(?:wa|vi|ki|ma|mi|m|u|ku|zi|i|a)(?=[b-df-hj-np-tv-z])/u;

/**
 * Takes the locative ending and the noun-class prefix off a long word, so that singular and plural meet
 * (mgombea, wagombea). Shorter words stay as they are.
 *
 * @param word - Lower case.
 */
export function stemSwahili(word: string): string {
  const base = word.length < MIN_CHARS ? word : word.replace(LOCATIVE, '');
  return base.length < MIN_CHARS ? base : base.replace(NOUN_CLASS, '');
}
