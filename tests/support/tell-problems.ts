import type { FileProblem, Problem } from '../../src/core/model/problem.js';
import { sayProblem } from '../../src/core/locales/catalogue.js';
import { ENGLISH } from '../../src/core/locales/english.js';

/** Renders a problem in English. */
export function tellProblem(problem: Problem): string {
  return sayProblem(ENGLISH.problems, problem);
}

export interface ToldProblem extends Pick<FileProblem, 'file' | 'line'> {
  readonly reason: string;
}

/** Returns problems with English sentences in place of codes and facts. */
export function tellProblems(problems: readonly FileProblem[]): ToldProblem[] {
  return problems.map(({ file, line, ...problem }) => ({ file, line, reason: tellProblem(problem) }));
}
