import type { core } from 'zod';
import { complain, type Complaint, type ProblemCode } from '../core/complaint.js';

/**
 * The complaint that a schema makes: its messages are codes; the facts are its `params` and the `key`, if there
 * is one, such as `withdrawn.on`.
 */
export function readIssue(issue: core.$ZodIssue): Complaint {
  const params = issue.code === 'custom' ? (issue.params as Complaint['facts'] | undefined) : undefined;
  return complain(issue.message as ProblemCode, {
    ...(issue.path.length === 0 ? {} : { key: issue.path.join('.') }),
    ...params,
  });
}
