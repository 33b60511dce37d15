import type { Problem } from '../../core/article.js';
import { complain, type Complaint, type ProblemCode, type ProblemFacts } from '../../core/complaint.js';
import { Fault } from '../../core/errors.js';

/** The fault of what no article can be made of. */
export function unreadable(code: ProblemCode, facts: ProblemFacts = {}, cause?: unknown): Fault {
  return refuseDraft(complain(code, facts), cause);
}

export function refuseDraft(complaint: Complaint, cause?: unknown): Fault {
  return new Fault('ARTICLE_UNREADABLE', complaint.code, {
    cause,
    problems: [{ file: '', line: null, ...complaint }],
  });
}

/** A problem of a draft, which has no file yet. */
export function unplaced(problem: Problem): Problem {
  return { ...problem, file: '' };
}
