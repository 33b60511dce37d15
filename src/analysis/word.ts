import type { Span } from '../core/model/article.js';
import type { WordKind } from '../core/model/analyzer.js';

/** A token that can become a term, or several read as one figure or date. */
export interface Word {
  /** As printed, folded. */
  readonly value: string;
  /** Lower case and folded. */
  readonly normal: string;
  /** The dictionary form, by part of speech. */
  readonly lemma: string;
  /** The term in every language; `null` if it depends on the language. */
  readonly term: string | null;
  readonly kind: WordKind;
  /** A sum of `MARKS`. */
  readonly marks: number;
  /** True if it stands at the same place as the word before, such as the year of a date. */
  readonly isBeside: boolean;
  /** In the original text. */
  readonly span: Span;
  /** In the text that was read. */
  readonly place: Span;
  /** Universal, as wink-nlp tags it. */
  readonly partOfSpeech: string;
}

/** The characters between two words of the text that was read. */
export function between(text: string, left: Word, right: Word): string {
  return text.slice(left.place.end, right.place.start);
}
