import type { Hit, IndexablePassage } from '../../src/core/model/search-index.js';

/** A search engine as the benchmark drives it. */
export interface BenchEngine {
  /** @returns Best first. */
  search(terms: readonly string[], limit: number): Promise<readonly Hit[]> | readonly Hit[];

  /** The same ranking with equal scores in the order of the passages, where `search` does not order them. */
  searchInOrder?(terms: readonly string[], limit: number): readonly Hit[];
}

/** @param passages - In the order of their handles; read once. */
export type BuildEngine = (passages: Iterable<IndexablePassage>) => BenchEngine;

/** How every engine weighs and normalises that lets itself be told: as Nukuu does. */
export const HEADLINE_WEIGHT = 3;
export const K1 = 1.2;
export const B = 0.5;

/** The form in which text reaches the engines that split it themselves. */
export function joinTerms(terms: readonly string[]): string {
  return terms.join(' ');
}

export function splitTerms(text: string): string[] {
  return text.split(' ');
}
