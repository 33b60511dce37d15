import type { Hit, IndexablePassage } from '../../src/core/model/search-index.js';

/** A passage, by its number, and its score. */
export type BenchHit = Pick<Hit, 'passage' | 'score'>;

/** A search engine as the benchmark drives it. */
export interface BenchEngine {
  /** @returns Best first. */
  search(terms: readonly string[], limit: number): Promise<readonly BenchHit[]> | readonly BenchHit[];

  /** Returns the ranking of `search` with equal scores in passage order; absent if `search` itself orders them so. */
  searchInOrder?(terms: readonly string[], limit: number): readonly BenchHit[];
}

/** @param passages - By article id, then in reading order; read once. They are numbered from 0. */
export type BuildEngine = (passages: Iterable<IndexablePassage>) => BenchEngine;

/** Nukuu's weight and normalisation, which every configurable engine uses too. */
export const HEADLINE_WEIGHT = 3;
export const K1 = 1.2;
export const B = 0.5;

/** Formats terms for the engines that split text themselves. */
export function joinTerms(terms: readonly string[]): string {
  return terms.join(' ');
}

export function splitTerms(text: string): string[] {
  return text.split(' ');
}
