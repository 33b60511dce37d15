/** Names that are spelt like words too common to search for. */

import { wordSet } from './word-list.js';

/** As acronyms, in capitals: the World Health Organization, information technology, the United States. */
const ACRONYMS = wordSet('who it us am at by he as we me');
/** As first or last names, with a capital. */
const NAMES = wordSet('will can may so do');
const IN_CAPITALS = /^\p{Lu}[\p{Lu}.]*\p{Lu}\.?$/u;
const CAPITAL = /^\p{Lu}/u;
const HAS_LOWER_CASE = /\p{Ll}/u;
/** The largest share of its words with a capital that a text can have before capitals tell nothing. */
const MAX_CAPITALS = 0.6;

/** The tokens of a text. */
interface Tokens {
  readonly values: readonly string[];
  readonly text: string;
  readonly isQuestion: boolean;
}

/**
 * Tells whether a token that is spelt like a stop word is a name: WHO in a text that is not all in capitals; Will
 * within a sentence, or where a statement begins and a name follows.
 *
 * @param last - The last token of the sentence.
 */
export function isNamedStopWord(tokens: Tokens, at: number, startsSentence: boolean, last: number): boolean {
  const { values, text, isQuestion } = tokens;
  const value = values[at] ?? '';
  if (!CAPITAL.test(value)) return false;
  const lower = value.toLowerCase().replaceAll('.', '');
  if (ACRONYMS.has(lower) && IN_CAPITALS.test(value)) return HAS_LOWER_CASE.test(text) || values.length === 1;
  if (!NAMES.has(lower) || value.length !== lower.length || !HAS_LOWER_CASE.test(value)) return false;
  if (isTitle(values)) return false;
  if (!startsSentence) return true;
  return !isQuestion && values[last] !== '?' && CAPITAL.test(values[at + 1] ?? '');
}

/** True if most words have a capital, as in some headlines. */
function isTitle(values: readonly string[]): boolean {
  const words = values.filter((value) => /^\p{L}/u.test(value));
  return (
    words.length > 3 && words.filter((value) => CAPITAL.test(value)).length > MAX_CAPITALS * words.length
  );
}
