import { MARKS, type AnswerType } from './analysis.js';
import type { Sentence } from './corpus.js';

/** A name that no preposition of place stands before answers "where" half as well. */
const UNPLACED_NAME = 0.5;

/**
 * How well a sentence holds the kind of word asked for, in 0..1, apart from the question's own words.
 *
 * @returns 0 when the question asks for no kind of word.
 */
export function holdAnswer(
  { termHashes, termMarks }: Sentence,
  asksFor: AnswerType | null,
  asked: ReadonlyMap<number, unknown>,
): number {
  if (asksFor === null) return 0;
  let marks = 0;
  for (let i = 0; i < termMarks.length; i += 1) {
    if (!asked.has(termHashes[i] ?? 0)) marks |= termMarks[i] ?? 0;
  }
  if ((marks & MARKS[asksFor]) !== 0) return 1;
  return asksFor === 'place' && (marks & MARKS.name) !== 0 ? UNPLACED_NAME : 0;
}
