import type { Format } from './format.js';
import { KNOWN_KEYS } from './front-matter-facts.js';
import { FENCE } from './front-matter.js';
import { cleanCharacters } from './text.js';

/** The place of front matter in a file's text as it is on disk, in UTF-16 units. */
type FrontMatterPlace =
  | { readonly kind: 'none' }
  /** It has an opening line but no closing one. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      /** The start of the line after the opening one. */
      readonly yamlStart: number;
      /** The start of the closing line. */
      readonly yamlEnd: number;
      /** The start of the line after the closing one. */
      readonly bodyStart: number;
    };

const ANY_KEY = /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u;
const KNOWN_KEY = new RegExp(String.raw`^["']?(?:${KNOWN_KEYS.join('|')})["']?[ \t]*:(?:[ \t]|$)`, 'u');
const BLANK_OR_COMMENT = /^\s*(?:#.*)?$/u;

/**
 * Finds the front matter of an article's file as the file's reader does. Plain text and HTML may begin with a rule
 * of dashes that is not front matter, so there the first line must have a key, and some line a known key.
 */
export function findFrontMatter(fileText: string, format: Format): FrontMatterPlace {
  const lines = listLines(fileText);
  let yamlStart = -1;
  let first: string | null = null;
  let hasKnownKey = format === 'markdown';
  for (const { start, end, text } of lines) {
    const isFence = FENCE.test(text);
    if (yamlStart < 0) {
      if (isFence) yamlStart = end;
      else if (text.trim() !== '') return { kind: 'none' };
    } else if (isFence) {
      return hasKnownKey ? { kind: 'closed', yamlStart, yamlEnd: start, bodyStart: end } : { kind: 'none' };
    } else if (!BLANK_OR_COMMENT.test(text)) {
      first ??= text;
      if (format !== 'markdown' && !ANY_KEY.test(first)) return { kind: 'none' };
      hasKnownKey ||= KNOWN_KEY.test(text);
    }
  }
  // Without a closing line, a known key further down may be a coincidence.
  const isOpen = yamlStart >= 0 && (format === 'markdown' || KNOWN_KEY.test(first ?? ''));
  return { kind: isOpen ? 'open' : 'none' };
}

const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;

interface Line {
  readonly start: number;
  /** The position after the line terminator. */
  readonly end: number;
  /** Cleaned as the readers clean it. */
  readonly text: string;
}

function* listLines(fileText: string): Generator<Line> {
  let start = 0;
  for (const { 0: lineEnd, index } of fileText.matchAll(LINE_ENDS)) {
    const end = index + lineEnd.length;
    yield { start, end, text: cleanCharacters(fileText.slice(start, index)) };
    start = end;
  }
  if (start < fileText.length) {
    yield { start, end: fileText.length, text: cleanCharacters(fileText.slice(start)) };
  }
}
