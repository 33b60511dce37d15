/** Tells what a sentence does in its text, by its first and last words, in English and Swahili. */

import type { SentenceTraits } from '../core/model/analyzer.js';
import { reportsSpeech } from './speech.js';

const QUESTION_END = /[?؟？]["'”’»)\]*_]*$/u;
/** `Q:` without a question mark. */
const QUESTION_LABEL = /^(?:q|question|swali)\s*[:.]\s/iu;
/** A quoted question with who asked it after it. */
const ASKED =
  /[?؟？]["'”’»][,\s]+(?:[^\s.?!]+ ){0,4}?(?:(?:ask|wonder|demand)(?:ed|s)?|(?:inquir|enquir|quer|pos)(?:ed|ied|ies|es|s))\b|[?؟？]["'”’»][,\s]+(?:[^\s.?!]+ ){0,4}?(?:a|wa)(?:li|na|me|ka)(?:uliza|hoji|shangaa)\b/u;

const POINTING =
  /^["'“‘(]?(?:(?:and|but|so|then|lakini|na)[, ]+)?(?:he|she|it|they|his|her|its|their|this|that|these|those|such|both|the (?:former|latter)|yeye|wao|hiyo|hii|huo|huu|hizo|hizi|hayo|haya|hicho|hiki|hilo|hili|huyo|huyu|hao|hawa)(?!\p{L})/iu;

/** A cell of a table, as readers write it. */
const CELL = / \| /u;

/** @param words - The words of the sentence in lower case. */
export function readTraits(sentence: string, words: readonly string[]): Omit<SentenceTraits, 'asksFor'> {
  return {
    isQuestion: isQuestion(sentence),
    pointsBack: POINTING.test(sentence),
    isRow: CELL.test(sentence),
    isSpeech: reportsSpeech(sentence, words),
  };
}

function isQuestion(sentence: string): boolean {
  return QUESTION_END.test(sentence) || QUESTION_LABEL.test(sentence) || ASKED.test(sentence);
}
