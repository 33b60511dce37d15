import { Buffer } from 'node:buffer';
import type { FrozenCorpus } from './frozen-corpus.js';

/** The ids of the articles whose text holds `wanted`, in their order, at most `limit`; `[]` for an empty text. */
export function findHolding(
  { articles, bytes, textStarts }: FrozenCorpus,
  wanted: string,
  limit: number,
): string[] {
  const needle = Buffer.from(wanted);
  const texts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ids: string[] = [];
  if (needle.length === 0) return ids;
  for (let at = texts.indexOf(needle); at >= 0 && ids.length < limit;) {
    const number = findArticle(textStarts, at);
    const end = textStarts[number + 1] ?? texts.length;
    const isWithin = at + needle.length <= end;
    if (isWithin) ids.push(articles[number]?.id ?? '');
    at = texts.indexOf(needle, isWithin ? end : at + 1);
  }
  return ids;
}

/** The number of the article that a byte belongs to, by binary search. */
function findArticle(textStarts: Uint32Array, at: number): number {
  let low = 0;
  let high = textStarts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((textStarts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
