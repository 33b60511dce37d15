import { checksum } from '../core/hash.js';

const CITATION = /^-# \[(\d+)\] /mu;

/**
 * Finds the text of a passage in the texts of the answer that quotes it.
 *
 * @param sum - The passage's {@link checksum}, which tells that it was read back word for word.
 * @returns `null` where it is not quoted whole.
 */
export function readQuote(texts: readonly string[], number: number, sum: string): string | null {
  const text = texts.slice(1).find((each) => CITATION.exec(each)?.[1] === String(number));
  if (text === undefined) return null;
  const lines = text.slice(0, text.search(CITATION)).split('\n');
  const quote = lines.map((line) => line.replace(/^> ?/u, '')).join('\n');
  // An open context stands around the passage.
  const blocks = [quote, ...quote.split(/\n\s*\n/u)].map((block) => removeMarkup(block).trim());
  return blocks.find((block) => checksum(block) === sum) ?? null;
}

/** Undoes escapes, and takes off what marks the sentence that answers. */
function removeMarkup(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/gu, (_, escaped?: string) => escaped ?? '');
}
