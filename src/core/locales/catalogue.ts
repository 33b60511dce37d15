/** The shape of the catalogues of sentences, and what they share. */

import type { Language } from '../model/analyzer.js';
import type { FaultCode, FaultFacts } from '../model/fault.js';
import type { FileProblem, Problem, ProblemCode, ProblemFacts } from '../model/problem.js';

/** The type of a catalogue in another language: the same sentences, each with the same facts. */
export type SameShape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : SameShape<Catalogue[Key]>;
};

export type FaultSentences = {
  readonly [Code in FaultCode]: (facts: FaultFacts[Code], problems: readonly FileProblem[]) => string;
};

export type ProblemSentences = {
  readonly [Code in ProblemCode]: (facts: ProblemFacts[Code]) => string;
};

export function sayProblem<Code extends ProblemCode>(
  sentences: ProblemSentences,
  { code, facts }: Problem<Code>,
): string {
  return sentences[code](facts);
}

/** Groups digits by three with commas, as Kenya does in both languages. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** Joins words as `a`, `a or b`, or `a, b or c`, with a conjunction before the last. */
export function joinWords(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A list of terms in each language, as written in an entry of the glossary. */
export const EXAMPLES: Readonly<Record<Language, string>> = {
  en: '[election, poll]',
  sw: '[uchaguzi, chaguzi]',
};
