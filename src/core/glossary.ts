/** Terms that mean the same in English and in Swahili; at least one of each. */
export interface GlossaryEntry {
  /** Each on one line, in lower case, of 1 to 4 words and at most 60 UTF-16 units. */
  readonly en: readonly string[];
  /** As {@link en}. */
  readonly sw: readonly string[];
}

/** In the order of the file; no term stands in two entries. May be empty. */
export type Glossary = readonly GlossaryEntry[];
