import type { Article } from './article.js';
import { hash32 } from './hash.js';
import { firstDay, lastDay, type PartialDate } from './partial-date.js';

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
