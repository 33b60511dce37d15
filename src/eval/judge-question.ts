/** Judges the answer to a member's question, by the rules in tests/eval/member-set/README.md. */

import type { Answer, Evidence } from '../core/answering/answer.js';

export const JUDGEMENTS = ['answer', 'top3', 'once', 'refuse', 'refuse-or-hedge'] as const;

/** A question with what is right. */
export interface MemberQuestion {
  readonly question: string;
  /** The handles of the right passages; `[]` for a question that has none. */
  readonly handles: readonly string[];
  /** True if all of {@link handles} are wanted, false if one of them is enough. */
  readonly wantsAll: boolean;
  /** What the marked sentence holds, or which words are told to be missing; alternatives by ` || `, `''` for none. */
  readonly text: string;
  readonly judgement: (typeof JUDGEMENTS)[number];
}

/** The parts of an answer that are judged. */
export type JudgedAnswer = Pick<Answer, 'kind' | 'certain' | 'evidence' | 'unknownTerms' | 'missing'>;

/**
 * Judges an answer.
 *
 * @returns `null` if it is right, otherwise why it is not.
 */
export function findMistake(question: MemberQuestion, answer: JudgedAnswer): string | null {
  const { handles, judgement, text } = question;
  const isFound = answer.kind === 'found';
  if (judgement === 'refuse') return isFound ? 'answered' : null;
  if (judgement === 'refuse-or-hedge') return isFound ? findOverconfidence(answer, text) : null;
  if (!isFound) return 'refused';
  if (judgement === 'top3') return isAmongFirst(question, answer) ? null : placeOf(answer, handles);
  const [first] = answer.evidence;
  if (!first || !handles.includes(first.passage.handle)) return placeOf(answer, handles);
  if (judgement === 'once' && !answer.certain) return 'not certain';
  if (!holdsText(markedSentence(first), text)) return 'another sentence is marked';
  return judgement === 'once' ? findRepetition(first, answer, handles) : null;
}

function findOverconfidence(answer: JudgedAnswer, text: string): string | null {
  if (answer.certain) return 'certain';
  const isTold = text === '' || text.split(OR).some((word) => tellsMissing(answer, word));
  return isTold ? null : 'uncertain, but the missing word is not told';
}

const FIRST = 3;

function isAmongFirst({ handles, wantsAll }: MemberQuestion, { evidence }: JudgedAnswer): boolean {
  const named = evidence.slice(0, FIRST).flatMap(listNamed);
  const isNamed = (handle: string): boolean => named.includes(handle);
  return wantsAll ? handles.every(isNamed) : handles.some(isNamed);
}

function findRepetition(
  first: Evidence,
  { evidence }: JudgedAnswer,
  copies: readonly string[],
): string | null {
  if (evidence.slice(1).some(({ passage }) => copies.includes(passage.handle))) return 'quoted twice';
  return copies.every((handle) => listNamed(first).includes(handle)) ? null : 'a copy is not named';
}

function placeOf({ evidence }: JudgedAnswer, handles: readonly string[]): string {
  const place = evidence.findIndex(({ passage }) => handles.includes(passage.handle)) + 1;
  return place === 0 ? 'not among the passages' : `at place ${place}`;
}

/** Lists the handles of the passage and of those named with it. */
function listNamed({ passage, alsoIn, otherFigures }: Evidence): string[] {
  return [passage, ...alsoIn, ...otherFigures].map(({ handle }) => handle);
}

/** Returns the sentence marked in a passage. */
export function markedSentence({ passage, answerSentence }: Evidence): string {
  return passage.text.slice(answerSentence.start, answerSentence.end);
}

const OR = ' || ';
const NOT = ' !! ';

/** True if the sentence holds one of the alternatives, and nothing that follows a ` !! `. */
function holdsText(sentence: string, text: string): boolean {
  const [wanted = '', ...forbidden] = text.split(NOT).map(normalise);
  const held = normalise(sentence);
  return (
    wanted.split(OR).some((each) => held.includes(each.trim())) &&
    !forbidden.some((each) => held.includes(each))
  );
}

/** Makes letter case, spaces and the shapes of quotation marks and apostrophes equal. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD\u200B]/gu, '')
    .replace(/[“”]/gu, '"')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ');
}

/** Forms of a word may differ in their endings from this many letters on. */
const MIN_STEM_CHARS = 4;

/** True if the answer tells that the word, or a form of it, is missing. */
function tellsMissing({ unknownTerms, missing }: JudgedAnswer, word: string): boolean {
  const letters = (text: string): string => normalise(text).replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = letters(word);
  const isForm = (told: string): boolean =>
    Math.min(told.length, wanted.length) >= MIN_STEM_CHARS &&
    (told.startsWith(wanted) || wanted.startsWith(told));
  return [...unknownTerms, ...missing.map((each) => each.word)]
    .map(letters)
    .some((told) => told !== '' && (told === wanted || isForm(told)));
}
