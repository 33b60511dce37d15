import type { Fault } from '../errors.js';
import type { Sentences } from './sentences.js';

/** What a person reads about a fault, never its internal message. */
export function sayFault(say: Sentences, { code, facts, problems }: Fault): string {
  return say.faults[code](facts, problems);
}
