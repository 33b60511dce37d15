import type { Span } from './article.js';
import type { PartialDate } from './partial-date.js';

/** The languages with their own analysis rules; text in any other language is treated as English. */
export type Language = 'en' | 'sw';

/** Splits a text into sentences: in order, trimmed, not empty, not overlapping. */
export type SplitSentences = (text: string) => Span[];

/** The kinds of answer that a word can give, as bit flags; a word carries their sum. */
export const MARKS = { name: 1, place: 2, number: 4, date: 8 } as const;

/** The kind of word that a question asks for. */
export type AnswerType = keyof typeof MARKS;

/** A word of a text that is not a stop word. */
export interface AnalyzedWord {
  /** Lower case and folded. */
  readonly normal: string;
  /** The form that the index holds. */
  readonly term: string;
  /** A sum of {@link MARKS}. */
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
  /** As typed. */
  readonly word: string;
  /** Lower case and folded. */
  readonly normal: string;
  /** Its terms, distinct: one if the question's language is clear, otherwise one per language. */
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

export interface AnalyzedQuestion {
  /** Distinct, in the order typed; `[]` if nothing is left to search for. */
  readonly words: readonly QuestionWord[];
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
  /**
   * Finds the dates in a question, in its order, not overlapping.
   *
   * @param askedOn - The day from which relative dates count; `null` leaves them unread.
   */
  readDates(text: string, askedOn: PartialDate | null): ReadDate[];
  /** True if the English lexicon contains the word. @param word - Lower case and folded. */
  isEnglishWord(word: string): boolean;
}
