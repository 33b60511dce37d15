import type { FileProblem, Problem } from '../../src/core/model/problem.js';
import { ENGLISH } from '../../src/core/texts/english.js';

/** What is read of a problem in English. */
export function tellProblem({ code, facts }: Problem): string {
  return ENGLISH.problems[code](facts);
}

export interface ToldProblem extends Pick<FileProblem, 'file' | 'line'> {
  readonly reason: string;
}

/** Problems with the English sentences in place of codes and facts. */
export function tellProblems(problems: readonly FileProblem[]): ToldProblem[] {
  return problems.map(({ file, line, ...problem }) => ({ file, line, reason: tellProblem(problem) }));
}
