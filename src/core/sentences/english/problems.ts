import type { ProblemCode, ProblemFacts } from '../../complaint.js';
import { EXAMPLES } from '../glossary-examples.js';

const ENTRY_SHAPE = `write each entry as \`- en: ${EXAMPLES['en']}\` and, below that, \`sw: ${EXAMPLES['sw']}\``;
const LINE_SHAPE = 'lines of the form `key: value`';

/** What is wrong with a file, or a part of one, and what to do. */
export const ENGLISH_PROBLEMS: Readonly<Record<ProblemCode, (facts: ProblemFacts) => string>> = {
  CHARSET_UNKNOWN: ({ charset = '' }) =>
    `The page says that it is ${charset}, which cannot be read: save it as UTF-8.`,
  ENTRY_INVALID: () => `An entry must be two lists: ${ENTRY_SHAPE}.`,
  ENTRY_LIST_EMPTY: ({ key = '' }) => `\`${key}\` is empty: put a term into the list, or take the entry out.`,
  ENTRY_LIST_MISSING: ({ key = '' }) =>
    `The entry needs \`${key}: ${EXAMPLES[key] ?? ''}\`, a list of terms.`,
  FILE_BINARY: () => 'The file is binary: save its text as UTF-8.',
  FILE_EMPTY: () => 'The file is empty: write the article into it or take it away.',
  FILE_NOT_UTF_8: () => 'The file is not UTF-8 here: save it as UTF-8.',
  FILE_TOO_LARGE: ({ size = '' }) => `The file is over 5 MB (${size} MB): split it.`,
  FILE_UNREADABLE: ({ cause = '' }) =>
    `The file cannot be read (${cause}): check that it is there, and its name and permissions.`,
  FILE_UTF_16: () => 'The file is UTF-16: save it as UTF-8.',
  FOLDER_UNREADABLE: ({ cause = '' }) => `The folder cannot be read (${cause}): check its permissions.`,
  FORMAT_UNKNOWN: () => 'The file is not read: save it as .md, .txt or .html.',
  FRONT_MATTER_ENDS_EARLY: ({ known = '' }) =>
    `A line of three dashes (---) ends the front matter too early, or it has none of the keys ${known}.`,
  FRONT_MATTER_INVALID: ({ cause = '' }) =>
    `The front matter is not valid YAML (${cause}): a value with a colon, # or ! needs quotes.`,
  FRONT_MATTER_OPEN: () =>
    'The front matter that begins here has no end: close it with a line of three dashes (---).',
  FRONT_MATTER_TOO_DEEP: () => `The YAML is nested too deeply: write ${LINE_SHAPE}.`,
  FRONT_MATTER_UNEDITABLE: () =>
    'The front matter is written in a way that cannot be changed from here: change it in the file.',
  FRONT_MATTER_WITHOUT_KEYS: () => `The front matter must be ${LINE_SHAPE}.`,
  GLOSSARY_INVALID: ({ cause = '' }) => `The glossary is not valid YAML (${cause}): ${ENTRY_SHAPE}.`,
  GLOSSARY_NO_LIST: () => `The glossary must be a list: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_DEEP: () => `The YAML is nested too deeply: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_LARGE: ({ size = '' }) => `The glossary is over 200 kB (${size} kB): take entries out.`,
  GLOSSARY_UNREADABLE: ({ cause = '' }) => `The glossary cannot be taken apart (${cause}): ${ENTRY_SHAPE}.`,
  ID_TAKEN: ({ id = '', file = '' }) =>
    `The article's id, ${id}, is that of ${file} already: rename one of them.`,
  KEY_UNKNOWN: ({ key = '', known = '' }) => `Unknown key \`${key}\`; known keys are ${known}.`,
  LINK_BROKEN: ({ cause = '' }) => `The link leads nowhere (${cause}): mend it or take it away.`,
  LINK_LEADS_OUT: () => 'The link leads out of the folder of articles: put a copy of the file here.',
  NOT_A_FILE: () => 'It is not a file: take it out of the folder of articles.',
  NOT_A_FILE_OR_FOLDER: () => 'It is neither a file nor a folder: take it out of the folder of articles.',
  NO_ARTICLE_TEXT: () => 'There is no text of an article in it: put that in, or take the file away.',
  NO_PARAGRAPH: () => 'There is no paragraph to quote: add the text of the article.',
  PAGE_TOO_DEEP: () => 'The page is nested too deeply: save its text as .txt.',
  PAGE_TOO_MANY_TAGS: () => 'The page has too many tags: save its text as .txt.',
  PAGE_TOO_SHORT: ({ words = '' }) =>
    `The page holds only ${words} words of text: paste the article, or send it as a file.`,
  PARAGRAPH_TOO_MUCH_MARKUP: () =>
    'A paragraph has too much markup: take the *, _, [ and < off that are none.',
  PDF_BROKEN: () => 'The PDF is broken: save it again, or paste the article.',
  PDF_LOCKED: () => 'The PDF is locked with a password: save it without one.',
  PDF_TOO_LARGE: () => 'The PDF unpacks to more than can be read: send only the pages of the article.',
  PDF_TOO_LONG: ({ pages = '' }) => `The PDF has over ${pages} pages: send only those of the article.`,
  PDF_WITHOUT_TEXT: () => 'The PDF holds no text, perhaps only a picture of it: paste the article.',
  TERM_NOT_TEXT: () => 'A term must be text: put quotes around it.',
  TERM_REPEATED: ({ term = '', line = '' }) =>
    `"${term}" stands in the entry of line ${line} already: take it out of one of the two.`,
  TERM_TOO_LONG: ({ term = '', words = '', chars = '' }) =>
    `"${term}" is too long: a term has at most ${words} words and ${chars} characters.`,
  TERM_WITHOUT_LETTERS: () => 'A term must have a letter or digit: write a word, or take it out.',
  TEXT_NOT_PLAIN: () => 'Its text cannot be written down without changing it: save it as plain text.',
  TEXT_TOO_DEEP: () => 'The text is nested too deeply: take the outer quote or list marks off.',
  TEXT_TOO_MANY_LINES: ({ most = '' }) => `The text has over ${most} lines: split it.`,
  TEXT_UNREADABLE: ({ cause = '' }) => `The text cannot be taken apart (${cause}): save it as plain text.`,
  VALUE_MISSING: ({ key = '' }) => `\`${key}\` is missing: write it.`,
  VALUE_NO_ADDRESS: ({ key = '' }) => `\`${key}\` must be an address that begins with https:// or http://.`,
  VALUE_NO_DATE: ({ key = '' }) => `\`${key}\` must be a date such as 2023-08-16, 2023-08 or 2023.`,
  VALUE_NO_LANGUAGE: ({ key = '' }) => `\`${key}\` must be a language tag such as en or sw.`,
  VALUE_NO_LIST: ({ key = '' }) => `\`${key}\` must be a list of texts, or texts with commas between them.`,
  VALUE_NO_TEXT: ({ key = '' }) => `\`${key}\` must be text.`,
  VALUE_NO_WITHDRAWAL: ({ key = '' }) =>
    `\`${key}\` must have two lines of its own, such as \`  on: 2023-08-16\` and \`  reason: …\`.`,
  VALUE_TOO_LONG: ({ key = '', most = '' }) => `\`${key}\` must have at most ${most} characters.`,
};
