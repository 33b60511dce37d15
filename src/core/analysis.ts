import type { Span } from './article.js';

/** The languages that have rules of their own; any other text is treated as English. */
export type Language = 'en' | 'sw';

/** Finds the sentences of a text: in order, not overlapping, trimmed, none empty. */
export type SplitSentences = (text: string) => Span[];

/** A sentence of a passage, with the terms that the index holds for it, in reading order. */
export interface AnalyzedSentence {
  readonly span: Span;
  readonly terms: readonly string[];
}

/** A word of a question. */
export interface QuestionWord {
  /** As typed. */
  readonly word: string;
  /** The terms that stand for it: one, or one a language where the question's language is not plain. */
  readonly forms: readonly string[];
  /** Terms of the other language, for when the index holds none of {@link forms}. */
  readonly otherForms: readonly string[];
}

/** Turns text into terms. The same one must serve indexing and asking. */
export interface Analyzer {
  readonly splitSentences: SplitSentences;
  detectLanguage(text: string): Language;
  /** @returns One entry a sentence, at least one for a text that is not blank. */
  analyzePassage(text: string): AnalyzedSentence[];
  /** Terms of a headline, in reading order. */
  analyzeHeadline(text: string): string[];
  /** Distinct words of a question in the order typed; `[]` when it has nothing to search for. */
  analyzeQuestion(text: string): QuestionWord[];
}
