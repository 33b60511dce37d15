/** A word that the corpus holds. */
export interface KnownWord {
  /** Lower case and folded. */
  readonly word: string;
  /** What the index holds for it. */
  readonly term: string;
  /** Mostly written as a name is. */
  readonly isName: boolean;
}

/** The words of the corpus as they are written there. */
export interface Vocabulary {
  /** @param word - Lower case and folded. */
  find(word: string): KnownWord | undefined;
  /**
   * The word that one would take a misspelt one for: by letters, then by sound, then by how often it stands
   * in the corpus.
   *
   * @param word - Lower case and folded.
   * @returns `undefined` when none is near enough.
   */
  nearest(word: string): KnownWord | undefined;
}
