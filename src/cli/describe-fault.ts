import { Fault } from '../core/errors.js';
import { ENGLISH_FAULTS } from '../core/sentences.js';

/** What a person at the terminal reads of a fault; of a mistake in the program, all there is. */
export function describeFault(error: unknown): string {
  if (error instanceof Fault) return ENGLISH_FAULTS[error.code](error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
