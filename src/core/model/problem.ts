/** Everything that can be wrong with a file or folder of the corpus, or with a part of one. */
export type ProblemCode =
  | 'CHARSET_UNKNOWN'
  | 'ENTRY_INVALID'
  | 'ENTRY_LIST_EMPTY'
  | 'ENTRY_LIST_MISSING'
  | 'FILE_BINARY'
  | 'FILE_EMPTY'
  | 'FILE_NOT_UTF_8'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNREADABLE'
  | 'FILE_UTF_16'
  | 'FOLDER_UNREADABLE'
  | 'FORMAT_UNKNOWN'
  | 'FRONT_MATTER_ENDS_EARLY'
  | 'FRONT_MATTER_INVALID'
  | 'FRONT_MATTER_OPEN'
  | 'FRONT_MATTER_TOO_DEEP'
  | 'FRONT_MATTER_UNEDITABLE'
  | 'FRONT_MATTER_WITHOUT_KEYS'
  | 'GLOSSARY_INVALID'
  | 'GLOSSARY_NO_LIST'
  | 'GLOSSARY_TOO_DEEP'
  | 'GLOSSARY_TOO_LARGE'
  | 'GLOSSARY_UNREADABLE'
  | 'ID_TAKEN'
  | 'KEY_UNKNOWN'
  | 'LINK_BROKEN'
  | 'LINK_LEADS_OUT'
  | 'NOT_A_FILE'
  | 'NOT_A_FILE_OR_FOLDER'
  | 'NO_ARTICLE_TEXT'
  | 'NO_PARAGRAPH'
  | 'PAGE_TOO_DEEP'
  | 'PAGE_TOO_MANY_TAGS'
  | 'PAGE_TOO_SHORT'
  | 'PARAGRAPH_TOO_MUCH_MARKUP'
  | 'PDF_BROKEN'
  | 'PDF_LOCKED'
  | 'PDF_TOO_LARGE'
  | 'PDF_TOO_LONG'
  | 'PDF_WITHOUT_TEXT'
  | 'TERM_NOT_TEXT'
  | 'TERM_REPEATED'
  | 'TERM_TOO_LONG'
  | 'TERM_WITHOUT_LETTERS'
  | 'TEXT_NOT_PLAIN'
  | 'TEXT_TOO_DEEP'
  | 'TEXT_TOO_MANY_LINES'
  | 'TEXT_UNREADABLE'
  | 'VALUE_MISSING'
  | 'VALUE_NO_ADDRESS'
  | 'VALUE_NO_DATE'
  | 'VALUE_NO_LANGUAGE'
  | 'VALUE_NO_LIST'
  | 'VALUE_NO_TEXT'
  | 'VALUE_NO_WITHDRAWAL'
  | 'VALUE_TOO_LONG';

/** What the sentence about a problem mentions, e.g. `{ key: 'published' }`. */
export type ProblemFacts = Readonly<Record<string, string>>;

/** What is wrong; the catalogue has the sentence, which also says what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}

/** A problem and where it stands in a text. */
export interface LineProblem extends Problem {
  /** From 1; `null` where it is about the whole text. */
  readonly line: number | null;
}

/** A file, or a part of one, that could not be taken into the corpus. */
export interface FileProblem extends LineProblem {
  /** Relative to the corpus folder, with forward slashes. */
  readonly file: string;
  /** Whether what could be read of it before stays; default false. */
  readonly isKept?: boolean;
}

/** @param facts - Default: the sentence mentions none. */
export function diagnose(code: ProblemCode, facts: ProblemFacts = {}): Problem {
  return { code, facts };
}
