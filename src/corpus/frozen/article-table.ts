import {
  type ArticleColumns,
  freezeColumns,
  freezeFactWords,
  freezeTitleWords,
  type TitleWords,
} from '../../core/arrays/article-columns.js';
import {
  freezeList,
  freezeStrings,
  readString,
  type StringList,
  type StringTable,
} from '../../core/arrays/string-table.js';
import type { Article } from '../../core/model/article.js';

/** Articles without their texts, as flat arrays; entry i of each describes article i. */
export interface ArticleTable {
  /** In code-unit order. */
  readonly ids: StringTable;
  /** The other properties of each article, in JSON. */
  readonly facts: StringList;
  /** The 16 hex digits of `articleFingerprint` as a number. */
  readonly fingerprints: BigUint64Array;
  readonly columns: ArticleColumns;
  readonly titleWords: TitleWords;
  readonly factWords: TitleWords;
}

/**
 * @param articles - In code-unit order of ids.
 * @param fingerprints - One per article, from `articleFingerprint`.
 * @param outlets - Each outlet of the articles once; `null` stands for none.
 */
export function freezeTable(
  articles: readonly Article[],
  fingerprints: readonly string[],
  outlets: readonly (string | null)[],
): ArticleTable {
  return {
    ids: freezeStrings(articles.map(({ id }) => id)),
    facts: freezeList(articles.map((article) => JSON.stringify({ ...article, id: undefined }))),
    fingerprints: BigUint64Array.from(fingerprints, (digits) => BigInt(`0x${digits}`)),
    columns: freezeColumns(articles, outlets),
    titleWords: freezeTitleWords(articles),
    factWords: freezeFactWords(articles),
  };
}

/** @returns `undefined` if no article has the number. */
export function readArticle({ ids, facts, fingerprints }: ArticleTable, number: number): Article | undefined {
  if (fingerprints[number] === undefined) return undefined;
  return {
    id: readString(ids, number),
    ...(JSON.parse(readString(facts, number)) as Omit<Article, 'id'>),
  };
}
