import type { Span } from './article.js';
import type { PartialDate } from './partial-date.js';

/** The languages with their own analysis rules; text in any other language is treated as English. */
export type Language = 'en' | 'sw';

/** Splits a text into sentences: in order, trimmed, not empty, not overlapping. */
export type SplitSentences = (text: string) => Span[];

/** The kinds of answer that a word can give, as bit flags; a word carries their sum. */
export const MARKS = { name: 1, place: 2, number: 4, date: 8 } as const;

/** The flag, beside {@link MARKS}, of a word that stands at the same place as the one before it. */
export const BESIDE = 16;

/** A date is a month, a day of the month, a year or a weekday; a unit is one of money, or a percentage. */
export type WordKind = 'word' | 'figure' | 'date' | 'unit';

/** The kind of word that a question asks for. */
export type AnswerType = keyof typeof MARKS;

/** A word of a text that is not a stop word. */
export interface AnalyzedWord {
  /** Lower case and folded. */
  readonly normal: string;
  /** The form that the index holds. */
  readonly term: string;
  /** A sum of {@link MARKS} and {@link BESIDE}. */
  readonly marks: number;
}

/** What a sentence does in its text. */
export interface SentenceTraits {
  /** True if it asks, also if it quotes a question and says who asks it. */
  readonly isQuestion: boolean;
  /** The kind of word that it asks for; `null` if it does not ask. */
  readonly asksFor: AnswerType | null;
  /** True if it begins with a word that stands for something named before: it, she, this. */
  readonly pointsBack: boolean;
  /** True if it is a row of a table. */
  readonly isRow: boolean;
  /** True if it quotes or reports what somebody said. */
  readonly isSpeech: boolean;
}

export interface AnalyzedSentence extends SentenceTraits {
  readonly span: Span;
  /** In reading order. */
  readonly words: readonly AnalyzedWord[];
}

/** A word of a question that is not a stop word. */
export interface QuestionWord {
  /** As typed; the words of one date share what was typed, and its span. */
  readonly word: string;
  /** Lower case and folded; the digits of a figure. */
  readonly normal: string;
  readonly kind: WordKind;
  /** Its terms, distinct: the English one for an English word of a question not in Swahili, otherwise one per language. */
  readonly forms: readonly string[];
  /**
   * Terms to search for when the index holds none of {@link forms}: that of the other language, and the singular
   * of an acronym typed in lower case (`mps`, `mp`).
   */
  readonly otherForms: readonly string[];
  /** True if its marks include `MARKS.name`. */
  readonly isName: boolean;
  /** Where it stands in the question, in UTF-16 units. */
  readonly span: Span;
  /** How often it is asked, at least 1. */
  readonly count: number;
  /** Its universal part of speech in English, e.g. `NOUN`; a guess for other languages. */
  readonly partOfSpeech: string;
}

/** A date or a period that a question names. */
export interface ReadDate {
  /** In UTF-16 units of the question, prepositions such as "in" and "since" included. */
  readonly span: Span;
  /** The first day it can mean; `null` if it only has an end ("before 2022"). */
  readonly since: PartialDate | null;
  /** The last day; `null` if it only has a beginning ("since Monday"). */
  readonly until: PartialDate | null;
  /** True if it counts from the day on which it was asked ("yesterday", "last week", "jana"). */
  readonly isRelative: boolean;
}

/** Neighbouring words of a question written as one, or their initials, which a text may hold instead. */
export interface Compound {
  /** Lower case and folded. */
  readonly normal: string;
  /** As in {@link QuestionWord}. */
  readonly forms: readonly string[];
  /** As typed. */
  readonly typed: string;
  /** True if it was typed as one word (BarackObama), not with spaces or hyphens. */
  readonly isOne: boolean;
  /** The numbers of its words in the question's list; at least one. */
  readonly words: readonly number[];
}

/**
 * Finds the dates in a question, in its order, not overlapping.
 *
 * @param askedOn - The day from which relative dates count; `null` leaves them unread.
 */
export type ReadDates = (text: string, askedOn: PartialDate | null) => ReadDate[];

export interface AnalyzedQuestion {
  /** Distinct, in the order typed; `[]` if nothing is left to search for. */
  readonly words: readonly QuestionWord[];
  readonly compounds: readonly Compound[];
  /** `null` if it asks for no particular kind of word. */
  readonly asksFor: AnswerType | null;
  /** True if it asks what somebody said; default: false. */
  readonly asksForSpeech?: boolean;
}

/** Turns text into terms. Indexing and search must use the same analyzer. */
export interface Analyzer {
  readonly splitSentences: SplitSentences;
  detectLanguage(text: string): Language;
  /** @returns One entry per sentence, at least one for a text that is not blank. */
  analyzePassage(text: string): AnalyzedSentence[];
  /** @returns The words in reading order. */
  analyzeHeadline(text: string): AnalyzedWord[];
  /** @returns The terms in reading order. */
  analyzePhrase(text: string, language: Language): string[];
  analyzeQuestion(text: string): AnalyzedQuestion;
  readonly readDates: ReadDates;
  /** True if the English lexicon contains the word. @param word - Lower case and folded. */
  isEnglishWord(word: string): boolean;
  /** True if it is a form of a common Swahili word. @param word - Lower case and folded. */
  isSwahiliWord(word: string): boolean;
}
