import { Fault } from '../core/errors.js';
import { ENGLISH as say, ENGLISH_FAULTS } from '../core/sentences.js';
import { escapeText } from './markdown.js';

/** What a member reads about a failure: never the internal message. */
export function renderFault(error: unknown): string {
  return escapeText(error instanceof Fault ? ENGLISH_FAULTS[error.code](error.facts) : say.ourFault);
}
