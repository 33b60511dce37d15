import { countStrings, freezeList, readString, type StringList } from './string-table.js';

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
export interface Titled {
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
