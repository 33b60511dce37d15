/** Analysed articles with their words as numbers. */

import type { Span } from '../model/article.js';

/** Words by number: entry i of each list is about word i. The lists grow while texts are analysed. */
export interface Forms {
  /** Lower case and folded. */
  readonly normals: readonly string[];
  /** The forms that the index holds. */
  readonly terms: readonly string[];
}

/** Words in reading order; each is its number in {@link Forms} shifted left by {@link MARK_BITS}, plus its marks. */
export type PackedWords = Uint32Array;

export const MARK_BITS = 4;
export const MARK_MASK = 2 ** MARK_BITS - 1;

/** What is true of a sentence, as bit flags; a packed sentence carries their sum. */
export const TRAITS = { isQuestion: 1, pointsBack: 2 } as const;

export interface PackedSentence {
  readonly span: Span;
  /** A sum of {@link TRAITS}. */
  readonly traits: number;
  readonly words: PackedWords;
}

/** The analysis of one article, without an object per word. */
export interface PackedAnalysis {
  /** Empty if the article has no headline. */
  readonly headline: PackedWords;
  /** One entry per passage. */
  readonly passages: readonly (readonly PackedSentence[])[];
}

export function termsOf(words: PackedWords, { terms }: Forms): string[] {
  const list: string[] = [];
  for (const word of words) list.push(terms[word >>> MARK_BITS] ?? '');
  return list;
}
