import type { core } from 'zod';
import { complain, type Complaint, type ProblemCode } from '../core/complaint.js';

/** The complaint that a schema makes: its messages are codes; the facts are its `params` and the `key`, if there is one. */
export function readIssue(issue: core.$ZodIssue): Complaint {
  const [key] = issue.path;
  const params = issue.code === 'custom' ? (issue.params as Complaint['facts'] | undefined) : undefined;
  return complain(issue.message as ProblemCode, {
    ...(key === undefined ? {} : { key: String(key) }),
    ...params,
  });
}
