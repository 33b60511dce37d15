import type { Article } from '../model/article.js';
import { firstDay, lastDay, type PartialDate } from '../model/partial-date.js';
import { hash32 } from './hash.js';
import { countStrings, freezeList, readString, type StringList } from './string-table.js';

/** What is asked of all articles at once; entry i is of article i. */
export interface ArticleColumns {
  /** Position of its outlet among those of the corpus. */
  readonly outlets: Uint32Array;
  /** The first and the last day on which it can have been published, from {@link toDayNumber}, or {@link UNDATED}. */
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
  /** From {@link hashTitle}. */
  readonly titleHashes: Uint32Array;
}

export const UNDATED = -1;

/** @param outlets - Every one of the articles once, `null` where one has none. */
export function freezeColumns(
  articles: readonly Article[],
  outlets: readonly (string | null)[],
): ArticleColumns {
  const numbers = new Map(outlets.map((outlet, i) => [outlet, i]));
  const read = (day: (date: PartialDate) => string): Int32Array =>
    Int32Array.from(articles, ({ published }) =>
      published === null ? UNDATED : toDayNumber(day(published)),
    );
  return {
    outlets: Uint32Array.from(articles, ({ outlet }) => numbers.get(outlet) ?? 0),
    firstDays: read(firstDay),
    lastDays: read(lastDay),
    titleHashes: Uint32Array.from(articles, ({ title }) => hashTitle(title)),
  };
}

/** @param day - `YYYY-MM-DD`. @returns For example 20230816. */
export function toDayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** The same for titles that differ in letter case only. */
export function hashTitle(title: string): number {
  return hash32(title.toLowerCase());
}

/** The words of the titles and ids of articles, found by their beginnings. */
export interface TitleWords {
  /** Distinct, in code-unit order. */
  readonly words: StringList;
  /** Word w stands in `articles[i]` for i from `starts[w]` to `starts[w + 1]`. */
  readonly starts: Uint32Array;
  /** Numbers of articles, ascending for each word. */
  readonly articles: Uint32Array;
}

/** What is known of an article as it is looked for. */
interface Titled {
  readonly id: string;
  readonly title: string;
}

/** @param articles - Their position becomes their number. */
export function freezeTitleWords(articles: readonly Titled[]): TitleWords {
  const byWord = new Map<string, number[]>();
  for (const [number, { title, id }] of articles.entries()) {
    for (const word of splitTitleWords(`${title} ${id}`)) {
      const found = byWord.get(word);
      if (found) found.push(number);
      else byWord.set(word, [number]);
    }
  }
  const words = [...byWord.keys()].sort();
  const lists = words.map((word) => byWord.get(word) ?? []);
  const starts = new Uint32Array(words.length + 1);
  lists.forEach(({ length }, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  return { words: freezeList(words), starts, articles: Uint32Array.from(lists.flat()) };
}

/** The numbers of the articles of which a word begins so. @param beginning - From {@link splitTitleWords}. */
export function findTitled({ words, starts, articles }: TitleWords, beginning: string): Set<number> {
  const found = new Set<number>();
  for (let word = findFirst(words, beginning); word < countStrings(words); word += 1) {
    if (!readString(words, word).startsWith(beginning)) break;
    for (let i = starts[word] ?? 0; i < (starts[word + 1] ?? 0); i += 1) found.add(articles[i] ?? 0);
  }
  return found;
}

/** The first word that is not before `wanted`; by binary search. */
function findFirst(words: StringList, wanted: string): number {
  let low = 0;
  let high = countStrings(words);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (readString(words, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Distinct; letter case, diacritics and punctuation do not count. */
export function splitTitleWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
