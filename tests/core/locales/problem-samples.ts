import type { Problem, ProblemCode, ProblemFacts } from '../../../src/core/model/problem.js';

const CAUSE = { cause: 'EACCES' };
const KEY = { key: 'published' };

/** Facts of each problem, all of which its sentence says. */
const SAMPLES: ProblemFacts = {
  CHARSET_UNKNOWN: { charset: 'klingon' },
  ENTRY_INVALID: {},
  ENTRY_LIST_EMPTY: { key: 'sw' },
  ENTRY_LIST_MISSING: { key: 'sw' },
  FILE_BINARY: {},
  FILE_EMPTY: {},
  FILE_NOT_UTF_8: {},
  FILE_TOO_LARGE: { size: '5.25' },
  FILE_UNREADABLE: CAUSE,
  FILE_UTF_16: {},
  FOLDER_UNREADABLE: CAUSE,
  FORMAT_UNKNOWN: {},
  FRONT_MATTER_ENDS_EARLY: { known: 'title, outlet' },
  FRONT_MATTER_INVALID: CAUSE,
  FRONT_MATTER_OPEN: {},
  FRONT_MATTER_TOO_DEEP: {},
  FRONT_MATTER_UNEDITABLE: {},
  FRONT_MATTER_WITHOUT_KEYS: {},
  GLOSSARY_INVALID: CAUSE,
  GLOSSARY_NO_LIST: {},
  GLOSSARY_TOO_DEEP: {},
  GLOSSARY_TOO_LARGE: { size: '200.5' },
  GLOSSARY_UNREADABLE: CAUSE,
  ID_TAKEN: { id: 'news/rain', file: 'news/Rain.md' },
  KEY_UNKNOWN: { key: 'headine', known: 'title, outlet' },
  LINK_BROKEN: CAUSE,
  LINK_LEADS_OUT: {},
  NOT_A_FILE: {},
  NOT_A_FILE_OR_FOLDER: {},
  NO_ARTICLE_TEXT: {},
  NO_PARAGRAPH: {},
  PAGE_TOO_DEEP: {},
  PAGE_TOO_MANY_TAGS: {},
  PARAGRAPH_TOO_MUCH_MARKUP: {},
  PAGE_TOO_SHORT: { words: 12 },
  PDF_BROKEN: {},
  PDF_LOCKED: {},
  PDF_TOO_LARGE: {},
  PDF_TOO_LONG: { pages: 60 },
  PDF_WITHOUT_TEXT: {},
  TERM_NOT_TEXT: {},
  TERM_REPEATED: { term: 'poll', line: 7 },
  TERM_TOO_LONG: { term: 'a b c d e', words: 4, chars: 60 },
  TERM_WITHOUT_LETTERS: {},
  TEXT_NOT_PLAIN: {},
  TEXT_TOO_DEEP: {},
  TEXT_TOO_MANY_LINES: { most: 20_000 },
  TEXT_UNREADABLE: CAUSE,
  VALUE_MISSING: KEY,
  VALUE_NO_ADDRESS: KEY,
  VALUE_NO_DATE: KEY,
  VALUE_NO_LANGUAGE: KEY,
  VALUE_NO_LIST: KEY,
  VALUE_NO_TEXT: KEY,
  VALUE_NO_WITHDRAWAL: KEY,
  VALUE_TOO_LONG: { ...KEY, most: 300 },
};

/** A row for each problem. */
export const PROBLEM_SAMPLES = (Object.keys(SAMPLES) as ProblemCode[]).map(sampleProblem);

function sampleProblem<Code extends ProblemCode>(code: Code): [Code, Problem<Code>] {
  return [code, { code, facts: SAMPLES[code] }];
}
