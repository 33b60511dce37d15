/** Spellings that sound alike to English and Swahili ears, replaced in this order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/gh/gu, 'g'],
  [/ck|c(?=[aoukrl])|q/gu, 'k'],
  [/sch|sh|ch|c(?=[eiy])|[zx]/gu, 's'],
  [/th|dh|d/gu, 't'],
  [/[vw]/gu, 'f'],
  [/b/gu, 'p'],
  [/j/gu, 'g'],
  [/r/gu, 'l'],
  [/m/gu, 'n'],
  [/h/gu, ''],
  [/y/gu, 'i'],
  [/(?<!^)[aeiou]/gu, ''],
  [/^[aeiou]/u, 'a'],
  [/(.)\1+/gu, '$1'],
];

/**
 * The consonants of a word by their sound, the same for words that sound alike (Mahlungu, Mahlangu).
 *
 * @param word - Lower case and folded.
 */
export function soundKey(word: string): string {
  return RULES.reduce((key, [spelling, sound]) => key.replace(spelling, sound), word);
}
