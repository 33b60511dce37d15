import type { Span } from './article.js';

/** The languages that have rules of their own; any other text is treated as English. */
export type Language = 'en' | 'sw';

/** Finds the sentences of a text: in order, not overlapping, trimmed, none empty. */
export type SplitSentences = (text: string) => Span[];

/** What a word can be the answer to; a word carries the sum of those that hold. */
export const MARKS = { name: 1, place: 2, number: 4, date: 8 } as const;

/** What a question asks for. */
export type AnswerType = keyof typeof MARKS;

/** A word of a text that is not a stop word. */
export interface AnalyzedWord {
  /** Lower case and folded. */
  readonly normal: string;
  /** What the index holds for it. */
  readonly term: string;
  /** A sum of {@link MARKS}. */
  readonly marks: number;
}

/** A sentence of a passage and its words in reading order. */
export interface AnalyzedSentence {
  readonly span: Span;
  readonly words: readonly AnalyzedWord[];
}

/** A word of a question. */
export interface QuestionWord {
  /** As typed. */
  readonly word: string;
  /** Lower case and folded. */
  readonly normal: string;
  /** The terms that stand for it: one, or one a language where the question's language is not plain. */
  readonly forms: readonly string[];
  /** Terms of the other language, for when the index holds none of {@link forms}. */
  readonly otherForms: readonly string[];
  /** Written as a name is. */
  readonly isName: boolean;
}

export interface AnalyzedQuestion {
  /** Distinct, in the order typed; `[]` when there is nothing to search for. */
  readonly words: readonly QuestionWord[];
  /** `null` when no kind of word answers it. */
  readonly asksFor: AnswerType | null;
}

/** Turns text into terms. The same one must serve indexing and asking. */
export interface Analyzer {
  readonly splitSentences: SplitSentences;
  detectLanguage(text: string): Language;
  /** @returns One entry a sentence, at least one for a text that is not blank. */
  analyzePassage(text: string): AnalyzedSentence[];
  /** Words of a headline, in reading order. */
  analyzeHeadline(text: string): AnalyzedWord[];
  /** Terms of a phrase whose language is known, in reading order. */
  analyzePhrase(text: string, language: Language): string[];
  analyzeQuestion(text: string): AnalyzedQuestion;
  /** Whether English has the word. @param word - Lower case and folded. */
  isEnglishWord(word: string): boolean;
}
