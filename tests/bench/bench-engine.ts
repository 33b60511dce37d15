import type { Hit, IndexablePassage } from '../../src/core/model/search-index.js';

/** A passage by its number and its score. */
export type BenchHit = Pick<Hit, 'passage' | 'score'>;

/** A search engine as the benchmark drives it. */
export interface BenchEngine {
  /** @returns Best first. */
  search(terms: readonly string[], limit: number): Promise<readonly BenchHit[]> | readonly BenchHit[];

  /** The same ranking with equal scores in the order of the passages, where `search` does not order them. */
  searchInOrder?(terms: readonly string[], limit: number): readonly BenchHit[];
}

/** @param passages - By article id, then in reading order; read once. They are numbered from 0. */
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
