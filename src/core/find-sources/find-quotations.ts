export const MAX_QUOTATIONS = 10;
export const MIN_QUOTATION_WORDS = 4;
export const MIN_QUOTATION_CHARS = 20;

/** A quotation runs from an opening mark to the next closing one; an apostrophe inside a word is neither. */
const QUOTED = [
  /“([^“”]+(?:“[^“”]*”[^“”]*)*)”/u,
  /„([^„“”]+)[“”]/u,
  /«([^«»]+(?:«[^«»]*»[^«»]*)*)»/u,
  /(?<![\p{L}\p{N}])"([^"]+)"(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=[\p{L}\p{N}]))+)’(?![\p{L}\p{N}])/u,
];
const ANY_QUOTED = new RegExp(QUOTED.map(({ source }) => source).join('|'), 'gu');
const PARAGRAPH_END = /\n\s*\n/u;

/**
 * Finds what a text quotes: spans between quotation marks within a paragraph.
 *
 * @returns In reading order, on one line each, without the marks; of nested ones the outermost.
 */
export function findQuotations(text: string): string[] {
  return text
    .split(PARAGRAPH_END)
    .flatMap((paragraph) => [...paragraph.matchAll(ANY_QUOTED)])
    .map((match) => match.slice(1).find((inner: string | undefined) => inner !== undefined) ?? '');
}

/** The first ten of those that are long enough to be held against a corpus, each once. */
export function keepQuotations(quotations: readonly string[]): string[] {
  const long = quotations
    .map((quotation) => quotation.replace(/\s+/gu, ' ').trim())
    .filter(
      (quotation) => quotation.length >= MIN_QUOTATION_CHARS && countWords(quotation) >= MIN_QUOTATION_WORDS,
    );
  return [...new Set(long)].slice(0, MAX_QUOTATIONS);
}

function countWords(text: string): number {
  return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
