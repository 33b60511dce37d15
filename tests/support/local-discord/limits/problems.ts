import type { z } from 'zod';

/** One reason for which Discord refuses a body. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export type Checked<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] };

/** Creates a problem in the relation between fields, which no schema library words. */
export function problem(path: readonly PropertyKey[], message: string, code = 'INVALID'): Problem {
  return { path: path.map((key) => (typeof key === 'number' ? key : String(key))), code, message };
}

/** Checks a body against a schema; lengths count UTF-16 units, which are never fewer than Discord counts. */
export function checkShape<T>(schema: z.ZodType<T>, body: unknown): Checked<T> {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  return { value: null, problems: result.error.issues.map(toProblem) };
}

/** Moves problems of a part of a body to its path in the body. */
export function under(path: readonly (string | number)[], problems: readonly Problem[]): Problem[] {
  return problems.map((found) => ({ ...found, path: [...path, ...found.path] }));
}

/** Formats a problem as a sentence, e.g. `components[0].label: Must be 80 or fewer in length.` */
export function sayProblem({ path, message }: Problem): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return place === '' ? message : `${place.replace(/^\./u, '')}: ${message}`;
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const isSize = issue.code === 'too_big' || issue.code === 'too_small';
  const isLength = isSize && (issue.origin === 'string' || issue.origin === 'array');
  if (isLength) return problem(issue.path, sayLength(issue), 'BASE_TYPE_BAD_LENGTH');
  return problem(issue.path, sayIssue(issue), 'BASE_TYPE_INVALID');
}

function sayLength(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const rule =
    issue.code === 'too_big' ? `${Number(issue.maximum)} or fewer` : `${Number(issue.minimum)} or more`;
  return `Must be ${rule} in length.`;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  return issue.input === undefined && issue.code === 'invalid_type'
    ? 'This field is required'
    : issue.message;
}
