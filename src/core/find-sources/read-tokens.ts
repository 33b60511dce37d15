import type { Span } from '../article.js';

/** A word or a mark of a text. */
export interface Token extends Span {
  /** As two texts are compared: straight marks for typographic ones, one mark for a run of dashes or dots. */
  readonly text: string;
  readonly isWord: boolean;
}

const APOSTROPHES = `'‘’‛ʼ\`´`;
const QUOTATION_MARKS = `"“”„‟«»‹›`;
const DASHES = '\\-‐‑‒–—―−';

/** Words keep the apostrophes inside them, and numbers their points and commas. */
const TOKEN = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}]+(?:(?:[${APOSTROPHES}](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|[${DASHES}]+|\.{2,}|\S`,
  'gu',
);
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu');
const QUOTATION_MARK = new RegExp(`^[${APOSTROPHES}${QUOTATION_MARKS}]$`, 'u');
const DASH = new RegExp(`^[${DASHES}]`, 'u');

/** What a quotation mark or a lone apostrophe is compared as. */
export const QUOTE = "'";
export const ELLIPSIS = '…';

/** Takes a text apart into words and marks, so that white space and typography do not count. */
export function readTokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: printed, index: start }) => {
    const isWord = WORD.test(printed);
    const end = start + printed.length;
    return { text: isWord ? printed.replace(ANY_APOSTROPHE, "'") : foldMark(printed), isWord, start, end };
  });
}

function foldMark(mark: string): string {
  if (QUOTATION_MARK.test(mark)) return QUOTE;
  if (DASH.test(mark)) return '-';
  return mark.startsWith('..') ? ELLIPSIS : mark;
}

/** Whether two texts are the same but for the case of their first letter. */
export function differInFirstCase(one: string, other: string): boolean {
  return (
    one.length === other.length && one.slice(1) === other.slice(1) && lowerFirst(one) === lowerFirst(other)
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase();
}
