import { Fault } from '../core/errors.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { sayFault } from '../core/sentences/say-fault.js';

/** What a person at the terminal reads of a fault; of a mistake in the program, all there is. */
export function describeFault(error: unknown): string {
  if (error instanceof Fault) return sayFault(say, error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
