import type { core } from 'zod';
import { diagnose, type Problem, type ProblemCode } from '../../core/model/problem.js';

const MAX_BRACKETS = 50;
/** Nested by indentation, or by marks such as `- - -`. */
const DEEP_LINE = /^[ \t]{50}|^[^#\n]*(?:[-?:][ \t]+){10}/mu;

/**
 * Whether a YAML text is too deep to be parsed. The parser calls itself a level at a time,
 * and V8 may end the whole process, not only the thread, when little is left of the stack.
 */
export function isTooDeep(yaml: string): boolean {
  return DEEP_LINE.test(yaml) || measureBrackets(yaml) > MAX_BRACKETS;
}

/** How deep brackets stand in each other, about. */
function measureBrackets(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * The problem that a schema makes: its messages are codes; the facts are its `params` and the `key`, if there
 * is one, such as `withdrawn.on`.
 */
export function readIssue(issue: core.$ZodIssue): Problem {
  const params = issue.code === 'custom' ? (issue.params as Problem['facts'] | undefined) : undefined;
  return diagnose(issue.message as ProblemCode, {
    ...(issue.path.length === 0 ? {} : { key: issue.path.join('.') }),
    ...params,
  });
}
