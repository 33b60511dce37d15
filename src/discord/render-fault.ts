import { Fault } from '../core/errors.js';
import { ENGLISH as say, ENGLISH_FAULTS } from '../core/sentences.js';
import { escapeText, shorten } from './markdown.js';

/** Long enough for every sentence whose facts are of a usual length; it leaves room for escapes. */
const MAX_FAULT_CHARS = 1500;

/** What a member reads about a failure: never the internal message. */
export function renderFault(error: unknown): string {
  const sentence = error instanceof Fault ? ENGLISH_FAULTS[error.code](error.facts) : say.ourFault;
  return escapeText(shorten(sentence, MAX_FAULT_CHARS));
}
