/** Analysed articles with their words as numbers. */

import { type AnswerType, MARKS, type SentenceTraits } from '../model/analyzer.js';
import type { Span } from '../model/article.js';

/** Words by number: entry i of each list is about word i. The lists grow while texts are analysed. */
export interface Forms {
  /** Lower case and folded. */
  readonly normals: readonly string[];
  /** The forms that the index holds. */
  readonly terms: readonly string[];
}

/** Words in reading order; each is its number in {@link Forms} shifted left by {@link MARK_BITS}, plus its marks. */
export type PackedWords = Uint32Array;

export const MARK_BITS = 5;
export const MARK_MASK = 2 ** MARK_BITS - 1;

/** What is true of a sentence, as bit flags. */
const FLAGS = { isQuestion: 1, pointsBack: 2, isRow: 4, isSpeech: 8 } as const;
/** The kind of word that a sentence asks for stands above the flags, as its number from 1. */
const KIND_FACTOR = 16;
const KINDS = Object.keys(MARKS) as AnswerType[];

/** @returns Below 256. */
export function packTraits({ isQuestion, asksFor, pointsBack, isRow, isSpeech }: SentenceTraits): number {
  const flags =
    (isQuestion ? FLAGS.isQuestion : 0) +
    (pointsBack ? FLAGS.pointsBack : 0) +
    (isRow ? FLAGS.isRow : 0) +
    (isSpeech ? FLAGS.isSpeech : 0);
  return flags + KIND_FACTOR * (asksFor === null ? 0 : KINDS.indexOf(asksFor) + 1);
}

/** @param traits - From {@link packTraits}. */
export function unpackTraits(traits: number): SentenceTraits {
  return {
    isQuestion: (traits & FLAGS.isQuestion) !== 0,
    asksFor: KINDS[Math.floor(traits / KIND_FACTOR) - 1] ?? null,
    pointsBack: (traits & FLAGS.pointsBack) !== 0,
    isRow: (traits & FLAGS.isRow) !== 0,
    isSpeech: (traits & FLAGS.isSpeech) !== 0,
  };
}

export interface PackedSentence {
  readonly span: Span;
  /** From {@link packTraits}. */
  readonly traits: number;
  readonly words: PackedWords;
}

/** The analysis of one article, without an object per word. */
export interface PackedAnalysis {
  /** Empty if the article has no headline. */
  readonly headline: PackedWords;
  /** One entry per passage. */
  readonly passages: readonly (readonly PackedSentence[])[];
}

export function termsOf(words: PackedWords, { terms }: Forms): string[] {
  const list: string[] = [];
  for (const word of words) list.push(terms[word >>> MARK_BITS] ?? '');
  return list;
}
