import type { Language } from './analysis.js';

/** A way to say something. */
export interface EquivalentPhrase {
  /** As it is shown. */
  readonly text: string;
  /** At least one, in reading order. */
  readonly terms: readonly string[];
  /** `null` for one of any language. */
  readonly language: Language | null;
}

/** Phrases of which each stands for every other, or, where they have languages, for those of another one. */
export interface Equivalents {
  readonly origin: 'acronym' | 'glossary';
  readonly phrases: readonly EquivalentPhrase[];
}

/** A phrase and what it stands for. */
export interface FoundPhrase {
  readonly group: Equivalents;
  readonly phrase: EquivalentPhrase;
}

export interface EquivalentsIndex {
  /** The phrases whose first term is this one. */
  startingWith(term: string): readonly FoundPhrase[];
}

export function indexEquivalents(groups: readonly Equivalents[]): EquivalentsIndex {
  const byFirst = new Map<string, FoundPhrase[]>();
  for (const group of groups) {
    for (const phrase of group.phrases) {
      const [first = ''] = phrase.terms;
      const found = byFirst.get(first) ?? [];
      found.push({ group, phrase });
      byFirst.set(first, found);
    }
  }
  return { startingWith: (term) => byFirst.get(term) ?? [] };
}
