import { Fault } from '../core/errors.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';

/** What a person at the terminal reads of a fault; of a mistake in the program, all there is. */
export function describeFault(error: unknown): string {
  if (error instanceof Fault) return say.faults[error.code](error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
