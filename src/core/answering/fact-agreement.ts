/** Finds the authors and tags that a question names anywhere. */

import { findWhole, toFactKey } from '../arrays/article-columns.js';
import type { Corpus } from '../model/corpus.js';
import type { ExpandedQuestion } from './expand-question.js';

/** An author or a tag that a question names. */
export interface NamedFact {
  /** The numbers of the question's words that name it. */
  readonly words: readonly number[];
  /** The numbers of its articles. */
  readonly articles: ReadonlySet<number>;
}

const MAX_WORDS = 4;
/** The fewest words of an author's name; a single one is mostly somebody else's. */
const MIN_AUTHOR_WORDS = 2;
/** What more articles have says little about any. */
const MAX_ARTICLES = 2000;

export function findNamedFacts({ factWords }: Corpus, { words }: ExpandedQuestion): NamedFact[] {
  const found: NamedFact[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = 1; count <= MAX_WORDS && at + count <= words.length; count += 1) {
      const typed = words.slice(at, at + count).map(({ word }) => word);
      const kinds = count < MIN_AUTHOR_WORDS ? (['tag'] as const) : (['tag', 'author'] as const);
      for (const kind of kinds) {
        const articles = findWhole(factWords, toFactKey(kind, typed.join(' ')));
        if (articles.length === 0 || articles.length > MAX_ARTICLES) continue;
        found.push({ words: typed.map((_, i) => at + i), articles: new Set(articles) });
      }
    }
  }
  return found;
}
