import { Fault } from '../core/errors.js';

/** Whether a failure is the program's own and belongs into the log; the others are a member's to mend. */
export function isSerious(error: unknown): boolean {
  return !(error instanceof Fault) || SERIOUS.has(error.code);
}

const SERIOUS: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_FAILED',
  'QUOTE_MISMATCH',
  'REPORT_LOST',
]);
