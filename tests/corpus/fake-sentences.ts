import type { SplitSentences } from '../../src/core/model/analyzer.js';
import type { ArticleText } from '../../src/core/model/article.js';
import type { ReadContext, Reading } from '../../src/corpus/reading/reading.js';

/** Sentences end at `.`, `!` or `?` before white space. */
export const splitSentences: SplitSentences = (text) =>
  [...text.matchAll(/\S(?:.*?[.!?](?=\s)|.*\S|)/gsu)].map(({ index, 0: sentence }) => ({
    start: index,
    end: index + sentence.length,
  }));

export const context: ReadContext = { id: 'a', file: 'a.md', splitSentences };

/** The article of a reading; fails the test when it was rejected. */
export function expectArticle(reading: Reading): ArticleText {
  if (reading.kind === 'rejected') throw new Error(JSON.stringify(reading.problems));
  return reading.article;
}

export function listPassages({ text, passages }: ArticleText): string[] {
  return passages.map(({ start, end }) => text.slice(start, end));
}
