/** Columns of article facts to filter by, and an index of title words. */

import type { Article } from '../model/article.js';
import { firstDay, lastDay, type PartialDate } from '../model/partial-date.js';
import { hash32 } from './hash.js';
import { countStrings, freezeList, readString, type StringList } from './string-table.js';

/** Facts of all articles as flat arrays; entry i is about article i. */
export interface ArticleColumns {
  /** The index of the article's outlet in the corpus's list of outlets. */
  readonly outlets: Uint32Array;
  /** The earliest possible day of publication, from {@link toDayNumber}, or {@link UNDATED}. */
  readonly firstDays: Int32Array;
  /** The latest one. */
  readonly lastDays: Int32Array;
  /** From {@link hashTitle}. */
  readonly titleHashes: Uint32Array;
}

export const UNDATED = -1;

/** @param outlets - Every outlet of the articles once; `null` for articles without one. */
export function freezeColumns(
  articles: readonly Article[],
  outlets: readonly (string | null)[],
): ArticleColumns {
  const numbers = new Map(outlets.map((outlet, i) => [outlet, i]));
  const readDays = (toDay: (date: PartialDate) => string): Int32Array =>
    Int32Array.from(articles, ({ published }) =>
      published === null ? UNDATED : toDayNumber(toDay(published)),
    );
  return {
    outlets: Uint32Array.from(articles, ({ outlet }) => numbers.get(outlet) ?? 0),
    firstDays: readDays(firstDay),
    lastDays: readDays(lastDay),
    titleHashes: Uint32Array.from(articles, ({ title }) => hashTitle(title)),
  };
}

/** @param day - `YYYY-MM-DD`. @returns E.g. 20230816. */
export function toDayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Hashes a title regardless of letter case. */
export function hashTitle(title: string): number {
  return hash32(title.toLowerCase());
}

/** An index of the words in the titles and ids of articles, searchable by prefix. */
export interface TitleWords {
  /** Distinct, in code-unit order. */
  readonly words: StringList;
  /** Word w occurs in `articles[i]` for i from `starts[w]` up to, not including, `starts[w + 1]`. */
  readonly starts: Uint32Array;
  /** Article numbers, ascending for each word. */
  readonly articles: Uint32Array;
}

/** Freezes an index of the authors, tags, sites and addresses of articles, each a key of its own. */
export function freezeFactWords(articles: readonly Article[]): TitleWords {
  return freezeWords(articles.map(listFactKeys));
}

/** Returns the keys under which {@link freezeFactWords} lists an article. */
function listFactKeys({ author, tags, url }: Pick<Article, 'author' | 'tags' | 'url'>): string[] {
  return [
    ...(author === null ? [] : [toFactKey('author', author)]),
    ...tags.map((tag) => toFactKey('tag', tag)),
    ...(url === null ? [] : [toFactKey('site', siteOf(url)), toFactKey('address', addressOf(url))]),
  ];
}

/** Returns the key of an author, a tag, a site or an address, regardless of letter case and marks. */
export function toFactKey(kind: 'author' | 'tag' | 'site' | 'address', name: string): string {
  return `${kind} ${splitTitleWords(name).join(' ')}`;
}

/** Returns the host of an address without `www.`; `''` if it has none. */
export function siteOf(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1] ?? '';
}

/** Returns an address without its scheme, `www.` and fragment. */
export function addressOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/(?:www\.)?/iu, '').replace(/#.*$/u, '');
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** @param articles - Numbered by position. */
export function freezeTitleWords(articles: readonly Titled[]): TitleWords {
  return freezeWords(articles.map(({ title, id }) => splitTitleWords(`${title} ${id}`)));
}

/** @param lists - The words of each article. */
function freezeWords(lists: readonly (readonly string[])[]): TitleWords {
  const byWord = new Map<string, number[]>();
  for (const [number, list] of lists.entries()) {
    for (const word of new Set(list)) {
      const numbers = byWord.get(word);
      if (numbers) numbers.push(number);
      else byWord.set(word, [number]);
    }
  }
  const words = [...byWord.keys()].sort();
  const postings = words.map((word) => byWord.get(word) ?? []);
  const starts = new Uint32Array(words.length + 1);
  postings.forEach(({ length }, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  return { words: freezeList(words), starts, articles: Uint32Array.from(postings.flat()) };
}

/** Finds the numbers of articles that hold a word with a prefix. @param prefix - From {@link splitTitleWords}. */
export function findTitled({ words, starts, articles }: TitleWords, prefix: string): Set<number> {
  const found = new Set<number>();
  for (let word = findFirst(words, prefix); word < countStrings(words); word += 1) {
    if (!readString(words, word).startsWith(prefix)) break;
    for (let i = starts[word] ?? 0; i < (starts[word + 1] ?? 0); i += 1) found.add(articles[i] ?? 0);
  }
  return found;
}

/** Finds the numbers of articles that hold exactly this word, ascending. */
export function findWhole({ words, starts, articles }: TitleWords, word: string): Uint32Array {
  const number = findFirst(words, word);
  const isHeld = number < countStrings(words) && readString(words, number) === word;
  return isHeld ? articles.subarray(starts[number], starts[number + 1]) : new Uint32Array();
}

/** Splits a text into distinct words in lower case, without diacritics and punctuation. */
export function splitTitleWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Finds the number of the first word not less than `wanted`, by binary search. */
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
