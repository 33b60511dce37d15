import type { Format } from './format.js';
import { KNOWN_KEYS } from './front-matter-facts.js';
import { FENCE } from './front-matter.js';
import { cleanCharacters } from './text.js';

/** Where front matter stands in the text of a file as it is on the disk, in UTF-16 units. */
type FrontMatterPlace =
  | { readonly kind: 'none' }
  /** It begins and has no end. */
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      /** The start of the line after the opening one. */
      readonly yamlStart: number;
      /** The start of the closing line. */
      readonly yamlEnd: number;
      /** The start of the line after it. */
      readonly bodyStart: number;
    };

const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const ANY_KEY = /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u;
const KNOWN_KEY = new RegExp(String.raw`^["']?(?:${KNOWN_KEYS.join('|')})["']?[ \t]*:(?:[ \t]|$)`, 'u');
const BLANK_OR_COMMENT = /^\s*(?:#.*)?$/u;

/**
 * Finds the front matter of an article's file where its reader finds it. Plain text and pages may begin with a
 * rule of dashes all the same: theirs is told by keys, of which one is known.
 */
export function findFrontMatter(source: string, format: Format): FrontMatterPlace {
  const lines = listLines(source);
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
  // Without an end, a key far below is one by chance.
  const isOpen = yamlStart >= 0 && (format === 'markdown' || KNOWN_KEY.test(first ?? ''));
  return { kind: isOpen ? 'open' : 'none' };
}

interface Line {
  readonly start: number;
  /** After the line's end. */
  readonly end: number;
  /** As the readers see it. */
  readonly text: string;
}

function* listLines(source: string): Generator<Line> {
  let start = 0;
  for (const { 0: lineEnd, index } of source.matchAll(LINE_ENDS)) {
    const end = index + lineEnd.length;
    yield { start, end, text: cleanCharacters(source.slice(start, index)) };
    start = end;
  }
  if (start < source.length) {
    yield { start, end: source.length, text: cleanCharacters(source.slice(start)) };
  }
}
