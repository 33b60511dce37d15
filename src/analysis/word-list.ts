/** Splits a list that is written as words with white space between them. */
export function wordList(words: string): string[] {
  return words.trim().split(/\s+/u);
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(wordList(words));
}
