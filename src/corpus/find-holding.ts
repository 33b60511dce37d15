import { Buffer } from 'node:buffer';
import { readString } from '../core/string-table.js';
import type { FrozenCorpus } from './frozen-corpus.js';

/** The ids of the articles whose text holds `wanted`, in their order, at most `limit`; `[]` for an empty text. */
export function findHolding({ articles, texts }: FrozenCorpus, wanted: string, limit: number): string[] {
  const needle = Buffer.from(wanted);
  const { bytes, starts } = texts;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ids: string[] = [];
  if (needle.length === 0) return ids;
  for (let at = all.indexOf(needle); at >= 0 && ids.length < limit;) {
    const number = findArticle(starts, at);
    const end = starts[number + 1] ?? all.length;
    const isWithin = at + needle.length <= end;
    if (isWithin) ids.push(readString(articles.ids, number));
    at = all.indexOf(needle, isWithin ? end : at + 1);
  }
  return ids;
}

/** The number of the article that a byte belongs to, by binary search. */
function findArticle(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
