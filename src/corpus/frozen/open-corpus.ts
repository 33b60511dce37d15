import { Buffer } from 'node:buffer';
import { unpackTraits } from '../../core/arrays/packed-analysis.js';
import { countStrings, findString, readString, type StringList } from '../../core/arrays/string-table.js';
import {
  type Article,
  formatHandle,
  parseHandle,
  type Passage,
  type Span,
  type WithdrawnArticle,
} from '../../core/model/article.js';
import type { Corpus, CorpusSummary, OutletCount, PassageTerms, Sentence } from '../../core/model/corpus.js';
import { Fault } from '../../core/model/fault.js';
import { type ArticleTable, readArticle } from './article-table.js';

/**
 * A corpus as flat arrays, which pass to threads and files as they are. Articles, passages and sentences are each
 * numbered in order; `xStarts[i]` to `xStarts[i + 1]`, exclusive, are the parts of i.
 */
export interface FrozenCorpus {
  readonly summary: CorpusSummary;
  readonly outlets: readonly OutletCount[];
  readonly examples: readonly string[];
  readonly articles: ArticleTable;
  /** In code-unit order of ids. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** One per article. */
  readonly texts: StringList;
  /** Article to passages. */
  readonly passageStarts: Uint32Array;
  /** Start and end of each passage in UTF-16 units of its article. */
  readonly passageSpans: Uint32Array;
  /** Start and end of each passage in the bytes of {@link texts}. */
  readonly passageBytes: Uint32Array;
  /** Passage to sentences. */
  readonly sentenceStarts: Uint32Array;
  /** Start and end of each sentence in UTF-16 units of its passage. */
  readonly sentenceSpans: Uint32Array;
  /** One per sentence, from `packTraits`. */
  readonly sentenceTraits: Uint8Array;
  /** Sentence to term hashes. */
  readonly sentenceTermStarts: Uint32Array;
  readonly sentenceTerms: Uint32Array;
  /** The sum of `MARKS` and `BESIDE` of each of {@link sentenceTerms}. */
  readonly sentenceTermMarks: Uint8Array;
  /** Article to term hashes of its headline. */
  readonly headlineTermStarts: Uint32Array;
  readonly headlineTerms: Uint32Array;
  /** The sum of `MARKS` and `BESIDE` of each of {@link headlineTerms}. */
  readonly headlineTermMarks: Uint8Array;
}

const MAX_CACHED_NUMBERS = 10_000;
const MAX_CACHED_ARTICLES = 1_000;
/** An answer reads the sentences of some sixty passages several times. */
const MAX_CACHED_PASSAGES = 256;

/** Opens a frozen corpus; decodes articles only on request. */
export function openCorpus(frozen: FrozenCorpus): Corpus {
  const { articles, passageStarts } = frozen;
  const withdrawn = new Map(frozen.withdrawn.map((each) => [each.article.id, each]));
  /** Returns an article's number, or -1. Cached, since a question asks for the same articles hundreds of times. */
  const numberOf = remember(MAX_CACHED_NUMBERS, (articleId: string) => findString(articles.ids, articleId));
  const articleAt = remember(MAX_CACHED_ARTICLES, (number: number) => readArticle(articles, number));

  // Cached, since a page asks for many passages of one article, and each is checked against the whole text.
  let latest = { articleId: '', text: '' };
  const text = (articleId: string): string => {
    if (latest.articleId !== articleId) {
      const number = numberOf(articleId);
      if (number < 0) return '';
      latest = { articleId, text: readString(frozen.texts, number) };
    }
    return latest.text;
  };

  const passagesAt = (articleNumber: number, from: number, to: number): Passage[] => {
    const article = articleAt(articleNumber);
    if (!article) return [];
    const { start, end } = range(passageStarts, articleNumber);
    const articleText = text(article.id);
    const found: Passage[] = [];
    for (let at = Math.max(start, from); at < Math.min(end, to); at += 1) {
      found.push(
        readPassage(frozen, { article, paragraph: at - start + 1, paragraphs: end - start, at, articleText }),
      );
    }
    return found;
  };
  const passageAt = (number: number): Passage | undefined =>
    passagesAt(findRange(passageStarts, number), number, number + 1)[0];
  const passageNumber = (handle: string): number => {
    const parts = parseHandle(handle);
    const articleNumber = parts ? numberOf(parts.articleId) : -1;
    if (!parts || articleNumber < 0) return -1;
    const { start, end } = range(passageStarts, articleNumber);
    return parts.paragraph <= end - start ? start + parts.paragraph - 1 : -1;
  };

  return {
    summary: frozen.summary,
    outlets: frozen.outlets,
    examples: frozen.examples,
    columns: articles.columns,
    titleWords: articles.titleWords,
    factWords: articles.factWords,
    *articleIds() {
      for (let i = 0; i < countStrings(articles.ids); i += 1) yield readString(articles.ids, i);
    },
    *fingerprints() {
      for (const [i, fingerprint] of articles.fingerprints.entries()) {
        yield [readString(articles.ids, i), fingerprint];
      }
    },
    articleAt: (number) => readArticle(articles, number),
    articleNumber: numberOf,
    withdrawnArticles: frozen.withdrawn,
    withdrawn: (id) => withdrawn.get(id),
    article: (id) => articleAt(numberOf(id)),
    text,
    articlesHolding: (wanted, limit) => findHolding(frozen, wanted, limit),
    passages: (articleId, from, to) => {
      const number = numberOf(articleId);
      const { start } = range(passageStarts, number);
      return passagesAt(number, start + from - 1, start + to);
    },
    passage: (handle) => passageAt(passageNumber(handle)),
    passageAt,
    passageNumber,
    articleOf: (passage) => findRange(passageStarts, passage),
    passagesOf: (article) => range(passageStarts, article),
    sentencesAt: remember(MAX_CACHED_PASSAGES, (passage: number) => readSentences(frozen, passage)),
    termsAt: (passage) => readTerms(frozen, passage),
    headlineTermHashesAt: (article) => {
      const { start, end } = range(frozen.headlineTermStarts, article);
      return frozen.headlineTerms.subarray(start, end);
    },
    headlineTermMarksAt: (article) => {
      const { start, end } = range(frozen.headlineTermStarts, article);
      return frozen.headlineTermMarks.subarray(start, end);
    },
    fingerprint: (articleId) => articles.fingerprints[numberOf(articleId)],
  };
}

/**
 * Caches the results of `find`, except `undefined`.
 *
 * @param limit - The most results in the cache; one more clears it first.
 * @param find - Always returns the same for the same key.
 */
export function remember<K, V>(limit: number, find: (key: K) => V): (key: K) => V {
  const results = new Map<K, V>();
  return (key) => {
    const cached = results.get(key);
    if (cached !== undefined) return cached;
    const found = find(key);
    if (results.size >= limit) results.clear();
    results.set(key, found);
    return found;
  };
}

function range(starts: Uint32Array, i: number): Span {
  return { start: starts[i] ?? 0, end: starts[i + 1] ?? 0 };
}

function pair(flat: Uint32Array, i: number): Span {
  return { start: flat[i * 2] ?? 0, end: flat[i * 2 + 1] ?? 0 };
}

const decoder = new TextDecoder();

function decode({ texts }: FrozenCorpus, { start, end }: Span): string {
  return decoder.decode(texts.bytes.subarray(start, end));
}

interface PassagePlace {
  readonly article: Article;
  readonly paragraph: number;
  readonly paragraphs: number;
  /** The passage's number in the corpus. */
  readonly at: number;
  readonly articleText: string;
}

/** @throws {Fault} `QUOTE_MISMATCH` if the passage's bytes are not the slice of its article. */
function readPassage(frozen: FrozenCorpus, place: PassagePlace): Passage {
  const { article, paragraph, paragraphs, at, articleText } = place;
  const handle = formatHandle(article.id, paragraph);
  const span = pair(frozen.passageSpans, at);
  const text = decode(frozen, pair(frozen.passageBytes, at));
  if (articleText.slice(span.start, span.end) !== text) {
    throw new Fault('QUOTE_MISMATCH', `passage ${handle} is not a slice of its article`);
  }
  return { handle, article, paragraph, paragraphs, span, text };
}

function readTerms(
  { sentenceStarts, sentenceTermStarts, sentenceTerms, sentenceTermMarks }: FrozenCorpus,
  at: number,
): PassageTerms {
  const { start, end } = range(sentenceStarts, at);
  const [first, last] = [sentenceTermStarts[start] ?? 0, sentenceTermStarts[end] ?? 0];
  const ends: number[] = [];
  for (let i = start; i < end; i += 1) ends.push((sentenceTermStarts[i + 1] ?? 0) - first);
  return {
    hashes: sentenceTerms.subarray(first, last),
    marks: sentenceTermMarks.subarray(first, last),
    ends,
  };
}

function readSentences(frozen: FrozenCorpus, at: number): Sentence[] {
  const { start, end } = range(frozen.sentenceStarts, at);
  const sentences: Sentence[] = [];
  for (let number = start; number < end; number += 1) {
    const terms = range(frozen.sentenceTermStarts, number);
    sentences.push({
      ...unpackTraits(frozen.sentenceTraits[number] ?? 0),
      span: pair(frozen.sentenceSpans, number),
      termHashes: frozen.sentenceTerms.subarray(terms.start, terms.end),
      termMarks: frozen.sentenceTermMarks.subarray(terms.start, terms.end),
    });
  }
  return sentences;
}

/**
 * Returns the ids of the first `limit` articles whose text contains `wanted`, in order; `[]` if `wanted` is empty.
 */
function findHolding({ articles, texts }: FrozenCorpus, wanted: string, limit: number): string[] {
  const needle = Buffer.from(wanted);
  const { bytes, starts } = texts;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ids: string[] = [];
  if (needle.length === 0) return ids;
  for (let at = all.indexOf(needle); at >= 0 && ids.length < limit;) {
    const number = findRange(starts, at);
    const end = starts[number + 1] ?? all.length;
    const isWithin = at + needle.length <= end;
    if (isWithin) ids.push(readString(articles.ids, number));
    at = all.indexOf(needle, isWithin ? end : at + 1);
  }
  return ids;
}

/** Finds the number of the range that contains `at` by binary search; range i is `starts[i]` to `starts[i + 1]`. */
function findRange(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
