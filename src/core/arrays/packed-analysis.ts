import type { Span } from '../model/article.js';

/** Words by number: entry i of each is about word i. They grow while texts are recorded. */
export interface Forms {
  /** Lower case and folded. */
  readonly normals: readonly string[];
  /** What the index holds for each. */
  readonly terms: readonly string[];
}

/** Words of a text in reading order, each as its number in {@link Forms} shifted by {@link MARK_BITS}, with its marks. */
export type PackedWords = Uint32Array;

export interface PackedSentence {
  readonly span: Span;
  readonly words: PackedWords;
}

/** What analysis found in one article, without an object for each of its words. */
export interface PackedAnalysis {
  /** Empty when it has no headline. */
  readonly headline: PackedWords;
  /** One entry a passage. */
  readonly passages: readonly (readonly PackedSentence[])[];
}

export const MARK_BITS = 4;
export const MARK_MASK = 2 ** MARK_BITS - 1;

/** @returns The terms of the words, in their order. */
export function termsOf(words: PackedWords, { terms }: Forms): string[] {
  const found: string[] = [];
  for (const word of words) found.push(terms[word >>> MARK_BITS] ?? '');
  return found;
}
