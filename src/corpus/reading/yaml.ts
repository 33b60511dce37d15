/** Limits the depth of YAML and converts the issues of its schemas to problems. */

import { type core, z } from 'zod';
import type { Problem } from '../../core/model/problem.js';

const MAX_BRACKETS = 50;
/** Deeply nested by indentation, or by marks such as `- - -`. */
const DEEP_LINE = /^[ \t]{50}|^[^#\n]*(?:[-?:][ \t]+){10}/mu;

/**
 * True if YAML is nested too deeply to be parsed. The parser recurses once per level, and V8 may abort the whole
 * process, not only the thread, when the stack runs low.
 */
export function isTooDeep(yaml: string): boolean {
  return DEEP_LINE.test(yaml) || measureBrackets(yaml) > MAX_BRACKETS;
}

/** Returns the approximate nesting depth of brackets. */
function measureBrackets(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The problems that schemas report, each with the facts that its sentence mentions. */
const IssueProblem = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['ENTRY_INVALID', 'TERM_NOT_TEXT', 'TERM_WITHOUT_LETTERS']),
    facts: z.object({}),
  }),
  z.object({
    code: z.enum(['ENTRY_LIST_EMPTY', 'ENTRY_LIST_MISSING']),
    facts: z.object({ key: z.enum(['en', 'sw']) }),
  }),
  z.object({
    code: z.literal('TERM_TOO_LONG'),
    facts: z.object({ term: z.string(), words: z.number(), chars: z.number() }),
  }),
  z.object({
    code: z.enum([
      'VALUE_MISSING',
      'VALUE_NO_ADDRESS',
      'VALUE_NO_DATE',
      'VALUE_NO_LANGUAGE',
      'VALUE_NO_LIST',
      'VALUE_NO_TEXT',
      'VALUE_NO_WITHDRAWAL',
    ]),
    facts: z.object({ key: z.string() }),
  }),
  z.object({
    code: z.literal('VALUE_TOO_LONG'),
    facts: z.object({ key: z.string(), most: z.number() }),
  }),
]);

/** The codes that a schema may use as messages. */
export type IssueCode = z.infer<typeof IssueProblem>['code'];

/**
 * Converts an issue to a problem: its message is the code; the facts are its `params` and its path as `key`, such as
 * `withdrawn.on`.
 *
 * @throws If a schema omits a fact, which is a bug in the schema.
 */
export function readIssue(issue: core.$ZodIssue): Problem {
  const params = issue.code === 'custom' ? issue.params : undefined;
  return IssueProblem.parse({ code: issue.message, facts: { key: issue.path.join('.'), ...params } });
}
