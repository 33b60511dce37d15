import { Fault } from '../core/errors.js';
import { sayFault } from '../core/sentences/say-fault.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { escapeText, shorten } from './markdown.js';

/** Long enough for every sentence whose facts are of a usual length; it leaves room for escapes. */
const MAX_FAULT_CHARS = 1500;

/** What a member reads about a failure: never the internal message. */
export function renderFault(say: Sentences, error: unknown): string {
  const sentence = error instanceof Fault ? sayFault(say, error) : say.ourFault;
  return escapeText(shorten(sentence, MAX_FAULT_CHARS));
}
