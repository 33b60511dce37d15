import type { Language } from '../model/analyzer.js';
import type { FaultCode, FaultFacts } from '../model/fault.js';
import type { FileProblem, Problem, ProblemCode, ProblemFacts } from '../model/problem.js';

/** What another language must say: the same sentences, each with the same facts. */
export type SameShape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : SameShape<Catalogue[Key]>;
};

/** A sentence for every fault. */
export type FaultSentences = {
  readonly [Code in FaultCode]: (facts: FaultFacts[Code], problems: readonly FileProblem[]) => string;
};

/** A sentence for every problem. */
export type ProblemSentences = {
  readonly [Code in ProblemCode]: (facts: ProblemFacts[Code]) => string;
};

export function sayProblem<Code extends ProblemCode>(
  sentences: ProblemSentences,
  { code, facts }: Problem<Code>,
): string {
  return sentences[code](facts);
}

/** With a comma after every three digits, as in Kenya in both languages. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A list of the glossary in each language, as an entry writes it. */
export const EXAMPLES: Readonly<Record<Language, string>> = {
  en: '[election, poll]',
  sw: '[uchaguzi, chaguzi]',
};
