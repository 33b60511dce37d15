import type { Language } from './analyzer.js';

/** The facts of a code that has none; only an empty object is assignable. */
export interface NoFacts {
  readonly none?: never;
}

/**
 * The facts of every problem with a file or folder of the corpus, or with a part of one, by code: what the
 * sentence about it mentions.
 */
export interface ProblemFacts {
  CHARSET_UNKNOWN: { readonly charset: string };
  ENTRY_INVALID: NoFacts;
  ENTRY_LIST_EMPTY: { readonly key: Language };
  ENTRY_LIST_MISSING: { readonly key: Language };
  FILE_BINARY: NoFacts;
  FILE_EMPTY: NoFacts;
  FILE_NOT_UTF_8: NoFacts;
  /** `size` is in MB. */
  FILE_TOO_LARGE: { readonly size: string };
  FILE_UNREADABLE: { readonly cause: string };
  FILE_UTF_16: NoFacts;
  FOLDER_UNREADABLE: { readonly cause: string };
  FORMAT_UNKNOWN: NoFacts;
  FRONT_MATTER_ENDS_EARLY: { readonly known: string };
  FRONT_MATTER_INVALID: { readonly cause: string };
  FRONT_MATTER_OPEN: NoFacts;
  FRONT_MATTER_TOO_DEEP: NoFacts;
  FRONT_MATTER_UNEDITABLE: NoFacts;
  FRONT_MATTER_WITHOUT_KEYS: NoFacts;
  GLOSSARY_INVALID: { readonly cause: string };
  GLOSSARY_NO_LIST: NoFacts;
  GLOSSARY_TOO_DEEP: NoFacts;
  /** `size` is in kB. */
  GLOSSARY_TOO_LARGE: { readonly size: string };
  GLOSSARY_UNREADABLE: { readonly cause: string };
  ID_TAKEN: { readonly id: string; readonly file: string };
  KEY_UNKNOWN: { readonly key: string; readonly known: string };
  LINK_BROKEN: { readonly cause: string };
  LINK_LEADS_OUT: NoFacts;
  NOT_A_FILE: NoFacts;
  NOT_A_FILE_OR_FOLDER: NoFacts;
  NO_ARTICLE_TEXT: NoFacts;
  NO_PARAGRAPH: NoFacts;
  PAGE_TOO_DEEP: NoFacts;
  PAGE_TOO_MANY_TAGS: NoFacts;
  PAGE_TOO_SHORT: { readonly words: number };
  PARAGRAPH_TOO_MUCH_MARKUP: NoFacts;
  PDF_BROKEN: NoFacts;
  PDF_LOCKED: NoFacts;
  PDF_TOO_LARGE: NoFacts;
  PDF_TOO_LONG: { readonly pages: number };
  PDF_WITHOUT_TEXT: NoFacts;
  TERM_NOT_TEXT: NoFacts;
  TERM_REPEATED: { readonly term: string; readonly line: number };
  TERM_TOO_LONG: { readonly term: string; readonly words: number; readonly chars: number };
  TERM_WITHOUT_LETTERS: NoFacts;
  TEXT_NOT_PLAIN: NoFacts;
  TEXT_TOO_DEEP: NoFacts;
  TEXT_TOO_MANY_LINES: { readonly most: number };
  TEXT_UNREADABLE: { readonly cause: string };
  VALUE_MISSING: { readonly key: string };
  VALUE_NO_ADDRESS: { readonly key: string };
  VALUE_NO_DATE: { readonly key: string };
  VALUE_NO_LANGUAGE: { readonly key: string };
  VALUE_NO_LIST: { readonly key: string };
  VALUE_NO_TEXT: { readonly key: string };
  VALUE_NO_WITHDRAWAL: { readonly key: string };
  VALUE_TOO_LONG: { readonly key: string; readonly most: number };
}

export type ProblemCode = keyof ProblemFacts;

/** A diagnostic about a file; the catalogue's sentence for its code also states the remedy. */
export type Problem<Code extends ProblemCode = ProblemCode> = {
  [Each in Code]: { readonly code: Each; readonly facts: ProblemFacts[Each] };
}[Code];

export type LineProblem = Problem & {
  /** From 1; `null` if it concerns the whole text. */
  readonly line: number | null;
};

/** A problem that keeps a file, or a part of one, out of the corpus. */
export type FileProblem = LineProblem & {
  /** Relative to the corpus folder, with forward slashes. */
  readonly file: string;
  /** True if the corpus uses its fallback instead; default: false. */
  readonly hasFallback?: boolean;
};

/** @param args - The facts, required for a code that has some. */
export function diagnose<Code extends ProblemCode>(
  code: Code,
  ...args: ProblemFacts[Code] extends NoFacts ? [] : [facts: ProblemFacts[Code]]
): Problem<Code>;
export function diagnose(
  code: ProblemCode,
  facts: ProblemFacts[ProblemCode] = {},
): Pick<Problem, 'code' | 'facts'> {
  return { code, facts };
}
